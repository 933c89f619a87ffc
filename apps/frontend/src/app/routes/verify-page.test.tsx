import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";

import type { QueueItem, ReaderSays, RecordPatch, RecordRead } from "@/api/gen/types.gen";
import { makeBatch, makeProblem, makeRecord } from "@/testing/factories";
import { renderApp } from "@/testing/render";
import { problem, server, service } from "@/testing/server";

const PLACE = "/batches/sonatas-7f3a/verify/000001.jpg";
const SURE = { Composer: 0.98, Title: 0.98, Shelfmark: 0.98 };

const recordOf = (filename: unknown) => service.records.find((one) => one.filename === filename);
const reviewOf = (record: RecordRead) =>
  Object.keys(record.review).length === 0
    ? "none"
    : Object.keys(record.review).length === 3
      ? "complete"
      : "partial";

let readers: ReaderSays[];

/** Two cards, a queue of those to verify, and saves that keep the contract's versions. */
beforeEach(() => {
  readers = [];
  service.batches = [makeBatch({ total: 2, done: 2 })];
  service.records = [makeRecord(), makeRecord({ filename: "000002.jpg" })];
  server.use(
    http.get("*/api/v1/batches/:name/queue", ({ request }) => {
      const after = new URL(request.url).searchParams.get("after");
      const open = service.records.filter((record) => reviewOf(record) !== "complete");
      const items: QueueItem[] = open.map((record) => ({
        filename: record.filename,
        thumbnail_url: "/thumb.webp",
        status: "done",
        review: reviewOf(record),
        flag: null,
        field: "Shelfmark",
        blank: record.data.Shelfmark === null,
        confidence: 0.4,
        cursor: record.filename,
      }));
      return HttpResponse.json({ items: after === null ? items : [], total: open.length });
    }),
    http.get("*/api/v1/batches/:name/records/:filename/pages", () => HttpResponse.json({ items: [] })),
    http.get("*/api/v1/batches/:name/records/:filename", ({ params }) =>
      HttpResponse.json({ ...recordOf(params.filename), readings: [], readers, differ: [], history: [] }),
    ),
    http.patch("*/api/v1/batches/:name/records/:filename", async ({ params, request }) => {
      const patch = (await request.json()) as RecordPatch;
      const before = recordOf(params.filename) ?? makeRecord();
      if (patch.version !== before.version) {
        const body = { ...makeProblem(409, "Changed.", "stale_version"), record: before };
        return HttpResponse.json(body, { status: 409 });
      }
      return HttpResponse.json(stand(before.filename, patch.set ?? {}, patch.accept ?? []));
    }),
  );
});

function stand(filename: string, set: Record<string, string | null>, accept: string[] = []): RecordRead {
  const before = recordOf(filename) ?? makeRecord();
  const after: RecordRead = {
    ...before,
    data: { ...before.data, ...set },
    review: {
      ...before.review,
      ...Object.fromEntries(Object.keys(set).map((field) => [field, "corrected" as const])),
      ...Object.fromEntries(accept.map((field) => [field, "accepted" as const])),
    },
    version: before.version + 1,
  };
  service.records = service.records.map((one) => (one.filename === filename ? after : one));
  return after;
}

const field = (name: string) => screen.findByRole("textbox", { name });

/** A value typed over one that a colleague saves meanwhile. */
async function clash(user: ReturnType<typeof renderApp>["user"]): Promise<void> {
  const title = await field("Title");
  await waitFor(() => expect(title).toHaveFocus());
  stand("000001.jpg", { Title: "Hers" });
  await user.clear(title);
  await user.keyboard("Mine{Enter}");
  expect(await screen.findByText("Yours is not lost:")).toBeInTheDocument();
}

test("after_a_conflict_enter_takes_mine_as_the_note_says_and_accepts_nothing_else", async () => {
  const { user } = renderApp(PLACE);
  await clash(user);
  await waitFor(async () => expect(await field("Title")).toHaveFocus());
  await user.keyboard("{Enter}");
  await waitFor(() => expect(recordOf("000001.jpg")?.data.Title).toBe("Mine"));
  expect(recordOf("000001.jpg")?.review.Shelfmark).toBeUndefined();
});

test("both_sides_of_a_conflict_are_there_again_on_return_and_after_a_reload", async () => {
  const { user, unmount } = renderApp(PLACE);
  await clash(user);
  await user.keyboard("{PageDown}");
  await waitFor(() => expect(screen.getByText("000002.jpg")).toBeInTheDocument());
  await user.keyboard("{PageUp}");
  expect(await screen.findByText("Yours is not lost:")).toBeInTheDocument();
  expect(await field("Title")).toHaveValue("Mine");
  unmount();

  renderApp(PLACE);
  expect(await screen.findByText("Yours is not lost:")).toBeInTheDocument();
  expect(screen.getByText("Hers")).toBeInTheDocument();
  expect(await field("Title")).toHaveValue("Mine");
  expect(screen.getByText("Not all saved")).toBeInTheDocument();
});

test("enter_goes_from_doubt_to_doubt_and_then_to_card_done", async () => {
  const { user, router } = renderApp(PLACE);
  await waitFor(async () => expect(await field("Title")).toHaveFocus());
  await user.keyboard("{Enter}");
  expect(await field("Shelfmark")).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(screen.getByRole("button", { name: /^Card done/ })).toHaveFocus();
  await user.keyboard("xyz");
  expect(await field("Shelfmark")).toHaveValue("Spez.12.433");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(router.state.location.pathname).toContain("000002.jpg"));
  await waitFor(() => expect(reviewOf(recordOf("000001.jpg") ?? makeRecord())).toBe("complete"));
});

test("the_queue_counts_a_card_down_that_was_finished_field_by_field", async () => {
  service.records = service.records.map((record) => ({ ...record, confidence: SURE }));
  const { user } = renderApp(PLACE);
  expect(await screen.findByText("2 cards in this queue")).toBeInTheDocument();
  for (const name of ["Composer", "Title", "Shelfmark"]) {
    await user.click(await field(name));
    await user.keyboard("{Enter}");
  }
  expect(await screen.findByText("1 card in this queue")).toBeInTheDocument();
});

test("what_is_typed_and_not_saved_is_said_here_and_at_its_card_in_the_strip", async () => {
  const { user } = renderApp(PLACE);
  const title = await field("Title");
  await waitFor(() => expect(title).toHaveFocus());
  expect(screen.getByText("Saved")).toBeInTheDocument();
  await user.keyboard(" in g");
  expect(await screen.findByText("Typed, not saved yet")).toBeInTheDocument();
  await user.keyboard("{PageDown}");
  await waitFor(() => expect(screen.getByText("000002.jpg")).toBeInTheDocument());
  expect(screen.queryByText("Saved")).not.toBeInTheDocument();
  const strip = within(screen.getByRole("list", { name: "Next cards" }));
  expect(strip.getByText("not saved yet")).toBeInTheDocument();
});

test("a_typed_value_that_is_no_year_is_remarked_and_can_be_saved", async () => {
  service.batches = [makeBatch({ fields: [{ name: "Composer", type: "year" }, { name: "Title" }, { name: "Shelfmark" }] })]; // prettier-ignore
  const { user } = renderApp(PLACE);
  const year = await field("Composer");
  await waitFor(async () => expect(await field("Title")).toHaveFocus());
  expect(screen.queryByText("not a year")).not.toBeInTheDocument();
  await user.clear(year);
  await user.keyboard("190x");
  expect(screen.getByText("not a year")).toBeInTheDocument();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(recordOf("000001.jpg")?.data.Composer).toBe("190x"));
  expect(screen.getByText("not a year")).toBeInTheDocument();
});

test("certainty_is_written_with_two_decimals", async () => {
  renderApp(PLACE);
  expect(await screen.findByText(/0\.80/)).toBeInTheDocument();
});

const says = (engine: string, model: string, Shelfmark: string | null, found: boolean): ReaderSays => {
  const evidence = found
    ? [{ image: 0, box: [0.1, 0.2, 0.3, 0.05] as [number, number, number, number] }]
    : [];
  return {
    reader: `${engine} ${model}`,
    engine,
    model,
    values: { Shelfmark: { text: Shelfmark, confidence: 0.7, evidence } },
  };
};

test("in_the_strip_a_blank_is_no_doubtful_value_but_says_that_something_may_stand_there", async () => {
  const blank = { ...makeRecord().data, Shelfmark: null };
  service.records = [makeRecord(), makeRecord({ filename: "000002.jpg", data: blank })];
  renderApp(PLACE);
  const strip = within(await screen.findByRole("list", { name: "Next cards" }));
  const [first, second] = strip.getAllByRole("listitem").map((item) => within(item));
  expect(first?.getByRole("img", { name: "doubtful" })).toBeInTheDocument();
  expect(second?.getByRole("img", { name: "blank, but something may stand here" })).toBeInTheDocument();
  expect(second?.queryByRole("img", { name: "doubtful" })).not.toBeInTheDocument();
});

test("what_the_colours_mean_before_calibration_is_said_until_it_is_put_away", async () => {
  const { user, unmount } = renderApp(PLACE);
  const note = within(await screen.findByRole("note"));
  expect(note.getByText(/not calibrated yet/)).toBeInTheDocument();
  expect(note.getByRole("link", { name: "Certainty" })).toHaveAttribute(
    "href",
    "/batches/sonatas-7f3a/certainty",
  );
  await user.click(note.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("note")).not.toBeInTheDocument();
  unmount();

  renderApp("/batches/sonatas-7f3a/results");
  expect(await screen.findByRole("grid")).toBeInTheDocument();
  expect(screen.queryByRole("note")).not.toBeInTheDocument();
});

test("readers_that_differ_stand_under_the_field_and_one_key_takes_the_others_value", async () => {
  readers = [
    says("vision", "alpha", "Spez.12.433", true),
    says("vision", "beta", "Spez.12.488", false),
    says("local", "pp", null, false),
  ];
  const { user } = renderApp(PLACE);
  await user.click(await field("Shelfmark"));
  const list = within(await screen.findByRole("list", { name: "What the readers say" }));
  const [alpha, beta, local] = list.getAllByRole("button");
  expect(alpha).toHaveTextContent("Spez.12.433alpha 0.70");
  expect(alpha).toHaveAttribute("aria-pressed", "true");
  expect(beta).toHaveTextContent("↓Spez.12.488beta 0.70not found on the card");
  expect(local).toHaveTextContent("↓(blank)built in 0.70");
  await user.keyboard("{ArrowDown}");
  expect(await field("Shelfmark")).toHaveValue("Spez.12.488");
  await user.keyboard("{ArrowUp}");
  expect(await field("Shelfmark")).toHaveValue("Spez.12.433");
  await user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(recordOf("000001.jpg")?.data.Shelfmark).toBe("Spez.12.488"));
});

test("the_queue_of_differences_is_offered_where_there_are_any_with_its_count", async () => {
  const { user, router } = renderApp(PLACE);
  const which = await screen.findByRole("combobox", { name: "Which cards" });
  await user.selectOptions(which, await within(which).findByRole("option", { name: "Readers differ (2)" }));
  await waitFor(() => expect(router.state.location.search).toMatchObject({ show: "differ" }));
});

/** Whether the browser would ask before it lets go of the page. */
function asks(): boolean {
  return !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
}

test("the_browser_asks_before_it_closes_over_what_is_typed_and_not_saved", async () => {
  const { user, router } = renderApp(PLACE);
  const title = await field("Title");
  await waitFor(() => expect(title).toHaveFocus());
  expect(asks()).toBe(false);
  await user.keyboard("x");
  await waitFor(() => expect(asks()).toBe(true));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(recordOf("000001.jpg")?.review.Title).toBe("corrected"));
  await waitFor(() => expect(asks()).toBe(false));

  await user.keyboard("y");
  await router.navigate({ to: "/help" });
  await waitFor(() => expect(screen.queryByRole("textbox", { name: "Title" })).not.toBeInTheDocument());
  expect(asks()).toBe(true);
});

test("where_nothing_is_read_yet_a_link_leads_to_where_reading_begins", async () => {
  service.batches = [makeBatch({ total: 2, done: 0, pending: 2 })];
  service.records = [];
  renderApp("/batches/sonatas-7f3a/verify");
  const note = within(await screen.findByRole("status", { name: "The queue" }));
  expect(note.getByRole("link", { name: "Progress" })).toHaveAttribute("href", "/batches/sonatas-7f3a/run");
});

test("nobody_is_thrown_out_of_a_field_when_the_service_goes_away", async () => {
  const { user, client } = renderApp(PLACE);
  const title = await field("Title");
  await waitFor(() => expect(title).toHaveFocus());
  server.use(
    http.patch("*/api/v1/batches/:name/records/:filename", () => HttpResponse.error()),
    http.get("*/api/v1/batches/:name", () => HttpResponse.error()),
  );
  await user.keyboard("x{Enter}");
  expect(await screen.findByText(/This card was not saved/)).toBeInTheDocument();
  const batch = client.getQueryCache().find({ queryKey: [{ _id: "getBatch" }], exact: false });
  await waitFor(() => expect(batch?.state.status).toBe("error"));
  expect(await field("Shelfmark")).toHaveFocus();
  await user.keyboard("y");
  expect(await field("Shelfmark")).toHaveValue("Spez.12.433y");
});

/** A colleague deletes the batch while it lies on the desk. */
function deleted(): void {
  service.batches = [];
  const gone = () => problem(404, "There is no batch called 'sonatas-7f3a'.", "batch_not_found");
  server.use(http.all("*/api/v1/batches/:name", gone), http.all("*/api/v1/batches/:name/*", gone));
  server.use(http.all("*/api/v1/batches/:name/records/:filename/*", gone));
}

test("a_batch_deleted_elsewhere_leaves_what_was_typed_to_be_copied_and_a_way_to_the_batches", async () => {
  const { user, router } = renderApp(PLACE);
  const title = await field("Title");
  await waitFor(() => expect(title).toHaveFocus());
  await user.keyboard(" in g");
  deleted();
  await user.keyboard("{Enter}");

  expect(await screen.findByText("Batch “Sonatas A–K” no longer exists")).toBeInTheDocument();
  expect(screen.getByRole("row", { name: "000001.jpg Title Sonate in g" })).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Try again" })).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /^Card done/ })).not.toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Copy all" }));
  expect(await window.navigator.clipboard.readText()).toBe("000001.jpg\tTitle\tSonate in g");

  await waitFor(() => expect(asks()).toBe(true));
  await user.click(screen.getByRole("link", { name: "To the batches" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/"));
  await waitFor(() => expect(asks()).toBe(false));
});

test("the_next_card_of_a_deleted_batch_says_that_the_batch_is_gone", async () => {
  const { user, client } = renderApp(PLACE);
  await waitFor(async () => expect(await field("Title")).toHaveFocus());
  deleted();
  client.removeQueries({ queryKey: [{ _id: "getRecord" }], exact: false, type: "inactive" });
  await user.keyboard("{PageDown}");
  expect(await screen.findByText("Batch “Sonatas A–K” no longer exists")).toBeInTheDocument();
  expect(screen.getByText(/Nothing you typed was left/)).toBeInTheDocument();
});
