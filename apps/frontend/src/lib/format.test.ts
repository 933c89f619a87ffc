import { expect, test } from "vitest";

import { formats } from "./format";

const now = () => new Date(2026, 10, 22, 9, 0);
const de = formats("de", now);
const en = formats("en", now);
/** Intl sets narrow and unbreakable blanks; a test need not tell them apart. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("numbers_and_shares_follow_the_language", () => {
  expect(de.number(12845)).toBe("12.845");
  expect(en.number(12845)).toBe("12,845");
  expect(plain(de.percent(1, 8))).toBe("13 %");
  expect(en.percent(3, 0)).toBe("0%");
});

test("today_and_yesterday_have_names_older_days_a_date", () => {
  expect(en.when(new Date(2026, 10, 22, 8, 12).toISOString())).toMatch(/^today 08:12/);
  expect(de.when(new Date(2026, 10, 21, 16, 40).toISOString())).toBe("gestern 16:40");
  expect(de.when(new Date(2026, 10, 12).toISOString())).toBe("12. Nov. 2026");
  expect(en.when("nonsense")).toBe("–");
});

test("durations_are_said_as_people_say_them", () => {
  expect(en.duration(0.2)).toBe("1 sec");
  expect(en.duration(40)).toBe("40 sec");
  expect(en.duration(840)).toBe("14 min");
  expect(plain(de.duration(12_000))).toBe("3 Std. 20 Min.");
  expect(en.duration(60 * 60 * 20)).toBe("20 hr");
});

test("sizes_grow_into_the_next_unit", () => {
  expect(en.bytes(10)).toBe("1 kB");
  expect(en.bytes(2_450_000)).toBe("2.5 MB");
  expect(plain(de.bytes(1_200_000_000))).toBe("1,2 GB");
});

test("shares_and_figures_keep_their_decimals", () => {
  expect(en.rate(0.0213, 1)).toBe("2.1%");
  expect(plain(de.rate(0.5, 1))).toBe("50,0 %");
  expect(de.fixed(0.7, 2)).toBe("0,70");
});

test("a_limit_keeps_every_digit_that_was_set", () => {
  expect([1, 0.0185, 12.5].map(en.limit)).toEqual(["$1.00", "$0.0185", "$12.50"]);
  expect(plain(de.limit(0.0065))).toBe("0,0065 $");
});
