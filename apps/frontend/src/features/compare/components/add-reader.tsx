import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { EngineRead, ReaderChoice } from "@/api/gen/types.gen";

import { nameOf } from "../api/names";
import { useEngines } from "../api/use-compare";

interface AddReaderProps {
  known: readonly ReaderChoice[];
  full: boolean;
  onAdd: (reader: ReaderChoice) => void;
}

/** Readers of this installation that the batch has not been read by. */
export function AddReader({ known, full, onAdd }: AddReaderProps) {
  const { t } = useTranslation("compare");
  const engines = useEngines();
  const items = (engines.data?.items ?? []).filter((engine) => engine.needs === "");
  const offered = items
    .flatMap(choicesOf)
    .filter((one) => !known.some((other) => keyOf(one) === keyOf(other)));
  if (full || offered.length === 0) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={t("plan.add")}
      value=""
      onChange={(event) => {
        const one = offered.find((choice) => keyOf(choice) === event.currentTarget.value);
        if (one !== undefined) onAdd(one);
      }}
      data={[
        { value: "", label: t("plan.add") },
        ...offered.map((one) => ({
          value: keyOf(one),
          label: nameOf({ engine: one.engine, model: one.model ?? null }, t("local")),
        })),
      ]}
    />
  );
}

function choicesOf(engine: EngineRead): ReaderChoice[] {
  if (engine.name === "local" || engine.models.length === 0) return [{ engine: engine.name }];
  return engine.models.map((model) => ({ engine: engine.name, model }));
}

const keyOf = (one: ReaderChoice) => `${one.engine} ${one.model ?? ""}`;
