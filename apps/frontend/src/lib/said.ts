import { useTranslation } from "react-i18next";

import type { Problem } from "@/api/gen/types.gen";

/** A sentence of the service, and the language it stands in where that is not the page's. */
export interface Said {
  text: string;
  lang: "en" | undefined;
}

/** `http_503` and its like: one sentence for all of them. */
const HTTP = /^http_(\d+)$/;

/**
 * The service speaks English and adds a stable code; other languages have their own sentence for each code
 * (`locales/<language>/said.json`). A code that nobody knows yet leaves the service's own words.
 */
export function useSaid() {
  const { t, i18n } = useTranslation("said");
  const say = (keys: string[], said: string, values: Record<string, unknown> = {}): Said => {
    const known = keys.find((key) => i18n.exists(key, { ns: "said" }));
    // The keys are found at run time; the type knows only those of the source.
    const tell = t as (key: string, values: Record<string, unknown>) => string;
    return known === undefined ? { text: said, lang: "en" } : { text: tell(known, values), lang: undefined };
  };
  const causes = (code: string) => [`cause.${HTTP.test(code) ? "http_status" : code}`];
  const status = (code: string) => ({ status: HTTP.exec(code)?.[1] ?? "" });
  return {
    /** An answer of the service that is a problem. */
    problem: (problem: Problem): Said => {
      const cause = typeof problem.cause === "string" ? problem.cause : "";
      return say([...causes(cause), `problem.${problem.code}`], problem.detail, {
        ...problem.params,
        ...status(cause),
        detail: problem.detail,
      });
    },
    /** Why a card could not be read. */
    cause: (code: string | null | undefined, said: string | null): Said =>
      say(causes(code ?? ""), said ?? "", status(code ?? "")),
    /** Why a batch stands still. */
    pause: (code: string | null | undefined, said: string): Said =>
      say([`pause.${code ?? ""}`, ...causes(code ?? ""), `problem.${code ?? ""}`], said, {
        ...status(code ?? ""),
        detail: said,
      }),
    /** What a reader lacks. */
    needs: (code: string | null | undefined, said: string): Said => say([`needs.${code ?? ""}`], said),
    /** Why a file was not stored. */
    file: (code: string, said: string): Said => say([`file.${code}`], said),
  };
}
