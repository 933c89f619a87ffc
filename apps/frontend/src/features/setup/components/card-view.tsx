import { ActionIcon } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { CardImage, type ShownPage } from "@/components/image-viewer/card-image";
import { useCardLook } from "@/components/image-viewer/card-look";
import { Icon, type IconName } from "@/components/ui/icon";

import type { FieldMark } from "../api/marks";

import classes from "./card-view.module.css";

interface CardViewProps {
  page: ShownPage;
  alt: string;
  marks: readonly FieldMark[];
  active: string | null;
  onActive: (field: string | null) => void;
  /** Stands at the left of the tools: where we are, and the way to the next card. */
  children: ReactNode;
}

const STEP = 1.4;

/** A card that fits its place, can be enlarged and pushed about, with the places of the values drawn on it. */
export function CardView({ page, alt, marks, active, onActive, children }: CardViewProps) {
  const { t } = useTranslation("setup");
  const look = useCardLook(page.view_url);
  const tool = (name: "smaller" | "fit" | "larger", icon: IconName, run: () => void) => (
    <ActionIcon variant="subtle" color="gray" size={28} aria-label={t(`card.${name}`)} onClick={run}>
      <Icon name={icon} />
    </ActionIcon>
  );
  return (
    <>
      <div className={classes.tools}>
        {children}
        <div className={classes.zoom} role="group" aria-label={t("card.zoom")}>
          {tool("smaller", "minus", () => look.zoom(1 / STEP))}
          {tool("fit", "fit", look.fit)}
          {tool("larger", "plus", () => look.zoom(STEP))}
        </div>
      </div>
      <div className={classes.desk}>
        <CardImage
          page={page}
          name={alt}
          look={look}
          marks={marks}
          isActive={(mark) => mark.field === active}
          onMark={(mark) => onActive(mark.field)}
          keys={t("card.region")}
        />
      </div>
    </>
  );
}
