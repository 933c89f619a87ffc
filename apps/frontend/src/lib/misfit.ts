import type { FieldIn } from "@/api/gen/types.gen";

/** What a value is not, although its field asks for it. */
export type Misfit = "year" | "number" | "date" | "enum";

const YEAR = /(?<!\d)(1[0-9]|20)\d\d(?!\d)/;
const NUMBER = /^[+-]?\d+([.,'’\u00a0\u202f ]\d+)*$/;
const DATE =
  /^\D*\d{1,4}\D+\d{1,2}\D+\d{1,4}\D*$|^\D*\d{1,2}\.?\s+\p{L}{3,}\.?,?\s+\d{4}\D*$|^\p{L}{3,}\.?\s+\d{1,2},?\s+\d{4}\D*$/u;
/** Beside the year: "[1904]", "um 1904", "1904/05", "© 1904?". */
const BESIDE = 8;

/** A quiet remark, never a prohibition: cards say stranger things than any type foresees. Blank fits everywhere. */
export function misfitOf(field: FieldIn | undefined, value: string | null | undefined): Misfit | null {
  const text = (value ?? "").trim();
  if (text === "" || field === undefined) return null;
  switch (field.type) {
    case "year":
      return YEAR.test(text) && text.length <= 4 + BESIDE ? null : "year";
    case "number":
      return NUMBER.test(text) ? null : "number";
    case "date":
      return DATE.test(text) ? null : "date";
    case "enum":
      return (field.values ?? []).length === 0 || field.values?.includes(text) === true ? null : "enum";
    default:
      return null;
  }
}
