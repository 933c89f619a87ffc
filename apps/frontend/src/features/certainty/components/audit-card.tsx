import { ActionIcon, Loader } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import type { CardPageRead } from "@/api/gen/types.gen";
import { CardImage } from "@/components/image-viewer/card-image";
import { useCardLook } from "@/components/image-viewer/card-look";
import { Icon } from "@/components/ui/icon";
import { ProblemNote } from "@/components/ui/problem-note";

import type { useAuditPages } from "../api/use-audit";

import classes from "./audit-desk.module.css";

interface AuditCardProps {
  filename: string;
  pages: ReturnType<typeof useAuditPages>;
}

/** The card as it is: nothing on it tells where or what the machine has read. */
export function AuditCard({ filename, pages }: AuditCardProps) {
  const { t } = useTranslation("reliability");
  const look = useCardLook(filename);
  const blind = useMemo(() => (pages.data?.items ?? []).map(withoutWords), [pages.data]);
  return (
    <section className={classes.card} aria-label={t("check.card", { card: filename })}>
      <div className={classes.tools} role="toolbar" aria-label={t("check.tools")}>
        <b>{filename}</b>
        <ActionIcon variant="subtle" aria-label={t("check.smaller")} onClick={() => look.zoom(1 / 1.4)}>
          <Icon name="minus" />
        </ActionIcon>
        <ActionIcon variant="subtle" aria-label={t("check.larger")} onClick={() => look.zoom(1.4)}>
          <Icon name="zoom_in" />
        </ActionIcon>
        <ActionIcon variant="subtle" aria-label={t("check.turn")} onClick={look.rotate}>
          <Icon name="rotate" />
        </ActionIcon>
      </div>
      {pages.isPending && <Loader size="sm" aria-label={t("check.loading")} />}
      {pages.isError && (
        <ProblemNote error={pages.error} what={t("check.no_card")} retry={() => pages.refetch()} />
      )}
      <div className={classes.stage}>
        {blind.map((page) => (
          <CardImage
            key={page.filename}
            page={page}
            name={t("check.image", { card: filename, n: page.image + 1 })}
            look={look}
            marks={[]}
          />
        ))}
      </div>
    </section>
  );
}

/** Recognised words would lead who looks, and a click on one would repeat the machine's mistake. */
function withoutWords(page: CardPageRead): CardPageRead {
  return { ...page, lines: [] };
}
