import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";

import type { BatchRead, PassRead } from "@/api/gen/types.gen";
import { makeBatch } from "@/testing/factories";
import { FakeSocket } from "@/testing/fake-socket";
import { renderApp } from "@/testing/render";
import { problem, server, service } from "@/testing/server";

const PASS: PassRead = { engine: "vision", model: "beta", total: 24, done: 5, failed: 0, judge: true };
const PATH = "*/api/v1/batches/:name/readings/pass";

beforeEach(() => {
  FakeSocket.all = [];
  vi.stubGlobal("WebSocket", FakeSocket);
});

async function open(pass: Partial<PassRead>, part: Partial<BatchRead> = { status: "cancelled" }) {
  service.batches = [makeBatch({ engine: "vision", model: "alpha", pass: { ...PASS, ...pass }, ...part })];
  const app = renderApp("/batches/sonatas-7f3a/run");
  await screen.findByRole("region", { name: "Progress of Sonatas A–K" });
  return app;
}

test("a_stopped_reader_can_be_left_at_that_and_what_follows_is_said", async () => {
  server.use(
    http.delete(PATH, () => {
      service.batches = [makeBatch({ engine: "vision", model: "alpha" })];
      return HttpResponse.json(service.batches[0]);
    }),
  );
  const { user } = await open({});
  expect(screen.getByText(/beta was stopped at 5 of 24 cards/)).toBeInTheDocument();
  const follows = screen.getByText(/The 5 readings that it made are kept\./);
  expect(follows).toHaveTextContent("19 cards are not read by it.");
  expect(follows).toHaveTextContent(
    "The values stay as they are, and it is no longer a reader of this batch.",
  );
  await user.click(screen.getByRole("button", { name: "Read no more with beta" }));
  expect(await screen.findByText("All is read: 24 cards.")).toBeInTheDocument();
  expect(screen.queryByText(/was stopped at/)).not.toBeInTheDocument();
});

test("a_refusal_is_told_and_the_pass_stays", async () => {
  server.use(http.delete(PATH, () => problem(409, "The batch is running.", "batch_running")));
  const { user } = await open({ judge: false });
  expect(screen.queryByText(/no longer a reader of this batch/)).not.toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Read no more with beta" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("It stays as it was.");
  expect(screen.getByText(/beta was stopped at/)).toBeInTheDocument();
});

test("while_it_reads_it_is_only_watched", async () => {
  await open({}, { status: "running" });
  expect(screen.getByText(/beta reads beside the first: 5 of 24 cards/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /Read no more/ })).not.toBeInTheDocument();
});

test("a_third_reader_has_its_number_and_only_after_the_last_one_values_are_chosen", async () => {
  await open({ done: 24, place: 1, places: 2 }, { status: "running" });
  expect(screen.queryByText(/the values are being chosen/)).not.toBeInTheDocument();
  service.batches = [makeBatch({ status: "running", pass: { ...PASS, done: 24, place: 2, places: 2 } })];
  FakeSocket.last.drop();
  renderApp("/batches/sonatas-7f3a/run");
  await waitFor(() => expect(screen.getByText("Reader 3")).toBeInTheDocument());
  expect(screen.getByText(/All have read; the values are being chosen/)).toBeInTheDocument();
});
