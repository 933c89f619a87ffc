import { Button, NativeSelect } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { compareReaders } from "@/api/gen/sdk.gen";
import type { BatchRead, EngineRead } from "@/api/gen/types.gen";
import { WhereScansGo } from "@/components/readers/where-scans-go";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";
import type { Reader } from "@/lib/readers";

import { engineName, isServer } from "../api/reader-names";

import { Estimate } from "./estimate";
import { ModelSelect } from "./model-select";
import classes from "./money.module.css";

interface SecondReaderProps {
  batch: BatchRead;
  engines: EngineRead[];
  /** How many further readers stand before it. */
  place: number;
  /** The first reader, and the other further ones. */
  others: readonly Reader[];
  second: Reader | null;
  onChoose: (second: Reader | null) => void;
  flush: () => Promise<boolean>;
}

/** A reader that reads the same cards beside the first: which, what it costs, and what it is worth. */
export function SecondReader({ batch, engines, place, others, second, onChoose, flush }: SecondReaderProps) {
  const { t } = useTranslation("setup");
  const engine = engines.find((one) => one.name === second?.engine);
  const offered = engines.filter(
    (one) => one.state === "ready" && (isServer(one) || !others.some((other) => other.engine === one.name)),
  );
  const same = second !== null && others.some((other) => isSame(other, second));
  const chosen = (second?.model ?? null) !== null;
  return (
    <div className={classes.second}>
      <NativeSelect
        size="xs"
        label={place === 0 ? t("second.title") : t("second.nth", { n: place + 2 })}
        description={place === 0 ? t("second.what") : undefined}
        value={second?.engine ?? ""}
        data={[
          { value: "", label: t("second.none") },
          ...offered.map((one) => ({ value: one.name, label: engineName(t, one.name) })),
        ]}
        onChange={(event) => {
          const name = event.currentTarget.value;
          onChoose(name === "" ? null : { engine: name, model: otherModel(engines, name, others) });
        }}
      />
      {second !== null && engine !== undefined && (
        <>
          <WhereScansGo engine={engine} />
          {isServer(engine) && (
            <ModelSelect
              engine={engine}
              model={second.model}
              label={t("second.model")}
              onChoose={(model) => onChoose({ engine: second.engine, model })}
              explicit
              error={same ? t("second.same") : chosen ? undefined : t("second.choose")}
            />
          )}
          {isServer(engine) && chosen && !same && (
            <Estimate batch={batch} reader={second} beside flush={flush} />
          )}
          {!isServer(engine) && <p className={classes.quiet}>{t("second.free")}</p>}
          {place === 0 && (
            <>
              <Gain batch={batch} />
              <Link to="/batches/$batchName/compare" params={{ batchName: batch.name }}>
                {t("second.compare_all")}
              </Link>
            </>
          )}
        </>
      )}
    </div>
  );
}

/** A model that no other reader has; none where one has to be chosen. */
function otherModel(engines: EngineRead[], name: string, others: readonly Reader[]): string | null {
  const models = engines.find((one) => one.name === name)?.models ?? [];
  return models.find((model) => !others.some((other) => isSame(other, { engine: name, model }))) ?? null;
}

function isSame(one: Reader, other: Reader): boolean {
  return one.engine === other.engine && one.model === other.model;
}

const LEAST = 5;

/** Only what was measured: on this drawer's verified cards, else on the development cards. */
function Gain({ batch }: { batch: BatchRead }) {
  const { t } = useTranslation("setup");
  const formats = useFormats();
  const compare = useMutation({
    mutationFn: async () =>
      (await compareReaders({ path: { batch_name: batch.name }, throwOnError: true })).data,
  });
  const found = compare.data;
  const best = Math.max(...(found?.readers ?? []).map((reader) => reader.f1 ?? 0));
  const together = found?.referee ?? found?.vote ?? null;
  return (
    <div className={classes.gain}>
      {found === undefined || together === null || found.readers.length < 2 ? (
        <p className={classes.quiet}>{t("second.known")}</p>
      ) : (
        <p role="status">
          {t("second.measured", {
            count: found.verified,
            n: formats.number(found.verified),
            alone: formats.fixed(best, 3),
            together: formats.fixed(together, 3),
          })}
        </p>
      )}
      {batch.reviewed >= LEAST && (
        <Button variant="subtle" loading={compare.isPending} onClick={() => compare.mutate()}>
          {t("second.measure", { count: batch.reviewed, n: formats.number(batch.reviewed) })}
        </Button>
      )}
      {found !== undefined && found.readers.length < 2 && (
        <p className={classes.quiet}>{t("second.not_yet")}</p>
      )}
      {compare.isError && <ProblemNote error={compare.error} what={t("second.not_measured")} />}
    </div>
  );
}
