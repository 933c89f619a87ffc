import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { getBatchOptions } from "@/api/gen/@tanstack/react-query.gen";

import classes from "./batch-steps.module.css";
import { useNoSuchBatch } from "./no-such-batch";

const PLACES = ["images", "setup", "run", "results", "verify", "certainty", "evaluation", "compare"] as const;

/** In the bar: the batch's title and the places of its work, in the order of a day. */
export function BatchSteps() {
  const { batchName } = useParams({ strict: false });
  return batchName === undefined ? null : <Steps batchName={batchName} />;
}

function Steps({ batchName }: { batchName: string }) {
  const { t } = useTranslation("places");
  const batch = useQuery(getBatchOptions({ path: { batch_name: batchName } }));
  if (useNoSuchBatch(batchName)) return null;
  return (
    <div className={classes.steps}>
      <span className={classes.title} title={batch.data?.title}>
        {batch.data?.title ?? batchName}
      </span>
      <nav aria-label={t("nav")}>
        <ol className={classes.list}>
          {PLACES.map((place) => (
            <li key={place}>
              <Link
                to={`/batches/$batchName/${place}`}
                params={{ batchName }}
                className={classes.step}
                activeProps={{ "aria-current": "page" }}
              >
                {t(place)}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  );
}
