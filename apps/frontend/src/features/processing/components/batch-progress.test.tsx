import { act, screen, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";

import { makeBatch, makeRecord } from "@/testing/factories";
import { counts, FakeSocket } from "@/testing/fake-socket";
import { renderApp } from "@/testing/render";
import { service } from "@/testing/server";

beforeEach(() => {
  FakeSocket.all = [];
  vi.stubGlobal("WebSocket", FakeSocket);
});

async function openRun() {
  service.batches = [makeBatch({ status: "running", done: 0, pending: 24 })];
  service.records = [makeRecord()];
  const app = renderApp("/?batch=sonatas-7f3a");
  const progress = within(await screen.findByRole("region", { name: "Progress of Sonatas A–K" }));
  return { ...app, progress };
}

test("before_the_first_word_the_counts_of_rest_stand", async () => {
  const { progress } = await openRun();
  expect(progress.getByText("connecting")).toBeVisible();
  expect(progress.getByRole("progressbar", { name: "Cards read" })).toHaveAttribute("aria-valuenow", "0");
  expect(progress.getByText("24 waiting")).toBeVisible();
});

test("figures_and_row_follow_the_socket", async () => {
  const { progress } = await openRun();
  act(() => FakeSocket.last.say({ type: "snapshot", ...counts() }));

  expect(progress.getByText("live")).toBeVisible();
  expect(progress.getByRole("progressbar")).toHaveAttribute("aria-valuetext", "10 of 24 cards");
  expect(progress.getByText("14 min")).toBeVisible();
  expect(progress.getByText("81")).toBeVisible();
  expect(progress.getByText("1 failed")).toBeVisible();
  expect(await within(screen.getByRole("article")).findByText("10 / 24")).toBeVisible();
});

test("the_last_cards_show_their_first_values_and_failures_their_cause", async () => {
  const { progress } = await openRun();
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
  const list = within(await progress.findByRole("list", { name: "Just read" }, { timeout: 3000 }));
  const items = list.getAllByRole("listitem");
  expect(items[0]).toHaveTextContent("2.jpg failedNo text found.");
  expect(items[1]).toHaveTextContent("BachFuge");
});

test("a_lost_connection_is_said_aloud_and_healed_by_the_next_snapshot", async () => {
  const { progress } = await openRun();
  act(() => FakeSocket.last.say({ type: "snapshot", ...counts() }));
  act(() => FakeSocket.last.drop());
  expect(progress.getByText(/Connection lost, trying again/)).toBeVisible();
  expect(screen.getByTestId("announcer")).toHaveTextContent("Connection lost");

  await vi.waitFor(() => expect(FakeSocket.all.length).toBeGreaterThan(1), { timeout: 3000 });
  act(() => FakeSocket.last.say({ type: "snapshot", ...counts({ done: 19, pending: 4 }) }));
  expect(progress.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "20");
  expect(screen.getByTestId("announcer")).toHaveTextContent("Connected again.");
});

test("stopping_says_what_happens_meanwhile", async () => {
  const { progress, user } = await openRun();
  await user.click(progress.getByRole("button", { name: "Stop reading" }));
  expect(await progress.findByText(/read to the end, then it stops/)).toBeVisible();
  expect(service.batches[0]?.status).toBe("cancelling");
});

test("the_end_is_announced_and_the_records_take_the_place", async () => {
  await openRun();
  service.batches = [makeBatch()];
  act(() =>
    FakeSocket.last.say({
      type: "finished",
      ...counts({ seq: 3, status: "completed", done: 24, failed: 0, pending: 0, rate: null, eta: null }),
    }),
  );
  expect(await screen.findByRole("region", { name: "Results of Sonatas A–K" })).toBeVisible();
  expect(screen.getByTestId("announcer")).toHaveTextContent(
    "Sonatas A–K is finished: 24 cards read, 0 failed",
  );
});
