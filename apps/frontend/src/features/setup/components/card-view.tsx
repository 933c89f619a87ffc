import { ActionIcon } from "@mantine/core";
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";

import type { Mark } from "../api/marks";

import classes from "./card-view.module.css";

interface CardViewProps {
  src: string;
  alt: string;
  width: number;
  height: number;
  marks: readonly Mark[];
  active: string | null;
  onActive: (field: string | null) => void;
  /** Stands at the left of the tools: where we are, and the way to the next card. */
  children: ReactNode;
}

const NEAREST = 6;
const STEP = 1.4;

/** A card that fits its place, can be enlarged and pushed about, with the places of the values drawn on it. */
export function CardView({ src, alt, width, height, marks, active, onActive, children }: CardViewProps) {
  const { t } = useTranslation("setup");
  const [zoom, setZoom] = useState(1);
  const desk = useRef<HTMLDivElement>(null);
  const pulled = useRef<{ x: number; y: number } | null>(null);

  useEffect(() => {
    if (zoom === 1 || active === null) return;
    desk.current?.querySelector(`[data-active]`)?.scrollIntoView({ block: "center", inline: "center" });
  }, [active, zoom]);

  const scale = (by: number) => setZoom((before) => Math.min(NEAREST, Math.max(1, before * by)));
  const key = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "+" || event.key === "=") scale(STEP);
    else if (event.key === "-") scale(1 / STEP);
    else if (event.key === "0") setZoom(1);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className={classes.tools}>
        {children}
        <div className={classes.zoom} role="group" aria-label={t("card.zoom")}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t("card.smaller")}
            disabled={zoom === 1}
            onClick={() => scale(1 / STEP)}
          >
            <Icon name="minus" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t("card.fit")}
            disabled={zoom === 1}
            onClick={() => setZoom(1)}
          >
            <Icon name="fit" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t("card.larger")}
            disabled={zoom >= NEAREST}
            onClick={() => scale(STEP)}
          >
            <Icon name="plus" />
          </ActionIcon>
        </div>
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys only repeat the buttons above */}
      <div
        ref={desk}
        className={classes.desk}
        role="region"
        aria-label={t("card.region")}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
        tabIndex={0}
        onKeyDown={key}
        onPointerDown={(event) => {
          if (event.button === 0 && zoom > 1) pulled.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerMove={(event) => {
          if (pulled.current === null) return;
          event.currentTarget.scrollBy(pulled.current.x - event.clientX, pulled.current.y - event.clientY);
          pulled.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerUp={() => (pulled.current = null)}
        onPointerLeave={() => (pulled.current = null)}
      >
        <div className={classes.card} style={{ "--ratio": width / height, "--zoom": zoom } as CSSProperties}>
          <img src={src} alt={alt} className={classes.scan} draggable={false} />
          {marks.map(({ field, number, tone, box: [x, y, w, h] }, place) => (
            <span
              key={`${field} ${place}`}
              className={classes.mark}
              data-tone={tone}
              data-active={field === active || undefined}
              style={{ left: `${x * 100}%`, top: `${y * 100}%`, width: `${w * 100}%`, height: `${h * 100}%` }}
              onPointerEnter={() => onActive(field)}
              aria-hidden="true"
            >
              {(place === 0 || marks[place - 1]?.field !== field) && (
                <b className={classes.number}>{number}</b>
              )}
            </span>
          ))}
        </div>
      </div>
    </>
  );
}
