import { act, screen, waitFor, within } from "@testing-library/react";
import { delay, http, HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";

import type { BatchRead } from "@/api/gen/types.gen";
import { switchLanguage } from "@/lib/language";
import { makeBatch, makeCost, makeRecord } from "@/testing/factories";
import { counts, FakeSocket } from "@/testing/fake-socket";
import { renderApp } from "@/testing/render";
import { problem, server, service } from "@/testing/server";

const PLACE = "/batches/sonatas-7f3a/run";

beforeEach(() => {
  FakeSocket.all = [];
  vi.stubGlobal("WebSocket", FakeSocket);
});

async function openRun(part: Partial<BatchRead> = { status: "running", done: 0, pending: 24 }) {
  service.batches = [makeBatch(part)];
  const app = renderApp(PLACE);
  const progress = within(await screen.findByRole("region", { name: "Progress of Sonatas A–K" }));
  return { ...app, progress };
}

test("before_the_first_word_the_counts_of_rest_stand", async () => {
  const { progress } = await openRun();
  expect(screen.getByText("connecting")).toBeVisible();
  expect(progress.getByRole("progressbar", { name: "Cards read" })).toHaveAttribute("aria-valuenow", "0");
  expect(progress.getByText("24 waiting")).toBeVisible();
});

test("figures_follow_the_socket", async () => {
  const { progress } = await openRun();
  act(() => FakeSocket.last.say({ type: "snapshot", ...counts() }));

  expect(screen.getByText("live")).toBeVisible();
  await waitFor(() =>
    expect(progress.getByRole("progressbar")).toHaveAttribute("aria-valuetext", "9 of 24 cards"),
  );
  expect(progress.getByText("14 min")).toBeVisible();
  expect(progress.getByText("81")).toBeVisible();
  expect(progress.getByText("1 failed")).toBeVisible();
});

test("at_the_end_it_says_how_long_reading_took_and_the_mean_rate", async () => {
  const took = { seconds: 840, cards: 24, rate: 0.5 };
  const { progress } = await openRun({ status: "running", done: 23, pending: 1, took: null });
  expect(progress.getByText("time left").nextSibling).toHaveTextContent("–");
  service.batches = [makeBatch({ status: "completed", took })];
  act(() => FakeSocket.last.say({ type: "finished", ...counts({ seq: 3, status: "completed", done: 24 }) }));
  expect((await progress.findByText("reading took")).nextSibling).toHaveTextContent("14 min");
  expect(progress.getByText("mean rate").nextSibling).toHaveTextContent("30 a minute");
});

test("a_wait_that_the_provider_asks_for_is_said_before_the_first_card_is_read", async () => {
  let waiting = 3;
  server.use(http.get("*/api/v1/batches/:name/cost", () => HttpResponse.json(makeCost({ waiting }))));
  const { progress } = await openRun({
    status: "running",
    engine: "vision",
    model: "alpha",
    done: 0,
    pending: 24,
  });
  expect(await progress.findByText(/^Waiting for the provider/)).toBeVisible();
  expect(progress.getByText(/^Next call in 3/)).toBeVisible();
  waiting = 0;
  await waitFor(() => expect(progress.queryByText(/^Waiting for the provider/)).not.toBeInTheDocument());
});

test("the_last_cards_show_their_first_values_and_failures_their_cause", async () => {
  await openRun();
  act(() =>
    FakeSocket.last.say({
      type: "progress",
      ...counts({ seq: 2 }),
      cards: [
        {
          filename: "1.jpg",
          success: true,
          data: { Composer: "Bach", Title: "Fuge", Shelfmark: null },
          error: null,
        },
        { filename: "2.jpg", success: false, data: null, error: "No text found." },
      ],
    }),
  );
  const list = within(await screen.findByRole("list", { name: "Just read" }, { timeout: 3000 }));
  const items = list.getAllByRole("listitem");
  expect(items[0]).toHaveTextContent("2.jpg failedNo text found.");
  expect(items[1]).toHaveTextContent("BachFuge");
  expect(within(items[1]!).getByRole("link")).toHaveAttribute("href", "/batches/sonatas-7f3a/verify/1.jpg");
});

test("who_comes_later_sees_the_cards_that_were_read_before", async () => {
  service.records = [makeRecord()];
  await openRun();
  const list = within(await screen.findByRole("list", { name: "Just read" }));
  expect(list.getByText("Zimmermann, Rolf")).toBeVisible();
});

test("in_german_a_card_that_failed_before_we_came_says_its_cause_in_german", async () => {
  await switchLanguage("de");
  service.records = [
    makeRecord({ success: false, status: "failed", error: "Nothing here.", cause: "blank" }),
  ];
  service.batches = [makeBatch({ status: "completed", done: 23, failed: 1 })];
  renderApp(PLACE);
  expect(await screen.findByText("Auf dieser Karte steht nichts zu lesen.")).toBeVisible();
});

test("a_lost_connection_is_said_aloud_and_healed_by_the_next_snapshot", async () => {
  const { progress } = await openRun();
  act(() => FakeSocket.last.say({ type: "snapshot", ...counts() }));
  act(() => FakeSocket.last.drop());
  expect(screen.getByText(/Connection lost, trying again. Reading goes on/)).toBeVisible();
  expect(screen.getByTestId("announcer")).toHaveTextContent("Connection lost");
  expect(progress.queryByText("14 min")).not.toBeInTheDocument();

  await vi.waitFor(() => expect(FakeSocket.all.length).toBeGreaterThan(1), { timeout: 3000 });
  act(() => FakeSocket.last.say({ type: "snapshot", ...counts({ done: 19, pending: 4 }) }));
  await waitFor(() => expect(progress.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "20"));
  expect(screen.getByTestId("announcer")).toHaveTextContent("Connected again.");
});

test("after_a_restart_of_the_service_it_says_interrupted_and_offers_to_resume", async () => {
  const { user } = await openRun();
  act(() => FakeSocket.last.say({ type: "snapshot", ...counts() }));
  act(() => FakeSocket.last.drop());
  service.batches = [makeBatch({ status: "interrupted", done: 9, failed: 1, pending: 14 })];
  await vi.waitFor(() => expect(FakeSocket.all.length).toBeGreaterThan(1), { timeout: 3000 });
  act(() =>
    FakeSocket.last.say({
      type: "snapshot",
      ...counts({ seq: 0, status: "interrupted", rate: null, eta: null }),
    }),
  );
  expect(await screen.findByText(/The service was stopped or restarted.*14 cards wait/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Resume" }));
  await waitFor(() => expect(service.batches[0]?.status).toBe("running"));
});

test("stopping_says_what_happens_meanwhile", async () => {
  const { progress, user } = await openRun();
  await user.click(screen.getByRole("button", { name: "Stop reading" }));
  expect(await progress.findByText(/read to the end, then it stops/)).toBeVisible();
  expect(service.batches[0]?.status).toBe("cancelling");
});

test("the_end_is_announced_and_verifying_is_the_next_step", async () => {
  await openRun();
  service.batches = [makeBatch()];
  act(() =>
    FakeSocket.last.say({
      type: "finished",
      ...counts({ seq: 3, status: "completed", done: 24, failed: 0, pending: 0, rate: null, eta: null }),
    }),
  );
  expect(await screen.findByText("All is read: 24 cards.")).toBeVisible();
  const next = within(screen.getByRole("main")).getByRole("link", { name: "Verify" });
  expect(next).toHaveAttribute("href", "/batches/sonatas-7f3a/verify");
  expect(screen.getByTestId("announcer")).toHaveTextContent(
    "Sonatas A–K is finished: 24 cards read, 0 failed",
  );
});

test("while_it_runs_a_person_can_verify_meanwhile", async () => {
  await openRun({ status: "running", done: 3, pending: 21 });
  expect(screen.getByRole("link", { name: "Verify meanwhile" })).toHaveAttribute(
    "href",
    "/batches/sonatas-7f3a/verify",
  );
});

test("a_pause_shows_its_reason", async () => {
  await openRun({ status: "paused", reason: "The disk is full.", done: 3, pending: 21 });
  expect(screen.getByText("The disk is full.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Resume" })).toBeEnabled();
});

test.each([
  [{ status: "draft", total: 0, done: 0 }, "Add images", "images"],
  [{ status: "draft", total: 24, done: 0, pending: 24, fields: [] }, "Set up", "setup"],
] as const)("what is missing in %o is linked: %s", async (part, name, place) => {
  const { progress } = await openRun({ ...part, fields: [] });
  expect(progress.getByRole("link", { name })).toHaveAttribute("href", `/batches/sonatas-7f3a/${place}`);
  expect(screen.queryByRole("button", { name: "Start reading" })).not.toBeInTheDocument();
});

test("failures_stand_by_cause_with_a_remedy_and_one_group_is_read_again", async () => {
  service.failures = [
    { cause: "no_text", count: 2, error: "No text found.", cards: ["1.jpg", "2.jpg"] },
    { cause: "new_cause", count: 1, error: "A new thing.", cards: ["3.jpg"] },
    { cause: "silent_cause", count: 1, error: null, cards: ["4.jpg"] },
  ];
  const { user } = await openRun({ status: "completed", done: 20, failed: 4 });
  const failures = within(await screen.findByRole("region", { name: "Failed, by cause" }));
  expect(await failures.findByText(/Trying again seldom helps: choose another reader/)).toBeVisible();
  expect(failures.getByRole("heading", { name: "A new thing." })).toBeVisible();
  expect(failures.getByRole("heading", { name: "Other cause" })).toBeVisible();

  await user.click(failures.getByRole("button", { name: "Show the cards: A new thing." }));
  expect(failures.getByRole("link", { name: "3.jpg" })).toBeVisible();
  await user.click(failures.getByRole("button", { name: "Retry these: No text found, 2 cards" }));
  await waitFor(() => expect(service.retried).toEqual(["no_text"]));
  expect(await failures.findByText("Retry when this run has ended.")).toBeVisible();
});

test("a_refused_retry_is_explained_at_the_failures", async () => {
  service.failures = [{ cause: "blank", count: 1, error: null, cards: ["1.jpg"] }];
  server.use(http.post("*/retry", () => problem(409, "No card of this batch has failed.")));
  const { user } = await openRun({ status: "completed", done: 23, failed: 1 });
  const failures = within(await screen.findByRole("region", { name: "Failed, by cause" }));
  await user.click(failures.getByRole("button", { name: "Retry 1" }));
  expect(await failures.findByRole("alert")).toHaveTextContent("No card of this batch has failed.");
});

test("while_the_batch_is_on_its_way_it_says_so", async () => {
  server.use(http.get("*/api/v1/batches/:name", () => delay("infinite")));
  renderApp(PLACE);
  expect(await screen.findByText("The batch is loading")).toBeVisible();
});

test("a_run_that_ended_with_a_failed_card_does_not_say_that_all_is_read", async () => {
  service.batches = [makeBatch({ total: 3, done: 2, failed: 1, pending: 0 })];
  renderApp("/batches/sonatas-7f3a/run");
  expect(await screen.findByText("Reading has ended: 2 of 3 cards read, 1 failed.")).toBeInTheDocument();
  expect(screen.queryByText(/^All is read/)).not.toBeInTheDocument();
  expect(screen.getByText("cards read").closest("div")).toHaveTextContent("2 of 3");
});
