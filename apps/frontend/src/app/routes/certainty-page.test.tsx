import { screen, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";

import type { AcceptanceRead, AuditRead, CertaintyRead } from "@/api/gen/types.gen";
import { makeBatch } from "@/testing/factories";
import { renderApp } from "@/testing/render";
import { problem, server, service } from "@/testing/server";

const PLACE = "/batches/sonatas-7f3a/certainty";
const API = "*/api/v1/batches/:name";

const row = (at: number, open: number, precision: number, measured = 300) => ({
  at,
  open,
  share: open / 1000,
  measured,
  precision,
  low: precision - 0.01,
  high: Math.min(1, precision + 0.01),
});

const MEASURED: CertaintyRead = {
  calibrated: true,
  verified: 288,
  measured_on: 288,
  needed: 50,
  version: 9,
  error: 0.016,
  bins: [{ low: 0.9, high: 0.95, count: 100, mean: 0.94, right: 0.93, right_low: 0.88, right_high: 0.96 }],
  empty_bins: [],
  rows: [row(0.8, 900, 0.92), row(0.9, 800, 0.96), row(0.95, 700, 0.98), row(0.99, 10, 1, 5)],
  fields: [
    { field: "Title", given: 90, right: 80, empty: 10, empty_right: 10, open: 300, threshold: 0.9 },
    { field: "Composer", given: 100, right: 100, empty: 0, empty_right: 0, open: 300, threshold: 0.5 },
  ],
  open: 1000,
  threshold: 0.88,
};
const NOTHING: CertaintyRead = {
  ...MEASURED,
  calibrated: false,
  verified: 0,
  measured_on: 0,
  error: null,
  bins: [],
  rows: [],
  fields: [],
};
const AUDIT: AuditRead = {
  id: 4,
  created_at: "2026-11-20T09:00:00Z",
  who: "someone",
  population: 1000,
  size: 149,
  checked: 140,
  wrong: 0,
  wrong_by_much: 0,
  rate: 0,
  bound: 0.0212,
  fields: [{ name: "Title", checked: 140, wrong: 0 }],
  kinds: [],
  next: { place: 140, filename: "000001.jpg", field: "Title" },
  answered: [],
};

let certainty: CertaintyRead;
let acceptances: AcceptanceRead[];
let audits: AuditRead[];
let answers: unknown[];

beforeEach(() => {
  service.batches = [makeBatch()];
  certainty = MEASURED;
  acceptances = [];
  audits = [];
  answers = [];
  server.use(
    http.get(`${API}/certainty`, () => HttpResponse.json(certainty)),
    http.get(`${API}/learning`, () => problem(503, "Not now.")),
    http.get(`${API}/rule-acceptances`, () => HttpResponse.json({ items: acceptances })),
    http.post(`${API}/rule-acceptances`, async ({ request }) => {
      const { at } = (await request.json()) as { at: number };
      acceptances = [
        {
          id: 7,
          created_at: "2026-11-20T09:00:00Z",
          who: "someone",
          at,
          fields: null,
          calibrated: true,
          measured: 300,
          precision: 0.96,
          count: 800,
          undone_at: null,
        },
      ];
      return HttpResponse.json(acceptances[0], { status: 201 });
    }),
    http.delete(`${API}/rule-acceptances/7`, () => {
      acceptances = acceptances.map((one) => ({ ...one, undone_at: "2026-11-20T10:00:00Z" }));
      return HttpResponse.json(acceptances[0]);
    }),
    http.get(`${API}/audits`, () => HttpResponse.json({ items: audits })),
    http.get(`${API}/audits/4`, () => HttpResponse.json(audits[0])),
    http.get(`${API}/records/:file/pages`, () => HttpResponse.json({ items: [] })),
  );
});

test("the_lowest_limit_that_reached_the_wanted_share_is_chosen_and_accepted_in_one_step", async () => {
  const { user } = renderApp(PLACE);
  expect(await screen.findByRole("radio", { name: "from 0.90" })).toBeChecked();
  expect(screen.getByText(/800 values, about 32 of them wrong/)).toBeInTheDocument();
  await user.selectOptions(screen.getByRole("combobox", { name: "Wanted share of right values" }), "0.98");
  expect(await screen.findByRole("radio", { name: "from 0.95" })).toBeChecked();
  await user.click(screen.getByRole("radio", { name: "from 0.90" }));
  await user.click(await screen.findByRole("button", { name: "Accept 800 values" }));

  const undo = await screen.findByRole("button", { name: /^Undo: 800 values from 0\.90/ });
  await user.click(undo);
  expect(await screen.findByText("undone")).toBeInTheDocument();
});

test("a_share_that_few_values_reached_by_chance_is_not_taken_for_reached", async () => {
  renderApp(`${PLACE}?precision=0.99`);
  expect(await screen.findByText("No limit in the table reached this share.")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /^Accept/ })).not.toBeInTheDocument();
});

test("without_verified_cards_nothing_is_promised", async () => {
  certainty = NOTHING;
  renderApp(PLACE);
  expect(await screen.findByText("not calibrated yet")).toBeInTheDocument();
  expect(screen.getByText(/^0 cards are verified of the 50 that are needed/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /^Accept/ })).not.toBeInTheDocument();
});

test("cards_verified_since_the_last_training_count_and_it_is_said_what_was_measured", async () => {
  certainty = { ...MEASURED, calibrated: false, verified: 4, measured_on: 3 };
  renderApp(PLACE);
  expect(
    await screen.findByText(/^4 cards are verified of the 50.* measured at the last training, on 3 of them/),
  ).toBeInTheDocument();
});

test("with_enough_cards_before_the_next_training_nothing_more_is_asked_for", async () => {
  certainty = { ...MEASURED, calibrated: false, verified: 51, measured_on: 48 };
  renderApp(PLACE);
  expect(await screen.findByText(/^51 cards are verified: calibrated with the next/)).toBeInTheDocument();
});

test("the_bound_and_the_way_to_the_goal_are_told", async () => {
  audits = [AUDIT];
  renderApp(PLACE);
  expect(await screen.findByText("≤ 2.1%")).toBeInTheDocument();
  expect(screen.getByText("9 more values without an error reach your goal of 2%.")).toBeInTheDocument();
  expect(screen.getByText("by the blind sample")).toBeInTheDocument();
});

test("an_answer_that_could_not_be_saved_is_still_there", async () => {
  audits = [AUDIT];
  server.use(
    http.post(`${API}/audits/4/answers`, async ({ request }) => {
      answers.push(await request.json());
      return problem(503, "The disk is full.");
    }),
  );
  const { user } = renderApp(`${PLACE}?audit=4`);
  const input = await screen.findByRole("textbox", { name: "What stands on the card as “Title”?" });
  expect(input).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(screen.getByText("Type what stands there, or say that nothing does.")).toBeInTheDocument();
  expect(answers).toEqual([]);
  await user.type(input, "Sonate{Enter}");
  const note = await screen.findByRole("alert");
  expect(note).toHaveTextContent("The disk is full.");
  expect(input).toHaveValue("Sonate");
  await user.click(within(note).getByRole("button", { name: "Try again" }));
  expect(answers).toEqual([
    { place: 140, value: "Sonate" },
    { place: 140, value: "Sonate" },
  ]);
});

test("what_cannot_be_loaded_says_so", async () => {
  server.use(http.get(`${API}/certainty`, () => problem(500, "Broken.")));
  renderApp(PLACE);
  expect(await screen.findByText("The certainty could not be loaded.")).toBeInTheDocument();
});
