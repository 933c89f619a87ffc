import { useTranslation } from "react-i18next";

import { Tag } from "@/components/ui/tag";

import type { Link } from "../api/batch-stream";

/** Whether what stands here is fresh. */
export function LinkNote({ link }: { link: Link }) {
  const { t } = useTranslation("processing");
  switch (link) {
    case "connecting":
      return <Tag icon="clock">{t("link.connecting")}</Tag>;
    case "live":
      return (
        <Tag tone="ok" icon="check">
          {t("link.live")}
        </Tag>
      );
    case "lost":
      return (
        <Tag tone="mid" icon="warning">
          {t("link.lost")}
        </Tag>
      );
    case "refused":
      return (
        <Tag tone="low" icon="warning">
          {t("link.refused")}
        </Tag>
      );
    default:
      return link satisfies never;
  }
}
