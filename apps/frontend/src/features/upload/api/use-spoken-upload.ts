import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useAnnounce } from "@/components/ui/announcer";
import { useFormats } from "@/lib/format";

import { type BatchUpload, totalsOf } from "./upload-state";

/** Says once how an upload ended; every hundred files would be noise. */
export function useSpokenUpload(upload: BatchUpload): void {
  const { t } = useTranslation("upload");
  const announce = useAnnounce();
  const formats = useFormats();
  const { busy, failed } = totalsOf(upload);
  const before = useRef(busy);

  useEffect(() => {
    if (before.current && !busy) {
      if (failed > 0) announce(t("queue.said_failed", { count: failed, n: formats.number(failed) }));
      else if (upload.stored + upload.skipped.length + upload.rejected.length > 0) {
        announce(
          t("queue.said_done", {
            stored: formats.number(upload.stored),
            skipped: formats.number(upload.skipped.length),
            rejected: formats.number(upload.rejected.length),
          }),
        );
      }
    }
    before.current = busy;
  }, [announce, busy, failed, formats, t, upload]);
}
