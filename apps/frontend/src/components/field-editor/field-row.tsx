import { ActionIcon, Menu } from "@mantine/core";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useAnnounce } from "@/components/ui/announcer";
import { Icon } from "@/components/ui/icon";
import type { DraftField, FieldAction } from "@/lib/field-draft";
import type { FieldProblems } from "@/lib/field-problems";

import { FieldForm } from "./field-form";
import classes from "./field-row.module.css";

interface FieldRowProps {
  field: DraftField;
  place: number;
  count: number;
  open: boolean;
  isNew: boolean;
  dragged: boolean;
  problems: FieldProblems | undefined;
  onAction: (action: FieldAction) => void;
  onRemove: () => void;
  onGrab: (event: PointerEvent<HTMLElement>) => void;
}

const STEPS: Record<string, (place: number, count: number) => number> = {
  ArrowUp: (place) => place - 1,
  ArrowDown: (place) => place + 1,
  Home: () => 0,
  End: (_place, count) => count - 1,
};

export function FieldRow(props: FieldRowProps) {
  const { field, place, count, open, isNew, dragged, problems, onAction, onRemove, onGrab } = props;
  const { t } = useTranslation("setup");
  const announce = useAnnounce();
  const row = useRef<HTMLLIElement>(null);
  const grip = useRef<HTMLButtonElement>(null);
  const moving = useRef(false);
  // A row that moves in the document loses the focus; the hand goes on pressing arrows.
  useEffect(() => {
    if (moving.current) grip.current?.focus();
    moving.current = false;
  }, [place]);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: "nearest" });
  }, [open, place]);
  const name = field.name.trim() === "" ? t("field.unnamed") : field.name;

  const moveTo = (to: number) => {
    if (to < 0 || to >= count || to === place) return;
    moving.current = true;
    onAction({ type: "move", id: field.id, to });
    announce(t("field.moved", { name, place: to + 1, count }));
  };
  const key = (event: KeyboardEvent<HTMLElement>) => {
    const target = STEPS[event.key];
    if (target === undefined) return;
    event.preventDefault();
    moveTo(target(place, count));
  };
  const toggle = () => onAction({ type: "open", id: open ? null : field.id });

  return (
    <li
      ref={row}
      className={classes.row}
      data-open={open || undefined}
      data-dragged={dragged || undefined}
      data-field={field.id}
    >
      <div className={classes.line}>
        <button
          ref={grip}
          type="button"
          className={classes.grip}
          aria-label={t("field.grip", { name })}
          title={t("field.grip_note")}
          onKeyDown={key}
          onPointerDown={onGrab}
        >
          <Icon name="grip" />
        </button>
        <button type="button" className={classes.open} aria-expanded={open} onClick={toggle}>
          <span className={field.name.trim() === "" ? classes.unnamed : classes.name}>{name}</span>{" "}
          <span className={classes.type}>
            {field.type === "enum" && field.values.length > 0
              ? t("type_of", { count: field.values.length })
              : t(`type.${field.type}`)}
          </span>{" "}
          <span className={classes.about}>
            {problems === undefined ? (
              field.description
            ) : (
              <span className={classes.problem}>
                <Icon name="warning" size={14} />
                {t(`problem.${problems.name ?? problems.values ?? "name_empty"}`)}
              </span>
            )}
          </span>
        </button>
        <Menu position="bottom-end" width={200} withinPortal={false} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={26} aria-label={t("field.more", { name })}>
              <Icon name="dots" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item data-autofocus onClick={() => onAction({ type: "duplicate", id: field.id })}>
              {t("field.duplicate")}
            </Menu.Item>
            <Menu.Item onClick={() => onAction({ type: "add", after: field.id })}>
              {t("field.add_below")}
            </Menu.Item>
            <Menu.Item disabled={place === 0} onClick={() => moveTo(place - 1)}>
              {t("field.up")}
            </Menu.Item>
            <Menu.Item disabled={place === count - 1} onClick={() => moveTo(place + 1)}>
              {t("field.down")}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item onClick={onRemove}>{t("field.remove")}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {open && <FieldForm field={field} problems={problems} isNew={isNew} onAction={onAction} />}
    </li>
  );
}
