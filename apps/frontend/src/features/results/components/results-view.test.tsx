import { screen, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";

import { makeBatch, makeRecord } from "@/testing/factories";
import { renderApp } from "@/testing/render";
import { problem, server, service } from "@/testing/server";

const PLACE = "/batches/sonatas-7f3a/results";

beforeEach(() => {
  service.batches = [makeBatch()];
  service.records = [makeRecord(), makeRecord({ filename: "000002.jpg" })];
});

test("records_that_cannot_be_loaded_say_so_and_can_be_asked_for_again", async () => {
  let away = true;
  server.use(
    http.get("*/api/v1/batches/:name/records", () =>
      away
        ? problem(503, "The database does not answer at the moment.")
        : HttpResponse.json({ items: service.records, total: 2, revision: 3 }),
    ),
  );
  const { user } = renderApp(PLACE);
  const note = await screen.findByRole("alert");
  expect(note).toHaveTextContent("The database does not answer");
  away = false;
  await user.click(within(note).getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("grid")).toHaveAttribute("aria-rowcount", "3");
});

test("a_filter_that_nothing_matches_offers_the_way_out", async () => {
  server.use(
    http.get("*/api/v1/batches/:name/records", ({ request }) => {
      const blank = new URL(request.url).searchParams.has("q");
      const items = blank ? [] : service.records;
      return HttpResponse.json({ items, total: items.length, revision: 3 });
    }),
  );
  const { user, router } = renderApp(`${PLACE}?q=nothing`);
  await user.click(await screen.findByRole("button", { name: "Remove all filters" }));
  expect(await screen.findByRole("grid")).toBeInTheDocument();
  expect(router.state.location.search).toEqual({});
});

test("a_batch_that_was_not_read_yet_says_that_there_is_no_record", async () => {
  service.records = [];
  renderApp(PLACE);
  expect(await screen.findByText("There is no record yet.")).toBeInTheDocument();
});
