import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";

import type { BatchRead, CostRead } from "@/api/gen/types.gen";
import { makeBatch, makeCost, makeReaderCost } from "@/testing/factories";
import { FakeSocket } from "@/testing/fake-socket";
import { renderApp } from "@/testing/render";
import { problem, server, service } from "@/testing/server";

const COST = "*/api/v1/batches/:name/cost";

beforeEach(() => {
  FakeSocket.all = [];
  vi.stubGlobal("WebSocket", FakeSocket);
});

async function open(answer: () => Response, part: Partial<BatchRead> = {}) {
  service.batches = [makeBatch({ engine: "vision", model: "alpha", ...part })];
  server.use(http.get(COST, answer));
  renderApp("/batches/sonatas-7f3a/run");
  await screen.findByRole("region", { name: "Progress of Sonatas A–K" });
}

const meter = async (cost: Partial<CostRead>, part: Partial<BatchRead> = {}) => {
  await open(() => HttpResponse.json(makeCost(cost)), part);
  return within(await screen.findByRole("region", { name: "What it costs" }));
};

const ONE = { readings: 24, prompt_tokens: 24_000, completion_tokens: 2_400, spent: 0.024, per_card: 0.001 };

test.each([
  ["it_is_not_known_yet", () => new Promise<Response>(() => undefined)],
  ["nothing_was_spent", () => Promise.resolve(HttpResponse.json(makeCost()))],
  ["it_cannot_be_had", () => Promise.resolve(problem(503, "The database is away."))],
])("there_is_no_meter_while_%s", async (_, answer) => {
  const asked = vi.fn(answer);
  service.batches = [makeBatch()];
  server.use(http.get(COST, asked));
  renderApp("/batches/sonatas-7f3a/run");
  await screen.findByRole("region", { name: "Progress of Sonatas A–K" });
  await waitFor(() => expect(asked).toHaveBeenCalled());
  expect(screen.queryByRole("region", { name: "What it costs" })).not.toBeInTheDocument();
});

test("one_readers_money_stands_once", async () => {
  const costs = await meter({ ...ONE, readers: [makeReaderCost()] });
  expect(costs.getByText("spent").nextSibling).toHaveTextContent("$0.024");
  expect(costs.getByText("a card").nextSibling).toHaveTextContent("$0.001");
  expect(costs.getByText("tokens").nextSibling).toHaveTextContent("26,400");
  expect(costs.queryByRole("table")).not.toBeInTheDocument();
  expect(costs.queryByText("expected at the end")).not.toBeInTheDocument();
});

test("tokens_without_a_price_are_told_and_no_money_is_made_up", async () => {
  const costs = await meter({ ...ONE, spent: null, per_card: null });
  expect(costs.getByText("spent").nextSibling).toHaveTextContent("no price known");
  expect(costs.queryByText("a card")).not.toBeInTheDocument();
  expect(costs.queryByText(/\$/)).not.toBeInTheDocument();
});

test("several_readers_are_told_apart_and_summed", async () => {
  const dear = { model: "beta", cards: 4, left: 20, spent: 0.04, per_card: 0.01, per_verified: 0.02 };
  const estimate = { cards: 20, cost: 0.2, margin: 0.01, seconds: 60, sample: 4 };
  const costs = await meter({
    ...ONE,
    spent: 0.064,
    per_verified: 0.032,
    readers: [makeReaderCost(), makeReaderCost({ ...dear, estimate })],
    expected: { cost: 0.2, margin: 0.01 },
  });
  const rows = costs.getAllByRole("row").map((row) => row.textContent);
  expect(rows[1]).toBe("alpha2426,400$0.024$0.001$0.012$0.00");
  expect(rows[2]).toBe("beta426,400$0.04$0.01$0.02$0.20");
  expect(rows[3]).toBe("together26,400$0.064$0.001$0.032$0.20");
  expect(costs.getByText("expected at the end").nextSibling).toHaveTextContent("$0.26");
});

test("what_a_reader_will_cost_is_a_dash_until_it_is_known_and_the_built_in_one_is_free", async () => {
  const fresh = makeReaderCost({
    model: "beta",
    cards: 0,
    left: 24,
    readings: 0,
    spent: null,
    per_card: null,
  });
  const local = makeReaderCost({ engine: "local", model: null, free: true, left: 24, readings: 0 });
  const costs = await meter({ ...ONE, readers: [makeReaderCost(), { ...fresh, per_verified: null }, local] });
  expect(costs.getByRole("row", { name: /^beta/ })).toHaveTextContent(/^beta026,400––––$/);
  expect(costs.getByRole("row", { name: /free, on this machine/ })).toBeInTheDocument();
  expect(costs.queryByText("expected at the end")).not.toBeInTheDocument();
});

test("the_ceiling_is_a_bar_that_is_full_when_it_is_reached", async () => {
  const costs = await meter(
    { ...ONE, spent: 0.018, ceiling: 0.0185 },
    { status: "paused", reason_code: "ceiling" },
  );
  const bar = costs.getByRole("progressbar", { name: "Spent of the ceiling" });
  expect(bar).toHaveAttribute("aria-valuetext", "$0.018 of $0.0185; it pauses before the ceiling is passed");
  expect(bar).toHaveAttribute("aria-valuemax", "0.0185");
});

test("a_small_ceiling_is_named_with_all_its_digits_and_can_be_raised", async () => {
  const reason = "The ceiling of $0.0065 is reached: $0.006 spent. Raise it, then resume.";
  const paused = { status: "paused", reason, reason_code: "ceiling", options: { ceiling: 0.0065 } } as const;
  await open(() => HttpResponse.json(makeCost()), paused);
  expect(screen.getByText(reason)).toBeInTheDocument();
  expect(screen.getByRole("textbox", { name: "New ceiling in US$" })).toHaveValue("$0.013");
});
