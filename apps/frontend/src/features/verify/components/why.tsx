import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { getLearningOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { CardPageRead, RecordDetail } from "@/api/gen/types.gen";
import { useFormats } from "@/lib/format";

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
  const cards = useTaught(record);
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
  return <p className={classes.source}>{sentence()}</p>;
}

/** From how many verified cards the reader of this record had learned. */
function useTaught(record: RecordDetail): number | null {
  const version = trainingOf(record);
  const learning = useQuery({
    ...getLearningOptions({ path: { batch_name: record.batch } }),
    enabled: version !== null,
    staleTime: Infinity,
  });
  return learning.data?.curve.find((model) => model.version === version)?.cards ?? null;
}
