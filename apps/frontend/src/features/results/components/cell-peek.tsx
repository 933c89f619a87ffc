import { Button, Kbd } from "@mantine/core";
import type { CSSProperties, MouseEvent } from "react";
import { useTranslation } from "react-i18next";

import type { FieldIn, RecordRead } from "@/api/gen/types.gen";
import { CertaintySign } from "@/components/ui/certainty-sign";
import { Icon } from "@/components/ui/icon";
import { TroubleText } from "@/components/ui/trouble-text";
import { certaintyOf } from "@/lib/certainty";
import { useFormats } from "@/lib/format";
import { misfitOf } from "@/lib/misfit";

import type { CellSave } from "../api/cell-saves";

import { EvidenceCrop } from "./evidence-crop";
import classes from "./evidence.module.css";
import { ROW_HEIGHT } from "./grid-columns";
import type { PeekPlace } from "./records-grid";

const WIDTH = 382;
/** About as high as it gets, without and with something to decide. */
const LOW = 116;
const HIGH = 220;

interface CellPeekProps {
  place: PeekPlace;
  record: RecordRead;
  field: string;
  /** What is being typed; null: nothing is. */
  draft: string | null;
  definition: FieldIn | undefined;
  /** Whether the scan belongs here; on wide screens the card stands beside the table. */
  crop: boolean;
  save: CellSave | undefined;
  onAgain: (save: CellSave) => void;
  onDrop: (save: CellSave) => void;
}

/** Below the focused cell: what stands on the card there, what was read, and what is wrong with saving it. */
export function CellPeek(props: CellPeekProps) {
  const { place, record, field, draft, definition, crop, save, onAgain, onDrop } = props;
  const { t } = useTranslation(["results", "certainty"]);
  const formats = useFormats();
  const evidence = record.evidence[field]?.[0];
  const troubled = save !== undefined && save.state !== "saving" ? save : null;
  const typing = draft !== null;
  const stands = save?.wanted ?? { value: record.data[field], verdict: record.review[field] };
  const typed = draft ?? (stands.verdict === "corrected" ? stands.value : null);
  const misfit = misfitOf(definition, typed);
  const showsCrop = crop && evidence !== undefined;
  if (!showsCrop && !typing && troubled === null && misfit === null) return null;
  const read = record.extracted[field] ?? null;
  const confidence = record.confidence[field];
  return (
    <div className={classes.peek} style={spot(place, troubled === null ? LOW : HIGH)} data-testid="peek">
      {showsCrop && <EvidenceCrop record={record} evidence={evidence} width={364} height={52} />}
      <div className={classes.line}>
        {t("peek.was")} <strong>{read ?? t("peek.blank")}</strong>
        <CertaintySign certainty={certaintyOf({ value: read, confidence, verdict: undefined })} />
        {confidence !== undefined && formats.share(confidence)}
        {typing && (
          <span className={classes.keys}>
            <Kbd size="xs">↵</Kbd> {t("peek.save")} <Kbd size="xs">{t("peek.escape")}</Kbd> {t("peek.back")}
          </span>
        )}
      </div>
      {misfit !== null && (
        <div className={classes.line} role="status">
          <Icon name="warning" size={14} /> {t(`certainty:misfit.${misfit}`)}
        </div>
      )}
      {troubled !== null && (
        <div className={classes.trouble} role="alert">
          {troubled.state === "conflict" ? (
            <p>
              {t("save.conflict", {
                theirs: troubled.theirs?.value ?? t("peek.blank"),
                mine: troubled.wanted.value ?? t("peek.blank"),
              })}
            </p>
          ) : (
            <p>
              {t("save.failed", { value: troubled.wanted.value ?? t("peek.blank") })}{" "}
              {troubled.error !== undefined && <TroubleText error={troubled.error} />}
            </p>
          )}
          <div className={classes.line}>
            <Button
              onMouseDown={stayInCell}
              size="compact-sm"
              variant="default"
              onClick={() => onAgain(troubled)}
            >
              {troubled.state === "conflict" ? t("save.mine") : t("save.again")}
            </Button>
            <Button
              onMouseDown={stayInCell}
              size="compact-sm"
              variant="default"
              onClick={() => onDrop(troubled)}
            >
              {troubled.state === "conflict" ? t("save.theirs") : t("save.drop")}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

/** Below the cell where there is room, else above it; never beyond the right edge. */
function spot({ top, left, rightEdge, bottomEdge }: PeekPlace, height: number): CSSProperties {
  const inside = Math.max(0, Math.min(left, rightEdge - WIDTH - 16));
  const below = top + ROW_HEIGHT;
  return below + height > bottomEdge
    ? { top, left: inside, transform: "translateY(-100%)" }
    : { top: below, left: inside };
}

/** A press does not take the focus from the cell: the next key is meant for it. */
function stayInCell(event: MouseEvent): void {
  event.preventDefault();
}
