import { Button, NumberInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { refreshBatch } from "@/api/cache";
import { patchBatch, startBatch } from "@/api/gen/sdk.gen";
import type { BatchRead } from "@/api/gen/types.gen";
import { ProblemNote } from "@/components/ui/problem-note";
import { SaidText } from "@/components/ui/said-text";
import { useSaid } from "@/lib/said";

import { pauseCause } from "../api/pause-cause";

import classes from "./run-note.module.css";

/** Why it paused by itself, and the remedy that fits; "Resume" stands at the top. */
export function PauseNote({ batch }: { batch: BatchRead }) {
  const { t } = useTranslation("processing");
  const said = useSaid();
  const cause = pauseCause(batch.reason_code);
  const params = { batchName: batch.name };
  return (
    <>
      {batch.reason !== null && (
        <span className={classes.reason}>
          <SaidText said={said.pause(batch.reason_code, batch.reason)} />
        </span>
      )}
      {t(`pause.${cause}`)}{" "}
      {(cause === "blind" || cause === "model" || cause === "no_price") && (
        <Link to="/batches/$batchName/setup" params={params}>
          {t("note.set_up")}
        </Link>
      )}
      {cause === "ceiling" && <RaiseCeiling batch={batch} />}
    </>
  );
}

function RaiseCeiling({ batch }: { batch: BatchRead }) {
  const { t } = useTranslation("processing");
  const client = useQueryClient();
  const now = typeof batch.options.ceiling === "number" ? batch.options.ceiling : 0;
  const [wanted, setWanted] = useState<number | string>(now * 2);
  const path = { batch_name: batch.name };
  const raise = useMutation({
    mutationFn: async (ceiling: number) => {
      await patchBatch({ path, body: { options: { ...batch.options, ceiling } }, throwOnError: true });
      await startBatch({ path, throwOnError: true });
    },
    onSettled: () => refreshBatch(client, batch.name),
  });
  const able = typeof wanted === "number" && wanted > now;
  return (
    <span className={classes.raise}>
      <NumberInput
        size="xs"
        label={t("pause.new_ceiling")}
        value={wanted}
        onChange={setWanted}
        min={0}
        decimalScale={4}
        prefix="$"
        hideControls
      />
      <Button
        variant="default"
        disabled={!able}
        loading={raise.isPending}
        onClick={() => {
          if (able) raise.mutate(wanted);
        }}
      >
        {t("pause.raise")}
      </Button>
      {raise.isError && <ProblemNote error={raise.error} what={t("pause.not_raised")} />}
    </span>
  );
}
