import { expect, test } from "vitest";

import type { ReaderSays, RecordDetail } from "@/api/gen/types.gen";
import { makeRecord } from "@/testing/factories";

import { differs, isLost, keyTo, offersOf } from "./offers";

const detail = (part: Partial<RecordDetail> = {}): RecordDetail => ({
  ...makeRecord(),
  readings: [],
  readers: [],
  differ: [],
  history: [],
  ...part,
});
const PLACE = { image: 0, box: [0.1, 0.1, 0.2, 0.05] as [number, number, number, number] };
const says = (model: string, Title: string | null, confidence: number): ReaderSays => ({
  reader: `vision ${model}`,
  engine: "vision",
  model,
  values: { Title: { text: Title, confidence, evidence: Title === null ? [] : [PLACE] } },
});

test("other_values_come_from_readings_people_and_the_list_each_once", () => {
  const reading = { id: 1, attempt: 1, engine: "e", model: null, success: true, error: null, cause: null, duration: 1, created_at: "", current: true }; // prettier-ignore
  const record = detail({ readings: [{ ...reading, values: { Title: "Sonata" } }] });
  const texts = offersOf(record, { name: "Title", values: ["Sonate", "Fuge"] }).map((offer) => offer.text);

  expect(texts).toEqual(["Sonate", "Sonata", "Fuge"]);
  expect(differs(record, "Title")).toBe(false);
});

test("readers_that_say_the_same_stand_together_with_their_certainty_and_place", () => {
  const readers = [says("a", "Sonata", 0.6), says("b", "Sonata", 0.8), says("c", "Sonate", 0.9)];
  const [stands, other] = offersOf(detail({ readers }), { name: "Title" });

  expect(stands?.readers).toEqual([{ name: "c", sure: 0.9 }]);
  expect(other?.readers.map((one) => one.name)).toEqual(["a", "b"]);
  expect(other?.evidence).toEqual([PLACE]);
});

test("a_blank_can_be_taken_only_where_another_reader_has_a_value", () => {
  const texts = (readers: ReaderSays[]) =>
    offersOf(detail({ readers }), { name: "Title" }).map((offer) => offer.text);

  expect(texts([says("a", null, 0.9), says("b", "Sonate", 0.9)])).toEqual(["Sonate", ""]);
  expect(texts([says("a", null, 0.9), says("b", null, 0.9)])).toEqual(["Sonate"]);
});

test("only_what_a_reader_says_can_be_missing_on_the_card_and_never_a_value_of_a_list", () => {
  const offer = { text: "x", readers: [{ name: "a", sure: 1 }], evidence: [] };

  expect(isLost(offer, { name: "Title" })).toBe(true);
  expect(isLost(offer, { name: "Title", type: "enum" })).toBe(false);
  expect(isLost({ ...offer, readers: [] }, { name: "Title" })).toBe(false);
  expect(isLost({ ...offer, text: "" }, { name: "Title" })).toBe(false);
});

test("the_key_beside_a_value_is_the_one_that_brings_it", () => {
  expect([0, 1].map((place) => keyTo(place, 0, 2))).toEqual(["ArrowUp", "ArrowDown"]);
  expect([0, 1, 2].map((place) => keyTo(place, 1, 3))).toEqual(["ArrowUp", null, "ArrowDown"]);
  expect(keyTo(0, -1, 2)).toBe("ArrowDown");
});
