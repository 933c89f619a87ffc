import { expect, test } from "vitest";

import { makeRecord } from "@/testing/factories";

import { acceptance, joined, noChange, rebase, reversal } from "./change";

const FIELDS = ["Composer", "Title", "Shelfmark"];
const record = makeRecord({ review: { Composer: "accepted" } });

test("a_card_is_accepted_as_it_stands_with_what_was_typed", () => {
  const change = acceptance(record, { Title: { text: " Fuge ", base: "Sonate" } }, FIELDS);

  expect(change.set).toEqual({ Title: "Fuge" });
  expect(change.accept).toEqual(["Shelfmark"]);
  expect(change.seen).toEqual({ Title: "Sonate", Shelfmark: "Spez.12.433" });
});

test("an_emptied_field_is_blank_and_an_untouched_one_stays", () => {
  expect(acceptance(record, { Title: { text: "  ", base: "Sonate" } }, ["Title"]).set).toEqual({
    Title: null,
  });
  expect(acceptance(record, {}, ["Composer"])).toEqual(noChange());
});

test("the_way_back_clears_what_was_unseen_and_restores_what_a_person_had_said", () => {
  const before = makeRecord({ review: { Title: "corrected", Shelfmark: "rejected" }, flag: "look" });
  const change = { ...noChange(), set: { Title: "B", Shelfmark: "C" }, accept: ["Composer"], flag: null };
  const back = reversal(change, before, makeRecord({ data: { Composer: "A", Title: "B", Shelfmark: "C" } }));

  expect(back.set).toEqual({ Title: "Sonate" });
  expect([back.clear, back.reject, back.flag]).toEqual([["Composer"], ["Shelfmark"], "look"]);
  expect(back.seen).toEqual({ Composer: "A", Title: "B", Shelfmark: "C" });
});

test("what_nobody_contradicts_is_said_again_and_a_difference_is_shown", () => {
  const change = acceptance(makeRecord(), { Title: { text: "Mine", base: "Sonate" } }, FIELDS);
  const now = makeRecord({
    data: { Composer: "Zimmermann, Rolf", Title: "Theirs", Shelfmark: "Spez.12.434" },
    review: { Title: "corrected", Shelfmark: "corrected", Composer: "accepted" },
    version: 2,
  });
  const { rest, clashes } = rebase(change, now);

  expect(rest).toEqual(noChange());
  expect(clashes).toEqual({
    Title: { mine: "Mine", theirs: "Theirs" },
    Shelfmark: { mine: "Spez.12.433", theirs: "Spez.12.434" },
  });
});

test("a_colleagues_other_field_does_not_stand_in_the_way", () => {
  const change = acceptance(makeRecord(), {}, ["Title"]);
  const now = makeRecord({ review: { Composer: "accepted" }, version: 2 });

  expect(rebase(change, now)).toEqual({ rest: change, clashes: {} });
});

test("of_two_changes_the_newer_word_on_a_field_holds", () => {
  const older = {
    ...noChange(),
    set: { Title: "A" },
    accept: ["Composer"],
    seen: { Title: "x", Composer: "y" },
  };
  const newer = { ...noChange(), accept: ["Title"], seen: { Title: "A" }, flag: "look" };

  expect(joined(older, newer)).toEqual({
    ...noChange(),
    accept: ["Composer", "Title"],
    seen: { Title: "A", Composer: "y" },
    flag: "look",
  });
});
