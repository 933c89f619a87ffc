import { Button, Loader, NumberInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { listEnginesOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { BatchRead } from "@/api/gen/types.gen";
import { ProblemNote } from "@/components/ui/problem-note";
import { fieldsOf } from "@/lib/field-draft";
import { asSecond, furtherOf } from "@/lib/readers";

import { isServer } from "../api/reader-names";
import type { Setup, SetupOptions } from "../api/setup-draft";

import classes from "./choices.module.css";
import { Estimate } from "./estimate";
import { FurtherReaders } from "./further-readers";
import { ModelHelp } from "./model-help";
import { ModelSelect } from "./model-select";
import money from "./money.module.css";
import { PROMPT_BUTTON, PromptDialog } from "./prompt-dialog";
import { ReaderChoice } from "./reader-choice";

interface ReadersPanelProps {
  batch: BatchRead;
  setup: Setup;
  locked: boolean;
  onChange: (part: Partial<Setup>) => void;
  flush: () => Promise<boolean>;
}

/** The first reader with its model, prompt and money, then those beside it. */
export function ReadersPanel({ batch, setup, locked, onChange, flush }: ReadersPanelProps) {
  const { t } = useTranslation("setup");
  const engines = useQuery(listEnginesOptions());
  const [prompting, setPrompting] = useState(false);
  if (engines.isPending) return <Loader size="xs" aria-label={t("reader.loading")} />;
  if (engines.data === undefined) {
    return <ProblemNote error={engines.error} what={t("reader.failed")} retry={() => engines.refetch()} />;
  }
  const { items } = engines.data;
  const { engine: name, model, options } = setup;
  const engine = items.find((item) => item.name === name);
  const further = furtherOf({ second: options.second });
  const beside = items.filter((item) => further.some((one) => one.engine === item.name));
  const set = (part: Partial<SetupOptions>) => onChange({ options: { ...options, ...part } });
  const reader = { engine: name, model: model ?? engine?.models[0] ?? null };

  return (
    <fieldset className={`${classes.bare} ${money.panel}`} disabled={locked}>
      <ReaderChoice
        engines={items}
        engine={name}
        onChoose={(next) =>
          onChange({ engine: next, model: items.find((item) => item.name === next)?.models[0] ?? null })
        }
      />
      {engine !== undefined && isServer(engine) && (
        <div className={money.server}>
          <ModelSelect
            engine={engine}
            model={model}
            label={t("model.title")}
            onChoose={(next) => onChange({ model: next })}
          />
          <ModelHelp options={options} onChange={set} />
          <div className={money.row}>
            <Button id={PROMPT_BUTTON} variant="subtle" onClick={() => setPrompting(true)}>
              {t(options.prompt === "" ? "prompt.open" : "prompt.open_own")}
            </Button>
          </div>
          <Estimate batch={batch} reader={reader} flush={flush} />
        </div>
      )}
      <FurtherReaders
        batch={batch}
        engines={items}
        first={reader}
        further={further}
        onChange={(next) => set({ second: asSecond(next) })}
        flush={flush}
      />
      {[engine, ...beside].some((one) => one !== undefined && isServer(one)) && (
        <NumberInput
          size="xs"
          className={money.ceiling}
          label={t("ceiling.label")}
          description={t("ceiling.note")}
          placeholder={t("ceiling.none")}
          value={options.ceiling ?? ""}
          onChange={(value) => set({ ceiling: typeof value === "number" && value > 0 ? value : null })}
          min={0}
          step={1}
          decimalScale={4}
          prefix="$"
          hideControls
        />
      )}
      {prompting && (
        <PromptDialog
          fields={fieldsOf(setup.draft)}
          prompt={options.prompt}
          onClose={() => setPrompting(false)}
          onKeep={(prompt) => set({ prompt })}
        />
      )}
    </fieldset>
  );
}
