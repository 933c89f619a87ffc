import { expect, test } from "vitest";

import type { RecordDetail } from "@/api/gen/types.gen";
import { makeRecord } from "@/testing/factories";

import { fieldAfter, firstField } from "./fields";
import { cardsPerHour, finishedAt } from "./pace";

const FIELDS = ["Composer", "Title", "Shelfmark"];
const detail = (part: Partial<RecordDetail> = {}): RecordDetail => ({
  ...makeRecord(),
  readings: [],
  readers: [],
  differ: [],
  history: [],
  ...part,
});

test("the_eye_goes_to_the_first_field_in_doubt_and_from_it_to_the_next", () => {
  expect(firstField(detail(), FIELDS)).toBe("Title");
  expect(fieldAfter(detail(), FIELDS, "Title")).toBe("Shelfmark");
  expect(fieldAfter(detail(), FIELDS, "Shelfmark")).toBe("Title");
  expect(firstField(detail(), FIELDS, "Composer")).toBe("Composer");
});

test("where_nothing_is_in_doubt_no_field_comes_after", () => {
  const sure = detail({ confidence: { Composer: 1, Title: 1, Shelfmark: 1 } });

  expect(firstField(sure, FIELDS)).toBe("Composer");
  expect(fieldAfter(sure, FIELDS, "Composer")).toBeNull();
  expect(fieldAfter(sure, FIELDS, "Shelfmark")).toBeNull();
});

test("in_the_queue_of_differences_the_eye_goes_where_readers_differ_and_nobody_has_spoken", () => {
  const record = detail({ differ: ["Composer", "Shelfmark"], review: { Shelfmark: "accepted" } });

  expect(firstField(record, FIELDS, undefined, true)).toBe("Composer");
  expect(firstField(record, FIELDS)).toBe("Title");
  expect(fieldAfter(record, FIELDS, "Title", true)).toBe("Composer");
});

test("cards_an_hour_leave_pauses_out", () => {
  const minute = 60_000;
  const pace = [0, 1, 2, 62, 63, 64].map((at) => at * minute).reduce<readonly number[]>(finishedAt, []);

  expect(cardsPerHour(pace)).toBe(60);
  expect(cardsPerHour([0, minute])).toBeNull();
});
