import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";

import type { BatchPatch, BatchRead, CostRead, EngineRead, ReadingsWanted } from "@/api/gen/types.gen";
import { makeBatch, makeCost } from "@/testing/factories";
import { renderApp } from "@/testing/render";
import { problem, server, service } from "@/testing/server";

const API = "*/api/v1";
const engine = (part: Partial<EngineRead>): EngineRead => ({
  name: "vision",
  state: "ready",
  models: ["alpha", "beta", "gamma"],
  needs: "",
  leaves_machine: true,
  host: "models.example",
  ...part,
});
const listed = ["alpha", "beta", "gamma"].map((id) => ({
  id,
  allowed: true,
  images: true,
  prompt_price: null,
  completion_price: null,
  probe: null,
}));

/** By model; "": of all readers. */
let costs: Record<string, CostRead>;
let patched: BatchPatch[];
let beside: ReadingsWanted[];

beforeEach(() => {
  costs = {};
  patched = [];
  beside = [];
  server.use(
    http.get(`${API}/engines`, () =>
      HttpResponse.json({
        items: [engine({}), engine({ name: "local", models: ["own"], leaves_machine: false, host: "" })],
        default: "vision",
      }),
    ),
    http.get(`${API}/engines/:name/models`, () => HttpResponse.json({ items: listed })),
    http.get(`${API}/templates`, () => HttpResponse.json({ items: [], total: 0 })),
    http.get(`${API}/batches/:name/cost`, ({ request }) =>
      HttpResponse.json(costs[new URL(request.url).searchParams.get("model") ?? ""] ?? makeCost()),
    ),
    http.patch(`${API}/batches/:name`, async ({ request }) => {
      const wanted = (await request.json()) as BatchPatch;
      patched.push(wanted);
      const before = service.batches[0]!;
      const options = Object.assign({ ...before.options }, wanted.options);
      service.batches = [{ ...before, options }];
      return HttpResponse.json(service.batches[0]);
    }),
    http.post(`${API}/batches/:name/readings`, async ({ request }) => {
      beside.push((await request.json()) as ReadingsWanted);
      return HttpResponse.json(service.batches[0], { status: 202 });
    }),
  );
});

async function open(part: Partial<BatchRead> = {}) {
  service.batches = [
    makeBatch({ status: "draft", engine: "vision", model: "alpha", pending: 24, done: 0, ...part }),
  ];
  const app = renderApp("/batches/sonatas-7f3a/setup");
  const second = await screen.findByRole("combobox", { name: "Second reader" });
  return { ...app, second };
}

const known = (cards: number, cost: number | null, margin: number | null) =>
  makeCost({ readings: 5, estimate: { cards, cost, margin, seconds: 52 * 60, sample: 5 } });
const BETA = { engine: "vision", model: "beta" };
const GAMMA = { engine: "vision", model: "gamma" };

test("nothing_is_said_of_money_before_there_are_images", async () => {
  await open({ total: 0, pending: 0 });
  expect(screen.getByText("What it costs can be said once there are images.")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /to estimate/ })).not.toBeInTheDocument();
});

test("an_unknown_price_is_called_unknown_and_a_few_cards_tell_it", async () => {
  const sampled = vi.fn(() => HttpResponse.json(makeBatch({ status: "running" }), { status: 202 }));
  server.use(http.post(`${API}/batches/:name/sample`, sampled));
  const { user } = await open();
  expect(screen.getByText(/What it costs is not known yet/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Read 5 cards to estimate" }));
  await waitFor(() => expect(sampled).toHaveBeenCalledOnce());
});

test.each([
  ["with_a_margin", known(10_000, 8.6, 0.7), "10,000 cards: $8.60 ± $0.70, 52 min"],
  ["from_one_card_without_one", known(10_000, 8.6, null), "10,000 cards: about $8.60, 52 min"],
  ["without_a_price", known(10_000, null, null), "10,000 cards: 52 min; the provider names no price"],
  ["when_nothing_is_left", known(0, 0, 0), "It has read all cards."],
])("an_estimate_is_a_line_%s", async (_, cost, line) => {
  costs.alpha = cost;
  await open();
  expect(await screen.findByText(line)).toBeInTheDocument();
  expect(screen.getByText("from 5 cards read")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Read 5 more" })).toBeEnabled();
});

test("while_cards_are_read_the_estimate_waits", async () => {
  await open({ status: "running" });
  expect(screen.getByText("A few cards are being read …")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Read 5 cards to estimate" })).toBeDisabled();
});

test("an_estimate_that_cannot_be_had_says_so_and_is_asked_for_again", async () => {
  let away = true;
  server.use(
    http.get(`${API}/batches/:name/cost`, () =>
      away ? problem(503, "The database is away.") : HttpResponse.json(known(24, 0.024, 0.001)),
    ),
  );
  const { user } = await open();
  const note = (await screen.findByText(/The estimate could not be loaded/)).closest('[role="alert"]');
  away = false;
  await user.click(within(note as HTMLElement).getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("24 cards: $0.024 ± $0.001, 52 min")).toBeInTheDocument();
});

test("cards_that_are_refused_are_told", async () => {
  server.use(
    http.post(`${API}/batches/:name/sample`, () => problem(409, "The batch is running.", "batch_running")),
  );
  const { user } = await open();
  await user.click(screen.getByRole("button", { name: "Read 5 cards to estimate" }));
  expect(await screen.findByText(/The cards were not read\./)).toBeInTheDocument();
});

test("a_second_reader_is_another_model_and_reads_only_what_the_first_has_read", async () => {
  const { user, second } = await open();
  expect(screen.queryByRole("combobox", { name: "Its model" })).not.toBeInTheDocument();
  await user.selectOptions(second, "vision");
  expect(await screen.findByRole("combobox", { name: "Its model" })).toHaveValue("beta");
  expect(screen.getByText("What the second reader costs is not known yet.")).toBeInTheDocument();
  expect(screen.getByText("The first reader has to read a few cards before.")).toBeInTheDocument();
  await waitFor(() => expect(patched.at(-1)?.options?.second).toEqual(BETA));
});

test("a_few_cards_are_read_beside_the_first", async () => {
  costs.beta = makeCost();
  const { user } = await open({
    status: "completed",
    pending: 0,
    done: 24,
    options: { second: BETA },
  });
  const buttons = screen.getAllByRole("button", { name: "Read 5 cards to estimate" });
  await user.click(buttons.find((one) => !one.hasAttribute("disabled"))!);
  await waitFor(() => expect(beside).toEqual([{ engine: "vision", model: "beta", sample: 5 }]));
});

test("the_same_model_twice_is_refused_on_the_spot", async () => {
  const { user } = await open({ options: { second: BETA } });
  const model = screen.getByRole("combobox", { name: "Its model" });
  await within(model).findByRole("option", { name: "alpha" });
  await user.selectOptions(model, "alpha");
  await waitFor(() => expect(model).toHaveAccessibleDescription(/^That reader reads already\./));
});

test("the_built_in_reader_beside_a_model_costs_nothing", async () => {
  const { user, second } = await open();
  await user.selectOptions(second, "local");
  expect(await screen.findByText("Free, on this machine.")).toBeInTheDocument();
  await waitFor(() => expect(patched.at(-1)?.options?.second).toMatchObject({ engine: "local" }));
});

test("a_third_reader_is_added_and_taken_away_and_all_together_have_a_price", async () => {
  costs[""] = makeCost({ expected: { cost: 0.072, margin: 0.004 } });
  const { user } = await open({ options: { second: BETA } });
  expect(
    await screen.findByText(/All readers together, for what is left: \$0\.072 ± \$0\.004/),
  ).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Add another reader" }));
  const third = screen.getByRole("combobox", { name: "Reader 3" });
  await user.selectOptions(third, "vision");
  await waitFor(() => expect(patched.at(-1)?.options?.second).toEqual([BETA, GAMMA]));
  await user.selectOptions(screen.getByRole("combobox", { name: "Second reader" }), "");
  await waitFor(() => expect(patched.at(-1)?.options?.second).toEqual(GAMMA));
});

test("no_sum_is_made_up_while_one_price_is_unknown", async () => {
  costs.beta = known(24, 0.024, 0.001);
  await open({ options: { second: [BETA, GAMMA] } });
  expect(await screen.findByText("24 cards: $0.024 ± $0.001, 52 min")).toBeInTheDocument();
  expect(screen.queryByText(/All readers together/)).not.toBeInTheDocument();
});

test("what_two_readers_gain_is_measured_when_asked_for", async () => {
  server.use(
    http.post(`${API}/batches/:name/comparison`, () =>
      HttpResponse.json({
        verified: 20,
        needed: 0,
        readers: [{ f1: 0.842 }, { f1: 0.801 }],
        vote: 0.85,
        referee: 0.908,
        calibration_error: null,
      }),
    ),
  );
  const { user } = await open({ reviewed: 20, options: { second: BETA } });
  expect(screen.getByText(/Measured with recorded answers/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Measure on 20 verified cards" }));
  expect(
    await screen.findByText(
      "On 20 verified cards of this drawer: F1 0.908 together, 0.842 the better one alone.",
    ),
  ).toBeInTheDocument();
});

test("a_ceiling_is_kept_with_all_its_digits", async () => {
  const { user } = await open();
  await user.type(screen.getByRole("textbox", { name: "Ceiling in US$" }), "0.0065");
  await waitFor(() => expect(patched.at(-1)?.options?.ceiling).toBe(0.0065));
});
