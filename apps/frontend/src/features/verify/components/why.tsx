import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { getLearningOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { CardPageRead, LearningRead, RecordDetail } from "@/api/gen/types.gen";
import { useFormats } from "@/lib/format";

import { spellingOf } from "../api/spelling";
import { labelBefore, ruleOf, sourceOf, trainingOf } from "../api/why";

import classes from "./field-extras.module.css";

interface WhyProps {
  name: string;
  record: RecordDetail;
  pages: readonly CardPageRead[];
}

/** In one sentence: how the value came about, as far as nobody has spoken. */
export function Why({ name, record, pages }: WhyProps) {
  const { t } = useTranslation("verify");
  const { t: learned } = useTranslation("learning");
  const formats = useFormats();
  const learning = useLearned(record);
  const version = trainingOf(record);
  const cards = learning?.curve.find((model) => model.version === version)?.cards ?? null;
  const at = ruleOf(record, name);
  if (at !== null)
    return <p className={classes.source}>{learned("why.by_rule", { at: formats.fixed(at, 2) })}</p>;

  const source = sourceOf(record, name);
  if (record.review[name] !== undefined || source === null) return null;
  const label = labelBefore(record, pages, name);
  const sentence = () => {
    if (source === "label" && label !== null) return learned("why.label", { label });
    if (source !== "learned" || cards === null) return t(`source.${source}`);
    const n = { count: cards, n: formats.number(cards) };
    return label === null ? learned("why.learned", n) : learned("why.label_learned", { label, ...n });
  };
  const spelling = spellingOf(record, pages, name, learning?.normalisers ?? []);
  const told =
    spelling && learned(`why.spelled.${spelling.kind}`, { before: spelling.before, after: spelling.after });
  return <p className={classes.source}>{[sentence(), told].filter(Boolean).join(" ")}</p>;
}

/** What the reader of this record had learned; nothing where rules alone read it. */
function useLearned(record: RecordDetail): LearningRead | undefined {
  const learning = useQuery({
    ...getLearningOptions({ path: { batch_name: record.batch } }),
    enabled: trainingOf(record) !== null,
    staleTime: Infinity,
  });
  return learning.data;
}
