import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";

import type { ComparisonRead, EvaluationCreate, EvaluationRead, TallyRead } from "@/api/gen/types.gen";
import { makeBatch } from "@/testing/factories";
import { renderApp } from "@/testing/render";
import { problem, server, service } from "@/testing/server";

const PLACE = "/batches/sonatas-7f3a/evaluation";
const API = "*/api/v1/batches/:name";

const TALLY: TallyRead = {
  exact: 0.9,
  right: 9,
  f1: 0.95,
  precision: 0.9,
  recall: 0.9,
  fuzzy: 0.97,
  cer: 0.02,
  wanted: 10,
  wrong: 1,
  missed: 2,
  invented: 3,
};

function run(id: number, title: string): EvaluationRead {
  return {
    id,
    title,
    created_at: "2026-11-20T09:00:00Z",
    manifest: { against: "truth", readings: { "local/small": 10 }, learned: null, code: "0.1.0" },
    summary: {
      cards: 10,
      unread: 0,
      macro: 0.86,
      micro: 0.87,
      all: TALLY,
      fields: { Title: TALLY },
      worst: [{ filename: "000007.jpg", field: "Title", truth: "Sonate", value: null, ratio: 0 }],
      mistaken: [{ wanted: "Title", found: "Composer", count: 4 }],
    },
  };
}

let runs: EvaluationRead[];
let wanted: EvaluationCreate[];
let comparison: ComparisonRead;

beforeEach(() => {
  service.batches = [makeBatch()];
  runs = [];
  wanted = [];
  comparison = {
    cards: 10,
    first: 0.85,
    second: 0.86,
    difference: 0.01,
    low: -0.01,
    high: 0.03,
    better: 3,
    worse: 2,
    noise: true,
  };
  server.use(
    http.get(`${API}/evaluations`, () =>
      HttpResponse.json({
        items: runs.map(({ id, title, created_at, summary }) => ({
          id,
          title,
          created_at,
          cards: summary.cards,
          macro: summary.macro,
          micro: summary.micro,
        })),
      }),
    ),
    http.post(`${API}/evaluations`, async ({ request }) => {
      const body = (await request.json()) as EvaluationCreate;
      wanted.push(body);
      runs = [run(runs.length + 1, body.title), ...runs];
      return HttpResponse.json(runs[0], { status: 201 });
    }),
    http.get(`${API}/evaluations/:id`, ({ params }) =>
      HttpResponse.json(runs.find(({ id }) => id === Number(params.id))),
    ),
    http.get(`${API}/evaluations/:id/comparison`, () => HttpResponse.json(comparison)),
  );
});

test("a_run_against_verified_cards_is_kept_and_shown", async () => {
  const { user, router } = renderApp(PLACE);
  expect(await screen.findByText(/^No run yet/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Evaluate" }));
  expect(await screen.findByRole("heading", { level: 2, name: "Verified cards" })).toBeInTheDocument();
  expect(wanted).toEqual([{ title: "Verified cards" }]);
  expect(router.state.location.search).toEqual({ run: 1 });
  expect(await screen.findByRole("link", { name: "000007.jpg" })).toHaveAttribute(
    "href",
    "/batches/sonatas-7f3a/verify/000007.jpg",
  );
});

test("cards_of_one_side_are_told_before_the_figures", async () => {
  const part = run(1, "Part");
  runs = [{ ...part, summary: { ...part.summary, truth_only: 111, records_only: 0, unread: 1 } }];
  renderApp(PLACE);
  const told = await screen.findByText(
    "111 cards of the truth are not in this batch; the figures do not speak of them.",
  );
  expect(
    screen.getByText("1 card failed or is not read yet; its values count as missed."),
  ).toBeInTheDocument();
  expect(screen.queryByText(/of the batch .* not in the truth/)).toBeNull();
  const figures = screen.getByText("F1 macro, mean of cards");
  expect(told.compareDocumentPosition(figures)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test("a_table_is_sent_as_the_truth_with_the_fields_that_it_knows", async () => {
  const { user } = renderApp(PLACE);
  await user.click(await screen.findByRole("radio", { name: /^A file/ }));
  await user.click(screen.getByRole("button", { name: "Evaluate" }));
  expect(wanted).toEqual([]);
  const table = new File(["filename,Title,engine\n1.jpg,Sonate,local\n"], "t.csv", { type: "text/csv" });
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
  await user.upload(input, table);
  expect(await screen.findByText(/Not fields of this batch, left out: engine\./)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Evaluate" }));
  expect(await screen.findByRole("heading", { level: 2, name: "t.csv" })).toBeInTheDocument();
  expect(wanted).toEqual([{ title: "t.csv", truth: { "1.jpg": { Title: "Sonate" } }, with_verified: false }]);
});

test("a_file_that_is_no_truth_says_why", async () => {
  const { user } = renderApp(PLACE);
  await user.click(await screen.findByRole("radio", { name: /^A file/ }));
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
  await user.upload(input, new File(["a,b\n1,2\n"], "t.csv", { type: "text/csv" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("t.csv: no column is called “filename”.");
});

test("a_difference_that_is_noise_is_called_noise", async () => {
  runs = [run(2, "After"), run(1, "Before")];
  const { user } = renderApp(PLACE);
  await user.selectOptions(await screen.findByRole("combobox", { name: "Compare with" }), "Before");
  expect(
    await screen.findByText("No difference from “Before” can be told: it is noise."),
  ).toBeInTheDocument();
  expect(
    screen.getByText(/F1 \+0\.010 on 10 common cards, 95 % between −0\.010 and \+0\.030/),
  ).toBeInTheDocument();
});

test("a_difference_beyond_noise_says_which_way", async () => {
  runs = [run(2, "After"), run(1, "Before")];
  comparison = { ...comparison, difference: -0.05, low: -0.08, high: -0.02, noise: false };
  renderApp(`${PLACE}?run=2&base=1`);
  expect(await screen.findByText("Worse than “Before”.")).toBeInTheDocument();
});

test("a_refused_run_says_why", async () => {
  server.use(
    http.post(`${API}/evaluations`, () => problem(409, "Nobody has verified a card of this batch yet.")),
  );
  const { user } = renderApp(PLACE);
  await user.click(await screen.findByRole("button", { name: "Evaluate" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Nobody has verified a card of this batch yet.");
});
