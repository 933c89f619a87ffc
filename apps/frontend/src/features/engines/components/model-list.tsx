import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { listModelsOptions } from "@/api/gen/@tanstack/react-query.gen";
import { ModelProbe } from "@/components/readers/model-probe";
import { priceOf } from "@/components/readers/price";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import classes from "./engines-view.module.css";

/** The models of a server with their prices, asked for only when somebody wants to see them. */
export function ModelList({ engine }: { engine: string }) {
  const { t } = useTranslation("engines");
  const formats = useFormats();
  const [wanted, setWanted] = useState(false);
  const listed = useQuery({
    ...listModelsOptions({ path: { engine_name: engine } }),
    enabled: wanted,
    retry: false,
  });
  if (!wanted || listed.isPending) {
    return (
      <Button variant="default" loading={wanted} onClick={() => setWanted(true)}>
        {t("show_models")}
      </Button>
    );
  }
  if (listed.data === undefined) {
    return <ProblemNote error={listed.error} what={t("models_failed")} retry={() => listed.refetch()} />;
  }
  const items = listed.data.items.filter((item) => item.allowed);
  return (
    <ul className={classes.modelList} aria-label={t("models")}>
      {items.map((item) => (
        <li key={item.id}>
          <code className={classes.code}>{item.id}</code>
          <span className={classes.price}>
            {priceOf(item, formats) ?? t("no_price")}
            {item.images === false && ` · ${t("text_only")}`}
          </span>
          <ModelProbe engine={engine} model={item.id} known={item.probe} />
        </li>
      ))}
      {items.length === 0 && <li>{t("no_models")}</li>}
    </ul>
  );
}
