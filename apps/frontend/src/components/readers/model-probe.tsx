import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { listModelsQueryKey } from "@/api/gen/@tanstack/react-query.gen";
import { probeModel } from "@/api/gen/sdk.gen";
import type { ProbeRead } from "@/api/gen/types.gen";
import { ProblemNote } from "@/components/ui/problem-note";
import { Tag } from "@/components/ui/tag";

import classes from "./model-probe.module.css";

interface ModelProbeProps {
  engine: string;
  model: string;
  known: ProbeRead | null;
}

/** Three small calls say whether a model sees images and keeps to a form; what came out is kept. */
export function ModelProbe({ engine, model, known }: ModelProbeProps) {
  const { t } = useTranslation("engines");
  const client = useQueryClient();
  const path = { engine_name: engine };
  const probe = useMutation({
    mutationFn: async () => (await probeModel({ path, body: { model }, throwOnError: true })).data,
    onSuccess: () => client.invalidateQueries({ queryKey: listModelsQueryKey({ path }) }),
  });
  const found = probe.data ?? known;
  return (
    <>
      <Button variant="default" loading={probe.isPending} onClick={() => probe.mutate()}>
        {t(found === null ? "probe.ask" : "probe.again")}
      </Button>
      <span className={classes.found} role="status">
        {found !== null && (
          <>
            <Tag tone={found.images ? "ok" : "low"} icon={found.images ? "check" : "close"}>
              {t(found.images ? "probe.images" : "probe.blind")}
            </Tag>
            <Tag
              tone={found.schema || found.json ? "ok" : "mid"}
              icon={found.schema || found.json ? "check" : "minus"}
            >
              {t(found.schema ? "probe.schema" : found.json ? "probe.json" : "probe.plain")}
            </Tag>
          </>
        )}
      </span>
      {probe.isError && <ProblemNote error={probe.error} what={t("probe.failed")} />}
    </>
  );
}
