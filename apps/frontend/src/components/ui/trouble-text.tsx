import { useTranslation } from "react-i18next";

import { troubleOf } from "@/lib/problem";
import { useSaid } from "@/lib/said";

import { SaidText } from "./said-text";

/** What went wrong, in a sentence: the service's own, or that it did not answer. */
export function TroubleText({ error }: { error: unknown }) {
  const { t } = useTranslation("problem");
  const said = useSaid();
  const trouble = troubleOf(error);
  switch (trouble.kind) {
    case "problem":
      return <SaidText said={said.problem(trouble.problem)} />;
    case "unreachable":
      return t("unreachable");
    case "unexpected":
      return t("unexpected", { detail: trouble.detail || "–" });
    default:
      return trouble satisfies never;
  }
}
