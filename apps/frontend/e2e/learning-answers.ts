import type { Page } from "@playwright/test";

import type {
  AuditRead,
  CertaintyRead,
  EvaluationRead,
  LearningRead,
  ModelRead,
} from "../src/api/gen/types.gen";

/** What a drawer answers that people have worked on for weeks: the samples are too few to get there. */
const CARDS = [5, 10, 20, 40, 60, 100, 150, 200, 288];
const F1 = [0.685, 0.69, 0.737, 0.76, 0.781, 0.786, 0.789, 0.791, 0.793];

const model = (cards: number, place: number): ModelRead => ({
  version: place + 1,
  created_at: "2026-11-20T09:00:00Z",
  cards,
  seconds: 4.3,
  f1_macro: F1[place] ?? null,
  f1_micro: (F1[place] ?? 0) + 0.02,
  spread: 0.03,
  rules_macro: 0.64,
  rules_micro: 0.65,
  calibration_error: 0.016,
});

export function learned(fields: readonly string[]): LearningRead {
  const curve = CARDS.map(model);
  const [first = "Titel", second = "Jahr"] = fields;
  return {
    verified: 288,
    least: 3,
    until_next: 3,
    training: false,
    calibrated: true,
    calibrated_from: 50,
    trend: "flat",
    shared: true,
    model: curve.at(-1) ?? null,
    curve,
    fields: fields.map((field, place) => ({
      field,
      f1: 0.95 - place * 0.04,
      rules_f1: place === 2 ? null : 0.8 - place * 0.05,
      wanted: 280 - place * 7,
      wrong: place * 3,
      missed: place * 2,
      invented: place,
    })),
    normalisers: [
      { key: "a", field: first, kind: "drop_end", before: ".", after: "", examples: 41, says: "", on: true },
      { key: "b", field: first, kind: "capitals", before: "", after: "", examples: 12, says: "", on: true },
      {
        key: "c",
        field: second,
        kind: "spacing",
        before: "U#.#",
        after: "U #. #",
        examples: 7,
        says: "",
        on: false,
      },
      {
        key: "d",
        field: second,
        kind: "replace",
        before: "80",
        after: "8°",
        examples: 3,
        says: "",
        on: true,
      },
    ],
  };
}

export function certain(fields: readonly string[]): CertaintyRead {
  const bin = (mean: number, count: number, right: number) => ({
    low: mean - 0.02,
    high: mean + 0.02,
    count,
    mean,
    right,
    right_low: Math.max(0, right - 0.6 / Math.sqrt(count)),
    right_high: Math.min(1, right + 0.5 / Math.sqrt(count)),
  });
  const row = (at: number, open: number, precision: number) => ({
    at,
    open,
    share: open / 10_857,
    measured: 900,
    precision,
    low: precision - 0.008,
    high: Math.min(1, precision + 0.006),
  });
  return {
    calibrated: true,
    verified: 288,
    measured_on: 288,
    needed: 50,
    version: 9,
    error: 0.016,
    bins: [
      bin(0.15, 40, 0.18),
      bin(0.35, 60, 0.31),
      bin(0.55, 90, 0.57),
      bin(0.75, 140, 0.74),
      bin(0.88, 300, 0.9),
      bin(0.96, 700, 0.96),
      bin(0.99, 900, 0.985),
    ],
    empty_bins: [bin(0.9, 200, 0.91)],
    rows: [
      row(0.8, 10_206, 0.92),
      row(0.9, 9_554, 0.941),
      row(0.95, 8_577, 0.958),
      row(0.98, 7_166, 0.974),
      row(0.99, 5_863, 0.981),
    ],
    fields: fields.map((field, place) => ({
      field,
      given: 250,
      right: 245 - place * 6,
      empty: 38,
      empty_right: 36,
      open: 1_000,
      threshold: 0.9,
    })),
    open: 10_857,
    threshold: 0.947,
  };
}

export function audited(fields: readonly string[]): AuditRead {
  return {
    id: 1,
    created_at: "2026-11-20T09:00:00Z",
    who: "someone",
    population: 10_857,
    size: 299,
    checked: 224,
    wrong: 1,
    wrong_by_much: 1,
    rate: 1 / 224,
    bound: 0.021,
    fields: fields.map((name, place) => ({ name, checked: 30 + place, wrong: place === 0 ? 1 : 0 })),
    kinds: [
      { name: "Dissertation", checked: 180, wrong: 1 },
      { name: "Habilitation", checked: 44, wrong: 0 },
    ],
    next: { place: 224, filename: "x.jpg", field: fields[0] ?? "" },
    answered: [],
  };
}

export function evaluated(fields: readonly string[], id: number, macro: number): EvaluationRead {
  const tally = (place: number) => ({
    exact: 0.9 - place * 0.05,
    right: 60 - place,
    f1: 0.95 - place * 0.04,
    precision: 0.95,
    recall: 0.94,
    fuzzy: 0.97,
    cer: 0.012 + place * 0.01,
    wanted: 65,
    wrong: place,
    missed: place,
    invented: place === 1 ? 1 : 0,
  });
  const [first = "", second = ""] = fields;
  return {
    id,
    title: id === 2 ? "Nach dem Lernen" : "Regeln allein",
    created_at: "2026-11-20T09:00:00Z",
    manifest: {
      against: "truth",
      readings: { "local/pp-ocrv6-small+learned-9": 65 },
      learned: { version: 9, cards: 288 },
      code: "0.1.0",
    },
    summary: {
      cards: 65,
      unread: 0,
      macro,
      micro: macro + 0.01,
      all: tally(1),
      fields: Object.fromEntries(fields.map((field, place) => [field, tally(place)])),
      worst: [
        { filename: "dis-0004.jpg", field: first, truth: "Sonate in g", value: "Konzert", ratio: 12 },
        { filename: "dis-0007.jpg", field: second, truth: "1978", value: null, ratio: 0 },
      ],
      mistaken: [{ wanted: first, found: second, count: 4 }],
    },
  };
}

/** The places of this batch answer so from now on. */
export async function answerSo(page: Page, batchName: string, fields: readonly string[]): Promise<void> {
  const api = `**/api/v1/batches/${batchName}`;
  const say = (path: string, json: unknown) =>
    page.route(`${api}/${path}`, (route) =>
      route.request().method() === "GET" ? route.fulfill({ json }) : route.continue(),
    );
  const runs = [evaluated(fields, 2, 0.86), evaluated(fields, 1, 0.855)];
  await say("learning", learned(fields));
  await say("certainty?*", certain(fields));
  await say("audits", { items: [audited(fields)] });
  await say("rule-acceptances", {
    items: [
      {
        id: 1,
        created_at: "2026-11-20T09:00:00Z",
        who: "someone",
        at: 0.98,
        fields: null,
        calibrated: true,
        measured: 900,
        precision: 0.974,
        count: 412,
        undone_at: null,
      },
    ],
  });
  await say("refieldings", {
    items: [
      {
        id: 1,
        version: 9,
        status: "done",
        created_at: "2026-11-20T09:00:00Z",
        cards: 400,
        changed: 417,
        filled: 52,
        emptied: 3,
      },
    ],
  });
  await say("evaluations", {
    items: runs.map(({ id, title, created_at, summary }) => ({
      id,
      title,
      created_at,
      cards: summary.cards,
      macro: summary.macro,
      micro: summary.micro,
    })),
  });
  for (const run of runs) await say(`evaluations/${run.id}`, run);
  await say("evaluations/1/comparison?*", {
    cards: 65,
    first: 0.855,
    second: 0.86,
    difference: 0.005,
    low: -0.008,
    high: 0.026,
    better: 9,
    worse: 7,
    noise: true,
  });
}
