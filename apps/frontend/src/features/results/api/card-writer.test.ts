import { expect, test } from "vitest";

import type { RecordPatch, RecordRead } from "@/api/gen/types.gen";
import { makeProblem, makeRecord } from "@/testing/factories";

import { CardWriter } from "./card-writer";
import { NO_SAVES, savesAfter, standingOf } from "./cell-saves";

/** A service of one card that refuses what is stale. */
class OneCard {
  record = makeRecord({ version: 5 });
  asked: RecordPatch[] = [];

  send = (_filename: string, patch: RecordPatch): Promise<RecordRead> => {
    this.asked.push(patch);
    if (patch.version !== this.record.version) {
      return Promise.reject(
        Object.assign(new Error(), makeProblem(409, "Changed.", "stale_version"), { record: this.record }),
      );
    }
    const data = { ...this.record.data, ...patch.set };
    const verdicts = Object.fromEntries(
      Object.keys(patch.set ?? {}).map((field) => [field, "corrected" as const]),
    );
    this.record = {
      ...this.record,
      data,
      review: { ...this.record.review, ...verdicts },
      version: this.record.version + 1,
    };
    return Promise.resolve(this.record);
  };
}

test("two_quick_edits_of_one_card_do_not_meet", async () => {
  const card = new OneCard();
  const writer = new CardWriter(card.send);
  const seen = card.record;
  const kinds = await Promise.all(
    ["Title", "Composer"].map((field) =>
      writer.write(seen, field, standingOf(seen, field), { set: { [field]: "x" } }),
    ),
  );
  expect(kinds.map(({ kind }) => kind)).toEqual(["saved", "saved"]);
  expect(card.asked.map(({ version }) => version)).toEqual([5, 6]);
  expect(writer.seen()).toEqual({ "000001.jpg": 7 });
});

test("a_colleague_in_another_field_is_no_conflict_and_in_this_one_is", async () => {
  const card = new OneCard();
  const seen = card.record;
  card.record = { ...seen, version: 9, data: { ...seen.data, Title: "Hers" } };
  const writer = new CardWriter(card.send);
  const other = await writer.write(seen, "Composer", standingOf(seen, "Composer"), {
    set: { Composer: "x" },
  });
  const same = await writer.write(seen, "Title", standingOf(seen, "Title"), { set: { Title: "Mine" } });
  expect([other.kind, same.kind]).toEqual(["saved", "conflict"]);
  expect(card.record.data).toMatchObject({ Composer: "x", Title: "Hers" });
});

test("no_answer_is_a_failure_and_the_next_edit_goes_on", async () => {
  const card = new OneCard();
  let away = true;
  const writer = new CardWriter((filename, patch) =>
    away ? Promise.reject(new TypeError("Failed to fetch")) : card.send(filename, patch),
  );
  const first = await writer.write(card.record, "Title", standingOf(card.record, "Title"), {
    set: { Title: "a" },
  });
  away = false;
  const next = await writer.write(card.record, "Title", standingOf(card.record, "Title"), {
    set: { Title: "b" },
  });
  expect([first.kind, next.kind]).toEqual(["failed", "saved"]);
});

test("an_older_answer_does_not_end_a_newer_edit_of_the_same_cell", () => {
  const base = { verdict: null, value: "read" } as const;
  const make = (value: string) => ({
    filename: "a.jpg",
    field: "Titel",
    base,
    wanted: { verdict: "corrected", value } as const,
    change: { set: { Titel: value } },
    state: "saving" as const,
  });
  const [older, newer] = [make("one"), make("two")];
  const both = savesAfter(savesAfter(NO_SAVES, { type: "begun", save: older }), {
    type: "begun",
    save: newer,
  });
  const key = "a.jpg\nTitel";
  expect(savesAfter(both, { type: "arrived", key, save: older })).toBe(both);
  expect(savesAfter(both, { type: "failed", key, save: newer, error: 1 }).get(key)?.state).toBe("failed");
  expect(savesAfter(both, { type: "arrived", key, save: newer }).size).toBe(0);
});
