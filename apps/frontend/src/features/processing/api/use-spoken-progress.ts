import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useAnnounce } from "@/components/ui/announcer";

import type { LiveRun } from "./batch-stream";

/** Says each tenth of the way, the end, and a lost or found connection; every card would be noise. */
export function useSpokenProgress(title: string, { counts, finished, link }: LiveRun): void {
  const { t } = useTranslation("processing");
  const announce = useAnnounce();
  const tenth = useRef(-1);
  const ended = useRef(false);
  const before = useRef(link);

  useEffect(() => {
    if (counts === null) return;
    const { done, failed, total } = counts;
    if (finished) {
      if (!ended.current) announce(t("spoken.finished", { batch: title, done, failed }));
      ended.current = true;
      return;
    }
    ended.current = false;
    const now = total > 0 ? Math.floor(((done + failed) / total) * 10) : 0;
    if (now > tenth.current && tenth.current >= 0) {
      announce(t("spoken.progress", { batch: title, read: done + failed, total }));
    }
    tenth.current = now;
  }, [announce, counts, finished, t, title]);

  useEffect(() => {
    if (link === "lost" && before.current === "live") announce(t("spoken.lost"));
    if (link === "live" && before.current === "lost") announce(t("spoken.back"));
    before.current = link;
  }, [announce, link, t]);
}
