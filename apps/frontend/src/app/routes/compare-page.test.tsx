import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";

import type {
  BatchPatch,
  MixesPlan,
  MixesRead,
  MixesWanted,
  MixRead,
  ReadingsWanted,
} from "@/api/gen/types.gen";
import { makeBatch, makeRecord } from "@/testing/factories";
import { renderApp } from "@/testing/render";
import { server, service } from "@/testing/server";

const PLACE = "/batches/sonatas-7f3a/compare";
const API = "*/api/v1/batches/:name";

const reader = (model: string | null) => ({
  reader: model === null ? "local" : `vision ${model}`,
  engine: model === null ? "local" : "vision",
  model,
  leaves_machine: model !== null,
});
const mix = (way: MixRead["way"], models: (string | null)[], part: Partial<MixRead> = {}): MixRead => ({
  key: `${way}: ${models.join(" + ")}`,
  way,
  readers: models.map(reader),
  f1: 0.9,
  low: 0.87,
  high: 0.93,
  cer: 0.024,
  accepted: 0.92,
  precision: 0.951,
  calibration_error: 0.012,
  fields: { Title: 0.7, Composer: 0.98 },
  seconds: 2.9,
  cost: 0.9,
  usable: way !== "vote",
  difference: null,
  ...part,
});
const noise = { difference: -0.009, low: -0.026, high: 0.008, better: 6, worse: 7, noise: true };
const worse = { difference: -0.111, low: -0.15, high: -0.07, better: 1, worse: 20, noise: false };

let plan: MixesPlan;
let found: MixesRead | null;
let asked: {
  planned: MixesWanted[];
  begun: MixesWanted[];
  read: ReadingsWanted[];
  set: BatchPatch[];
  against: (string | null)[];
};

beforeEach(() => {
  service.batches = [makeBatch()];
  sessionStorage.clear();
  asked = { planned: [], begun: [], read: [], set: [], against: [] };
  const known = { seconds: 2, cost: 0.001 };
  plan = {
    verified: 71,
    cards: Array.from({ length: 60 }, (_, n) => `${n}.jpg`),
    readers: [
      { ...reader(null), missing: [], seconds: 0.7, cost: 0 },
      { ...reader("alpha"), missing: ["1.jpg", "2.jpg"], ...known },
    ],
  };
  found = {
    id: 3,
    created_at: "2026-11-20T09:00:00Z",
    status: "done",
    against: "verified",
    cards: 60,
    step: 4,
    steps: 4,
    compared_with: "referee: alpha + beta + ",
    best: "referee: alpha + beta + ",
    suggested: "referee: alpha + ",
    mixes: [
      mix("alone", [null], { difference: worse, cost: 0, f1: 0.781, calibration_error: null }),
      mix("vote", ["alpha", "beta", null], { difference: noise }),
      mix("referee", ["alpha", null], { difference: noise }),
      mix("referee", ["alpha", "beta", null], { cost: 1.1, f1: 0.914 }),
    ],
  };
  server.use(
    http.post(`${API}/comparisons/plan`, async ({ request }) => {
      const wanted = (await request.json()) as MixesWanted;
      delete wanted.readers;
      asked.planned.push(wanted);
      return HttpResponse.json(plan);
    }),
    http.get(`${API}/comparisons`, () => HttpResponse.json({ items: found === null ? [] : [found] })),
    http.get(`${API}/comparisons/3`, ({ request }) => {
      asked.against.push(new URL(request.url).searchParams.get("against"));
      return HttpResponse.json(found);
    }),
    http.post(`${API}/comparisons`, async ({ request }) => {
      asked.begun.push((await request.json()) as MixesWanted);
      return HttpResponse.json({ ...found, status: "running", step: 0 }, { status: 202 });
    }),
    http.post(`${API}/readings`, async ({ request }) => {
      asked.read.push((await request.json()) as ReadingsWanted);
      return HttpResponse.json(makeBatch({ status: "running" }), { status: 202 });
    }),
    http.patch(API, async ({ request }) => {
      asked.set.push((await request.json()) as BatchPatch);
      return HttpResponse.json(makeBatch());
    }),
    http.get("*/api/v1/engines", () => HttpResponse.json({ items: [], default: "local" })),
  );
});

test("noise_is_called_no_difference_and_the_suggested_mix_can_be_used", async () => {
  const { user } = renderApp(PLACE);
  const use = await screen.findByRole("button", { name: "Use alpha + Built in" });
  const row = use.closest("tr")!;
  expect(row).toHaveTextContent("no difference −0.009 (−0.026 … +0.008)");
  expect(row).toHaveTextContent("92%95.1% right0.012$0.902.9");
  expect(screen.getByText("in use").closest("tr")).toHaveTextContent("worse −0.111");
  expect(screen.getByText("Suggested: alpha + Built in.")).toBeInTheDocument();
  await user.click(use);
  expect(asked.set).toEqual([
    { engine: "vision", model: "alpha", options: { second: { engine: "local", model: null } } },
  ]);
});

test("two_models_are_set_as_first_and_second_and_a_vote_cannot_be_set", async () => {
  const { user } = renderApp(PLACE);
  await user.click(await screen.findByRole("button", { name: "Use alpha + beta + Built in" }));
  expect(asked.set[0]?.options?.second).toEqual({ engine: "vision", model: "beta" });
  expect(screen.getByText("only measured")).toBeInTheDocument();
});

test("a_reader_that_lacks_cards_says_what_they_cost_and_reads_just_those", async () => {
  const { user } = renderApp(PLACE);
  expect(await screen.findByText("2 cards to read: $0.00, 4 sec")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Compare" }));
  expect(asked.begun).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Read 2 cards" }));
  expect(asked.read).toEqual([{ engine: "vision", model: "alpha", cards: ["1.jpg", "2.jpg"] }]);
  await user.click(screen.getByRole("checkbox", { name: "alpha" }));
  await user.click(screen.getByRole("button", { name: "Compare" }));
  expect(asked.begun).toEqual([{ size: 60, readers: [{ engine: "local" }] }]);
});

test("while_it_is_measured_the_page_says_how_far_it_is_and_that_it_may_be_left", async () => {
  found = { ...found!, status: "running", step: 2, suggested: null };
  renderApp(PLACE);
  expect(await screen.findByText(/2 of 4 readers and mixes. You may leave this page/)).toBeInTheDocument();
});

test("three_models_are_set_one_after_the_other_and_are_in_use_then", async () => {
  const three = mix("referee", ["alpha", "beta", "gamma", null], { f1: 0.92 });
  found = { ...found!, mixes: [...found!.mixes, three] };
  const second = ["beta", "gamma"].map((model) => ({ engine: "vision", model }));
  const { user } = renderApp(PLACE);
  const use = await screen.findByRole("button", { name: "Use alpha + beta + gamma + Built in" });
  service.batches = [makeBatch({ engine: "vision", model: "alpha", options: { second } })];
  await user.click(use);
  expect(asked.set).toEqual([{ engine: "vision", model: "alpha", options: { second } }]);
  const row = screen.getByText("alpha + beta + gamma + Built in", { selector: "th" }).closest("tr")!;
  await waitFor(() => expect(row).toHaveTextContent("in use"));
});

test("cards_are_the_newest_drawn_again_and_again_or_picked_by_hand", async () => {
  const { user } = renderApp(PLACE);
  const by = await screen.findByRole("combobox", { name: "Measured on" });
  expect(asked.planned.at(-1)).toEqual({ size: 60 });
  await user.clear(screen.getByRole("textbox", { name: "How many" }));
  await user.type(screen.getByRole("textbox", { name: "How many" }), "25");
  await waitFor(() => expect(asked.planned.at(-1)).toEqual({ size: 25 }));
  await user.selectOptions(by, "verified cards, drawn over the whole drawer");
  await waitFor(() => expect(asked.planned.at(-1)).toEqual({ size: 25, spread: true, seed: 1 }));
  await user.click(screen.getByRole("button", { name: "Draw others" }));
  await waitFor(() => expect(asked.planned.at(-1)).toEqual({ size: 25, spread: true, seed: 2 }));
  expect(screen.getByText(/Draw 2; the same number draws the same cards\./)).toBeInTheDocument();

  await user.selectOptions(by, "verified cards picked by hand");
  plan = { ...plan, cards: ["1.jpg"], left_out: ["nine.jpg"] };
  await user.type(screen.getByRole("textbox", { name: "File names" }), "1.jpg, nine.jpg");
  await user.tab();
  await waitFor(() => expect(asked.planned.at(-1)).toEqual({ cards: ["1.jpg", "nine.jpg"] }));
  expect(await screen.findByText(/1 is left out, not read or not verified: nine\.jpg\./)).toBeInTheDocument();
});

test("cards_chosen_in_results_are_compared_on", async () => {
  service.records = [makeRecord(), makeRecord({ filename: "000002.jpg" })];
  const { user } = renderApp("/batches/sonatas-7f3a/results");
  await user.click(await screen.findByRole("checkbox", { name: "Choose 000002.jpg" }));
  await user.click(screen.getByRole("button", { name: "Compare readers on them" }));
  expect(await screen.findByRole("textbox", { name: "File names" })).toHaveValue("000002.jpg");
  expect(asked.planned.at(-1)).toEqual({ cards: ["000002.jpg"] });
});

test("how_the_cards_were_chosen_is_said_with_what_was_measured", async () => {
  found = { ...found!, choice: { by: "random", size: 60, seed: 4 } };
  renderApp(PLACE);
  expect(await screen.findByText(/ · drawn over the drawer \(draw 4\)/)).toBeInTheDocument();
});

test("few_cards_are_called_few", async () => {
  plan = { ...plan, cards: ["1.jpg", "2.jpg", "3.jpg"] };
  found = null;
  renderApp(PLACE);
  expect(
    await screen.findByText("A comparison needs at least 5; from 20 on, readers can be told apart."),
  ).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Verify cards" })).toHaveAttribute(
    "href",
    "/batches/sonatas-7f3a/verify",
  );
});

test("enough_to_compare_but_few_are_called_few_in_one_sentence", async () => {
  plan = { ...plan, cards: ["1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg", "6.jpg"] };
  found = null;
  renderApp(PLACE);
  expect(await screen.findByText("With at least 20, readers can be told apart.")).toBeInTheDocument();
  expect(screen.queryByText(/needs at least 5/)).not.toBeInTheDocument();
});

test("a_reading_from_stored_words_is_not_called_a_time", async () => {
  found = { ...found!, mixes: found!.mixes.map((mix) => ({ ...mix, seconds: 0.02 })) };
  renderApp(PLACE);
  expect((await screen.findAllByText("words stored")).length).toBeGreaterThan(0);
  expect(screen.queryByText("0.0")).not.toBeInTheDocument();
});
