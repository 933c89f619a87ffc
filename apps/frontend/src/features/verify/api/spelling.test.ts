import { expect, test } from "vitest";

import type { CardPageRead, NormaliserRead, RecordDetail } from "@/api/gen/types.gen";

import { spellingOf } from "./spelling";

function rule(kind: NormaliserRead["kind"], before: string, after: string, on = true): NormaliserRead {
  return { key: `Ort|${kind}|${before}`, field: "Ort", kind, before, after, examples: 3, says: "", on };
}

function spelled(value: string, words: string[], ...rules: NormaliserRead[]): string | null {
  const record = {
    extracted: { Ort: value },
    evidence: { Ort: [{ image: 0, box: [0.1, 0.1, 0.1 * words.length, 0.05] }] },
  } as unknown as RecordDetail;
  const told = words.map((text, n) => ({ text, box: [0.1 + 0.1 * n, 0.11, 0.09, 0.03] }));
  const pages = [{ image: 0, lines: [{ words: told }] }] as unknown as CardPageRead[];
  return spellingOf(record, pages, "Ort", rules)?.kind ?? null;
}

test("the_learned_spelling_that_changed_a_value_is_found", () => {
  expect(spelled("Basel", ["Basel."], rule("drop_end", ".", ""))).toBe("drop_end");
  expect(spelled("Basel", ["BASEL"], rule("capitals", "", ""))).toBe("capitals");
  expect(spelled("U 34. 6645", ["U34.6645"], rule("spacing", "U#.#", "U #. #"))).toBe("spacing");
  expect(spelled("8°", ["80"], rule("replace", "80", "8°"))).toBe("replace");
});

test("a_value_as_it_stands_or_a_rule_that_is_off_says_nothing", () => {
  expect(spelled("Basel", ["Basel"], rule("drop_end", ".", ""))).toBeNull();
  expect(spelled("Basel", ["Basel."], rule("drop_end", ".", "", false))).toBeNull();
  expect(spelled("Basel", ["Bern"], rule("drop_end", ".", ""))).toBeNull();
});
