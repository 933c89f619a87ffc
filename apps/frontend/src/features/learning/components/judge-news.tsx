import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { LearningRead } from "@/api/gen/types.gen";
import { BusyButton } from "@/components/ui/busy-button";
import { useFormats } from "@/lib/format";

import { isDue, useJudgement } from "../api/use-judgement";
import type { Refielding } from "../api/use-refielding";

import { Changed, Failure } from "./refield-news";
import classes from "./refield-news.module.css";

interface JudgeNewsProps {
  batchName: string;
  learning: LearningRead;
  refielding: Refielding;
  /** A button that is about to go was pressed: the focus needs another place. */
  onPressed: () => void;
}

/** Where several readers have read: the offer to let the referee choose, first with what it would change. */
export function JudgeNews({ batchName, learning, refielding, onPressed }: JudgeNewsProps) {
  const { t } = useTranslation("learning");
  const formats = useFormats();
  const { several, judged, preview, begin } = useJudgement(batchName, refielding);
  const running = begin.isPending || refielding.newest?.status === "running";
  if (!several || running || refielding.list.isPending || !isDue(learning, judged)) return null;
  const found = preview.data?.data;
  const failure = begin.error ?? preview.error;
  return (
    <>
      {failure !== null && <Failure error={failure} />}
      {found === undefined ? (
        <BusyButton
          variant="light"
          size="compact-sm"
          busy={preview.isPending}
          onClick={() => preview.mutate()}
        >
          {preview.isPending
            ? t("judge.trying")
            : t(judged?.status === "done" ? "judge.again" : "judge.offer")}
        </BusyButton>
      ) : (
        <>
          <span className={classes.news} role="status">
            {t("judge.would", { n: formats.number(found.cards), all: formats.number(found.total) })}{" "}
            <Changed done={found} />
          </span>
          <Button
            variant="filled"
            size="compact-sm"
            onClick={() => {
              begin.mutate();
              preview.reset();
              onPressed();
            }}
          >
            {t("judge.apply")}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              preview.reset();
              onPressed();
            }}
          >
            {t("judge.leave")}
          </Button>
        </>
      )}
    </>
  );
}
