import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { FieldEditor } from "@/components/field-editor/field-editor";
import panel from "@/components/ui/panel.module.css";

import { isSetupReady, type Setup, tryOf, withTemplate } from "../api/setup-draft";
import { isBusy, useSetup } from "../api/use-setup";

import choices from "./choices.module.css";
import { PairsPreview } from "./pairs-preview";
import { ReadNote } from "./read-note";
import { ReadersPanel } from "./readers-panel";
import { SaveTemplate } from "./save-template";
import classes from "./setup-view.module.css";
import { SidesChoice } from "./sides-choice";
import { StartBar } from "./start-bar";
import { TemplateChoice } from "./template-choice";
import { TrialPanel } from "./trial-panel";

interface SetupViewProps {
  batch: BatchRead;
  image: number;
  onImage: (image: number) => void;
}

/** Fields, reader and sides at the left; at the right a card, and what the set-up makes of it. */
export function SetupView({ batch, image, onImage }: SetupViewProps) {
  const { t } = useTranslation("setup");
  const kept = useSetup(batch);
  const [dialog, setDialog] = useState<"template" | "pairs" | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const setup = kept.content;
  const locked = isBusy(batch);
  const open = setup.draft.fields.find((field) => field.id === setup.draft.open);
  const change = (part: Partial<Setup>) => kept.change((before) => ({ ...before, ...part }));
  const triable = isSetupReady(setup) && setup.draft.fields.length > 0;

  return (
    <div className={classes.place}>
      <div className={classes.head}>
        <h1>{t("title")}</h1>
        <TemplateChoice
          setup={setup}
          locked={locked}
          onTake={(template) => kept.change((before) => withTemplate(before, template))}
          onSave={() => setDialog("template")}
        />
      </div>
      <ReadNote batch={batch} setup={setup} />
      <div className={classes.work}>
        <div className={classes.left}>
          <FieldEditor
            draft={setup.draft}
            locked={locked}
            onChange={(step) => kept.change((before) => ({ ...before, draft: step(before.draft) }))}
          />
          <section className={`${panel.panel} ${choices.choices}`} aria-label={t("reader.title")}>
            <h2>{t("reader.title")}</h2>
            <ReadersPanel batch={batch} setup={setup} locked={locked} onChange={change} flush={kept.flush} />
            <fieldset className={choices.bare} disabled={locked}>
              <SidesChoice
                options={setup.options}
                onChange={(sides) => change({ options: { ...setup.options, ...sides } })}
                onPreview={batch.total === 0 ? undefined : () => setDialog("pairs")}
              />
            </fieldset>
          </section>
        </div>
        <TrialPanel
          batch={batch}
          wanted={triable ? tryOf(setup) : null}
          active={pointed ?? open?.name ?? null}
          onActive={setPointed}
          image={image}
          onImage={onImage}
        />
      </div>
      <StartBar batch={batch} kept={kept} />
      {dialog === "pairs" && (
        <PairsPreview batch={batch} options={setup.options} onClose={() => setDialog(null)} />
      )}
      {dialog === "template" && (
        <SaveTemplate
          setup={setup}
          name={batch.title}
          onClose={() => setDialog(null)}
          onSaved={(template) => {
            change({ template_id: template.id });
            setDialog(null);
          }}
        />
      )}
    </div>
  );
}
