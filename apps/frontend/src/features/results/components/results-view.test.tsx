import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";

import type { EvidenceRead } from "@/api/gen/types.gen";
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

test("a_batch_that_was_not_read_yet_says_that_there_is_no_record_and_where_reading_begins", async () => {
  service.records = [];
  renderApp(PLACE);
  expect(await screen.findByText("There is no record yet.")).toBeInTheDocument();
  const way = screen.getByRole("link", { name: "To Progress, where reading begins" });
  expect(way).toHaveAttribute("href", "/batches/sonatas-7f3a/run");
});

test("a_ticked_box_shows_its_tick", async () => {
  const { user } = renderApp(PLACE);
  const box = await screen.findByRole("checkbox", { name: "Choose 000001.jpg" });
  await user.click(box);
  expect(box).toBeChecked();
  await user.click(box);
  expect(box).not.toBeChecked();
});

test("the_bubble_of_a_value_opens_when_a_person_comes_to_it_and_closes_for_a_panel", async () => {
  const place: EvidenceRead = { image: 0, box: [0.1, 0.1, 0.2, 0.1] };
  service.records = [makeRecord({ evidence: { Composer: [place], Title: [place] } })];
  const { user } = renderApp(PLACE);
  const value = await screen.findByText("Sonate");
  expect(screen.queryByTestId("peek")).not.toBeInTheDocument();
  await user.click(value);
  expect(screen.getByTestId("peek")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Filter" }));
  expect(screen.queryByTestId("peek")).not.toBeInTheDocument();
});

test("what_is_being_typed_is_not_called_saved_and_what_is_no_year_is_said_and_kept", async () => {
  service.batches = [makeBatch({ fields: [{ name: "Year", type: "year" }] })];
  service.records = [makeRecord({ data: { Year: "1904" }, extracted: { Year: "1904" } })];
  server.use(
    http.patch("*/api/v1/batches/:name/records/:filename", () =>
      HttpResponse.json(
        makeRecord({
          data: { Year: "190x" },
          extracted: { Year: "1904" },
          review: { Year: "corrected" },
          version: 2,
        }),
      ),
    ),
  );
  const { user } = renderApp(PLACE);
  await user.click(await screen.findByText("1904"));
  await user.keyboard("190x");
  expect(screen.getByText("Not saved yet")).toBeInTheDocument();
  expect(screen.queryByText("All saved")).not.toBeInTheDocument();
  expect(screen.getByText("not a year")).toBeInTheDocument();
  await user.keyboard("{Enter}");
  expect(await screen.findByText("All saved")).toBeInTheDocument();
  expect(screen.getByText("190x")).toBeInTheDocument();
  expect(screen.getByRole("img", { name: "not a year" })).toBeInTheDocument();
});

test("cards_on_which_readers_differ_are_filtered_for_and_the_chip_clears_it", async () => {
  const asked: string[] = [];
  server.use(
    http.get("*/api/v1/batches/:name/records", ({ request }) => {
      asked.push(new URL(request.url).searchParams.get("differ") ?? "");
      return HttpResponse.json({ items: service.records, total: 2, revision: 3 });
    }),
  );
  const { user, router } = renderApp(PLACE);
  await user.click(await screen.findByRole("button", { name: "Filter" }));
  await user.selectOptions(screen.getByRole("combobox", { name: "Readers" }), "differ, not judged yet");
  await user.click(screen.getByRole("button", { name: "Show these" }));
  expect(router.state.location.search).toEqual({ differ: "open" });
  await waitFor(() => expect(asked.at(-1)).toBe("open"));
  await user.click(screen.getByRole("button", { name: "Remove filter Readers: differ, not judged yet" }));
  expect(router.state.location.search).toEqual({});
});

test("readers_that_differ_on_one_field_have_one_chip_that_clears_both", async () => {
  const { user, router } = renderApp(`${PLACE}?differ=any&field=Title`);
  await user.click(await screen.findByRole("button", { name: "Remove filter Title: readers differ" }));
  expect(router.state.location.search).toEqual({});
});
