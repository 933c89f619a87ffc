import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { cardsToVerifyOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { LearningRead } from "@/api/gen/types.gen";
import { ProblemNote } from "@/components/ui/problem-note";

import classes from "./learning-panel.module.css";

const MANY = 8;

interface NextCardsProps {
  batchName: string;
  learning: LearningRead;
  onGo: () => void;
}

/** Cards that teach most: spread over the drawer. The least certain ones are for checking. */
export function NextCards({ batchName, learning, onGo }: NextCardsProps) {
  const { t } = useTranslation("learning");
  const next = useQuery(
    cardsToVerifyOptions({
      path: { batch_name: batchName },
      // Other cards after each training, the same ones until then.
      query: { count: MANY, seed: learning.model?.version ?? 0 },
    }),
  );
  return (
    <section aria-labelledby="learning-next">
      <h3 id="learning-next">{t("teach.title")}</h3>
      <p className={classes.quiet}>{t("teach.what")}</p>
      {next.isPending && <Skeleton height={24} aria-label={t("loading")} />}
      {next.isError && (
        <ProblemNote error={next.error} what={t("teach.failed")} retry={() => next.refetch()} />
      )}
      {next.data?.filenames.length === 0 && <p className={classes.quiet}>{t("teach.none")}</p>}
      <ul className={classes.row}>
        {next.data?.filenames.map((filename) => (
          <li key={filename}>
            <Link
              to="/batches/$batchName/verify/$filename"
              params={{ batchName, filename }}
              search={{ order: "card" }}
              className={classes.card}
              onClick={onGo}
            >
              {filename}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
