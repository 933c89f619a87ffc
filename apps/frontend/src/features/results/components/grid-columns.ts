import type { FieldIn } from "@/api/gen/types.gen";

/** The columns before the fields. */
export const FIXED = [
  { name: "select", width: 36 },
  { name: "card", width: 168 },
  { name: "state", width: 104 },
] as const;
export const FIXED_WIDTH = FIXED.reduce((sum, { width }) => sum + width, 0);
/** What stays in view when the fields are scrolled. */
export const STUCK_WIDTH = FIXED[0].width + FIXED[1].width;
export const ROW_HEIGHT = 31;
export const HEAD_HEIGHT = 32;

export interface GridColumn {
  name: string;
  width: number;
  /** Among all columns, the fixed ones first. */
  index: number;
}

export interface Typing {
  draft: string;
  by: "typing" | "opening";
  onDraft: (draft: string) => void;
  onEnd: () => void;
}

export function cellId(row: number, column: number): string {
  return `cell-${row}-${column}`;
}

/** Types whose characters must not be mistaken for one another: 1 l I, 0 O. */
const EXACT = new Set(["shelfmark", "year", "number", "date"]);

export function isExact(field: FieldIn | undefined): boolean {
  return field?.type !== undefined && EXACT.has(field.type);
}

const WIDTHS: Partial<Record<NonNullable<FieldIn["type"]>, number>> = {
  year: 84,
  number: 84,
  date: 104,
  enum: 128,
  shelfmark: 144,
};

export function widthOf(field: FieldIn | undefined): number {
  return WIDTHS[field?.type ?? "text"] ?? 184;
}
