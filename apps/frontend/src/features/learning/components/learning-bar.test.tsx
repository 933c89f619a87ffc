import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";

import type { LearningRead, ModelRead, ReaderUseRead, RefieldingRead } from "@/api/gen/types.gen";
import { theme } from "@/lib/theme";
import { quickClient } from "@/testing/render";
import { problem, server } from "@/testing/server";

import { LearningBar } from "./learning-bar";

const API = "*/api/v1/batches/b";

const MODEL: ModelRead = {
  version: 2,
  created_at: "2026-11-20T09:00:00Z",
  cards: 20,
  seconds: 2.4,
  f1_macro: 0.76,
  f1_micro: 0.78,
  spread: 0.03,
  rules_macro: 0.6,
  rules_micro: 0.61,
  calibration_error: null,
};

let learning: LearningRead;
let done: RefieldingRead[];
let off: string[][];
let fielded: number;
let readers: Pick<ReaderUseRead, "engine" | "model">[];

beforeEach(() => {
  learning = {
    verified: 20,
    least: 3,
    until_next: 3,
    training: false,
    calibrated: false,
    calibrated_from: 50,
    trend: "rising",
    shared: false,
    model: MODEL,
    curve: [{ ...MODEL, version: 1, cards: 10, f1_macro: 0.69 }, MODEL],
    fields: [],
    normalisers: [
      {
        key: "t|drop_end|.",
        field: "Title",
        kind: "drop_end",
        before: ".",
        after: "",
        examples: 4,
        says: "",
        on: true,
      },
    ],
  };
  done = [];
  off = [];
  fielded = 0;
  readers = [{ engine: "local", model: "pp" }];
  server.use(
    http.get(`${API}/readings`, () => HttpResponse.json({ items: readers, failures: [] })),
    http.post(`${API}/judgements/preview`, () =>
      HttpResponse.json({ cards: 300, total: 400, changed: 417, filled: 52, emptied: 0, examples: [] }),
    ),
    http.post(`${API}/judgements`, () => {
      const begun: RefieldingRead = { ...CHANGED, version: 0, taught: learning.verified };
      done = [begun];
      return HttpResponse.json({ ...begun, status: "running" }, { status: 202 });
    }),
    http.get(`${API}/learning`, () => HttpResponse.json(learning)),
    http.get(`${API}/learning/next`, () => HttpResponse.json({ filenames: ["000003.jpg", "000009.jpg"] })),
    http.get(`${API}/refieldings`, () => HttpResponse.json({ items: done })),
    http.post(`${API}/refieldings`, () => {
      const begun: RefieldingRead = { ...CHANGED, version: learning.model?.version ?? 0 };
      done = [begun];
      return HttpResponse.json({ ...begun, status: "running" }, { status: 202 });
    }),
    http.delete(`${API}/refieldings/1`, () => {
      done = done.map((one) => ({ ...one, status: "taken_back" }));
      return HttpResponse.json(done[0]);
    }),
    http.put(`${API}/learning/normalisers`, async ({ request }) => {
      const wanted = (await request.json()) as { off: string[] };
      off.push(wanted.off);
      learning.normalisers = learning.normalisers.map((rule) => ({
        ...rule,
        on: !wanted.off.includes(rule.key),
      }));
      return HttpResponse.json(learning);
    }),
  );
});

const CHANGED: RefieldingRead = {
  id: 1,
  version: 2,
  status: "done",
  created_at: "2026-11-20T09:00:00Z",
  cards: 400,
  changed: 417,
  filled: 52,
  emptied: 0,
};

/** Alone on a page: the rest of the place has tests of its own. */
function show() {
  const page = createRootRoute({
    component: () => <LearningBar batchName="b" onFielded={() => (fielded += 1)} />,
  });
  const router = createRouter({ routeTree: page, history: createMemoryHistory() });
  render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={quickClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return userEvent.setup();
}

async function bar(): Promise<HTMLElement> {
  const found = await screen.findByRole("region", { name: "What the reader has learned" });
  await within(found).findByRole("button", { name: "Details" });
  return found;
}

test("it_says_how_much_was_learned_when_the_next_training_comes_and_where_it_goes", async () => {
  show();
  expect(await bar()).toHaveTextContent(
    /20 cards verified.*next training after 3 more.*F1 0\.76 ± 0\.03, rising/,
  );
});

test("before_the_first_training_it_says_how_many_cards_are_missing_and_offers_nothing", async () => {
  learning = { ...learning, verified: 1, until_next: 2, model: null, curve: [], trend: "unknown" };
  show();
  expect(await bar()).toHaveTextContent(/1 card verified.*learning begins after 2 more/);
  expect(screen.queryByRole("button", { name: "Learn now" })).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Use it on the other cards" })).not.toBeInTheDocument();
});

test("below_ten_cards_f1_is_not_told_and_using_it_is_not_urged", async () => {
  const few = { ...MODEL, cards: 4, f1_macro: 1, spread: 0 };
  learning = { ...learning, verified: 4, model: few, curve: [few] };
  show();
  expect(await bar()).toHaveTextContent("F1: 4 cards are too few to say");
  expect(screen.queryByText(/1\.00/)).not.toBeInTheDocument();
  expect(await screen.findByRole("button", { name: "Use it on the other cards" })).toHaveAttribute(
    "data-variant",
    "default",
  );
});

test("a_training_under_way_is_said_but_looking_whether_one_is_due_is_not", async () => {
  learning.training = true;
  show();
  expect(await bar()).not.toHaveTextContent("Training now");
  learning.until_next = 0;
  expect(await screen.findByText("Training now …")).toBeInTheDocument();
});

test("what_using_it_changed_is_told_and_can_be_taken_back", async () => {
  const user = show();
  await user.click(await screen.findByRole("button", { name: "Use it on the other cards" }));
  expect(await screen.findByText("417 values changed, 52 newly filled")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Use it on the other cards" })).not.toBeInTheDocument();
  expect(fielded).toBe(1);
  await user.click(screen.getByRole("button", { name: "Take back" }));
  expect(await screen.findByText("The change was taken back.")).toBeInTheDocument();
  expect(fielded).toBe(2);
  expect(screen.getByRole("button", { name: "Use it on the other cards" })).toBeInTheDocument();
});

test("a_newer_training_is_offered_in_place_of_the_old_news", async () => {
  done = [{ ...CHANGED, version: 1 }];
  show();
  expect(await screen.findByRole("button", { name: "Use it on the other cards" })).toBeInTheDocument();
  expect(screen.queryByText("417 values changed, 52 newly filled")).not.toBeInTheDocument();
});

test("a_refused_training_says_why", async () => {
  server.use(
    http.post(`${API}/learning/train`, () => problem(422, "There are 2 verified cards with stored words.")),
  );
  const user = show();
  await user.click(await screen.findByRole("button", { name: "Learn now" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("There are 2 verified cards with stored words.");
});

test("what_cannot_be_loaded_says_so_and_can_be_asked_for_again", async () => {
  let away = true;
  server.use(
    http.get(`${API}/learning`, () =>
      away ? problem(503, "The database is away.") : HttpResponse.json(learning),
    ),
  );
  const user = show();
  const note = await screen.findByRole("alert");
  away = false;
  await user.click(within(note).getByRole("button", { name: "Try again" }));
  expect(await bar()).toHaveTextContent("20 cards verified");
});

test("a_learned_spelling_stands_there_in_words_and_is_switched_off", async () => {
  const user = show();
  await user.click(await screen.findByRole("button", { name: "Details" }));
  const rule = await screen.findByRole("switch", { name: /^Title: “\.” at the end is dropped/ });
  expect(rule).toBeChecked();
  await user.click(rule);
  expect(off).toEqual([["t|drop_end|."]]);
  expect(await screen.findByRole("switch", { name: /^Title/, checked: false })).toBeEnabled();
});

test("cards_that_teach_most_are_a_link_away", async () => {
  const user = show();
  await user.click(await screen.findByRole("button", { name: "Details" }));
  expect(await screen.findByRole("link", { name: "000009.jpg" })).toHaveAttribute(
    "href",
    "/batches/b/verify/000009.jpg?order=card",
  );
});

test("several_readers_are_judged_after_a_look_taken_back_and_offered_anew", async () => {
  readers = [
    { engine: "local", model: "pp+learned-2" },
    { engine: "vision", model: "alpha" },
    { engine: "referee", model: "20 cards" },
  ];
  const user = show();
  const own = within(await bar());
  await user.click(await own.findByRole("button", { name: "Let the referee choose" }));
  expect(await own.findByText(/Tried on 300 of 400/)).toHaveTextContent(
    "417 values changed, 52 newly filled",
  );
  expect(done).toEqual([]);
  await user.click(own.getByRole("button", { name: "Apply" }));
  expect(await own.findByRole("button", { name: "Take back" })).toBeInTheDocument();
  expect(own.queryByRole("button", { name: /referee|other cards/ })).not.toBeInTheDocument();
  await user.click(own.getByRole("button", { name: "Take back" }));
  expect(await own.findByRole("button", { name: "Let the referee choose" })).toBeInTheDocument();
});

test("the_referee_is_offered_anew_when_more_cards_were_verified_since", async () => {
  readers = [
    { engine: "vision", model: "beta" },
    { engine: "vision", model: "alpha" },
  ];
  done = [{ ...CHANGED, version: 0, taught: 17 }];
  show();
  expect(
    await within(await bar()).findByRole("button", { name: "Let the referee choose again" }),
  ).toBeInTheDocument();
});

test("one_reader_whatever_it_has_learned_needs_no_referee", async () => {
  readers = [
    { engine: "local", model: "pp" },
    { engine: "local", model: "pp+learned-2" },
  ];
  show();
  expect(
    await within(await bar()).findByRole("button", { name: "Use it on the other cards" }),
  ).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /referee/ })).not.toBeInTheDocument();
});
