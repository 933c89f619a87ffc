import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { listModelsOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { EngineRead } from "@/api/gen/types.gen";
import { ModelProbe } from "@/components/readers/model-probe";
import { priceOf } from "@/components/readers/price";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import { isServer } from "../api/reader-names";

import classes from "./money.module.css";

const A_WHILE = 300_000;

interface ModelSelectProps {
  engine: EngineRead;
  model: string | null;
  label: string;
  onChoose: (model: string | null) => void;
  /** What is wrong with the choice. */
  error?: string | undefined;
  /** The reader's own model counts only when it is chosen. */
  explicit?: boolean;
}

/** The models of a server with their prices, and what the chosen one was found to be able to do. */
export function ModelSelect({ engine, model, label, onChoose, error, explicit = false }: ModelSelectProps) {
  const { t } = useTranslation("setup");
  const formats = useFormats();
  const ready = isServer(engine) && engine.state === "ready";
  const listed = useQuery({
    ...listModelsOptions({ path: { engine_name: engine.name } }),
    enabled: ready,
    staleTime: A_WHILE,
    retry: false,
  });
  if (!ready) return null;
  const items = listed.data?.items.filter((item) => item.allowed && item.images !== false) ?? [];
  const chosen = model ?? (explicit ? undefined : engine.models[0]) ?? "";
  const known = items.some((item) => item.id === chosen);
  const data = [
    ...(chosen === "" ? [{ value: "", label: t("model.choose") }] : []),
    ...(known || chosen === "" ? [] : [{ value: chosen, label: chosen }]),
    ...items.map((item) => {
      const price = priceOf(item, formats);
      return {
        value: item.id,
        label: price === null ? item.id : t("model.priced", { model: item.id, price }),
      };
    }),
  ];
  return (
    <div className={classes.model}>
      <NativeSelect
        size="xs"
        label={label}
        value={chosen}
        data={data}
        error={error}
        onChange={(event) => onChoose(event.currentTarget.value === "" ? null : event.currentTarget.value)}
      />
      {chosen !== "" && (
        <ModelProbe
          engine={engine.name}
          model={chosen}
          known={listed.data?.items.find((item) => item.id === chosen)?.probe ?? null}
        />
      )}
      {listed.isError && (
        <ProblemNote error={listed.error} what={t("model.failed")} retry={() => listed.refetch()} />
      )}
    </div>
  );
}
