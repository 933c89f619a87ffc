import { expect, test } from "vitest";

import type { CardPageRead, RecordDetail } from "@/api/gen/types.gen";
import { makeRecord } from "@/testing/factories";

import { labelBefore, ruleOf, trainingOf } from "./why";

function record(part: Partial<RecordDetail> = {}): RecordDetail {
  return {
    ...makeRecord(),
    readings: [],
    readers: [],
    differ: [],
    history: [],
    reading_id: 1,
    evidence: { Shelfmark: [{ image: 0, box: [0.4, 0.5, 0.2, 0.05] }] },
    ...part,
  };
}

function page(words: readonly (readonly [string, number, number])[]): CardPageRead {
  return {
    image: 0,
    filename: "000001.jpg",
    view_url: "",
    thumbnail_url: "",
    width: 1000,
    height: 600,
    blank: false,
    lines: [
      {
        text: "",
        box: [0, 0, 1, 1],
        score: 1,
        words: words.map(([text, x, y]) => ({ text, box: [x, y, 0.1, 0.05], score: 1 })),
      },
    ],
  };
}

test("the_label_is_what_stands_before_the_value_on_its_line", () => {
  const words = page([
    ["Spez.12", 0.4, 0.5],
    ["Ort:", 0.25, 0.5],
    ["Heutiger", 0.1, 0.5],
    ["Titel:", 0.25, 0.2],
  ]);
  expect(labelBefore(record(), [words], "Shelfmark")).toBe("Heutiger Ort:");
});

test("an_earlier_value_is_no_part_of_the_label", () => {
  const words = page([
    ["Basel.", 0.1, 0.5],
    ["Standort:", 0.25, 0.5],
  ]);
  expect(labelBefore(record(), [words], "Shelfmark")).toBe("Standort:");
});

test("words_without_a_colon_are_no_label", () => {
  expect(labelBefore(record(), [page([["Standort", 0.25, 0.5]])], "Shelfmark")).toBeNull();
  expect(labelBefore(record(), [], "Shelfmark")).toBeNull();
});

test("the_training_is_known_by_the_name_of_the_model", () => {
  expect(trainingOf(record({ model: "pp-ocrv6-small+learned-12" }))).toBe(12);
  expect(trainingOf(record({ model: "pp-ocrv6-small" }))).toBeNull();
});

test("a_rule_is_told_from_a_person", () => {
  const entry = {
    field: "Title",
    verdict: "accepted",
    value: null,
    previous: null,
    machine: null,
    version: 2,
    created_at: "",
  };
  const history = [{ ...entry, who: "rule: from 0.93 (someone)" }] as RecordDetail["history"];
  const accepted = { review: { Title: "accepted" as const }, history };
  expect(ruleOf(record(accepted), "Title")).toBe(0.93);
  expect(
    ruleOf(record({ ...accepted, history: [...history, { ...history[0]!, who: "Ada" }] }), "Title"),
  ).toBeNull();
});
