import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";

import type { RecordPatch } from "@/api/gen/types.gen";
import { makeBatch, makeProblem, makeRecord } from "@/testing/factories";
import { renderApp } from "@/testing/render";
import { server, service } from "@/testing/server";

const PLACE = "/batches/sonatas-7f3a/results";
let away = false;

/** One card, behind a connection that can break. */
beforeEach(() => {
  away = false;
  service.batches = [makeBatch()];
  service.records = [makeRecord()];
  server.use(
    http.patch("*/api/v1/batches/:name/records/:filename", async ({ request }) => {
      if (away) return HttpResponse.error();
      const patch = (await request.json()) as RecordPatch;
      const before = service.records[0] ?? makeRecord();
      if (patch.version !== before.version) {
        return HttpResponse.json(
          { ...makeProblem(409, "Changed.", "stale_version"), record: before },
          { status: 409 },
        );
      }
      stand(patch.set ?? {});
      return HttpResponse.json(service.records[0]);
    }),
  );
});

function stand(set: Record<string, string | null>): void {
  const before = service.records[0] ?? makeRecord();
  const verdicts = Object.fromEntries(Object.keys(set).map((field) => [field, "corrected" as const]));
  service.records = [
    {
      ...before,
      data: { ...before.data, ...set },
      review: { ...before.review, ...verdicts },
      version: before.version + 1,
    },
  ];
}

async function typeTitle(user: ReturnType<typeof renderApp>["user"], value: string): Promise<void> {
  await user.click(await screen.findByText("Sonate"));
  await user.keyboard(`${value}{Enter}`);
}

/** Whether the browser would ask before it lets go of the page. */
function asks(): boolean {
  return !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
}

test("a_value_that_was_not_saved_outlives_a_reload_and_goes_out_when_the_service_is_there", async () => {
  away = true;
  const first = renderApp(PLACE);
  expect(asks()).toBe(false);
  await typeTitle(first.user, "Kept");
  expect(await screen.findByText("1 value not saved")).toBeInTheDocument();
  expect(asks()).toBe(true);
  first.unmount();

  renderApp(PLACE);
  expect(await screen.findByText("Kept")).toBeInTheDocument();
  expect(await screen.findByText("1 value not saved")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Try again" })).toBeInTheDocument();
  away = false;
  window.dispatchEvent(new Event("online"));
  expect(await screen.findByText("All saved")).toBeInTheDocument();
  expect(service.records[0]?.data.Title).toBe("Kept");
});

test("a_value_that_was_not_saved_outlives_another_place", async () => {
  away = true;
  const { user, router } = renderApp(PLACE);
  await typeTitle(user, "Kept");
  expect(await screen.findByText("1 value not saved")).toBeInTheDocument();
  await router.navigate({ to: "/help" });
  await waitFor(() => expect(screen.queryByRole("grid")).not.toBeInTheDocument());
  await router.navigate({ to: "/batches/$batchName/results", params: { batchName: "sonatas-7f3a" } });
  expect(await screen.findByText("Kept")).toBeInTheDocument();
  expect(await screen.findByText("1 value not saved")).toBeInTheDocument();
});

test("both_sides_of_a_conflict_outlive_a_reload", async () => {
  const first = renderApp(PLACE);
  await screen.findByText("Sonate");
  stand({ Title: "Hers" });
  await typeTitle(first.user, "Mine");
  expect(await screen.findByText("1 value not saved")).toBeInTheDocument();
  first.unmount();

  const { user } = renderApp(PLACE);
  await user.click(await screen.findByText("Mine"));
  expect(await screen.findByText(/“Hers” meanwhile. Yours: “Mine”/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Save mine" }));
  expect(await screen.findByText("All saved")).toBeInTheDocument();
  expect(service.records[0]?.data.Title).toBe("Mine");
});

test("what_a_colleague_saved_while_nobody_looked_is_not_overwritten_by_a_later_try", async () => {
  away = true;
  const first = renderApp(PLACE);
  await typeTitle(first.user, "Mine");
  await screen.findByText("1 value not saved");
  first.unmount();
  stand({ Title: "Hers" });
  away = false;

  renderApp(PLACE);
  expect(await screen.findByText("Mine")).toBeInTheDocument();
  expect(await screen.findByText("conflict")).toBeInTheDocument();
  expect(service.records[0]?.data.Title).toBe("Hers");
});

test("the_foot_leads_to_a_value_that_was_not_saved", async () => {
  away = true;
  const { user } = renderApp(PLACE);
  await typeTitle(user, "Kept");
  await screen.findByText("1 value not saved");
  await user.click(screen.getByRole("searchbox"));
  expect(screen.queryByTestId("peek")).not.toBeInTheDocument();

  await user.click(
    screen.getByRole("button", { name: "Show the value that is not saved: Title of 000001.jpg" }),
  );
  await waitFor(() => expect(document.activeElement).toHaveTextContent("Kept"));
  expect(screen.getByTestId("peek")).toHaveTextContent("could not be saved");
});

test("a_value_that_was_not_saved_is_found_beyond_the_filter_and_in_a_hidden_column", async () => {
  away = true;
  service.records = [makeRecord({ filename: "000002.jpg" }), makeRecord()];
  const first = renderApp(PLACE);
  await screen.findByText("000001.jpg");
  await first.user.click(screen.getAllByText("Sonate")[1] ?? document.body);
  await first.user.keyboard("Kept{Enter}");
  await screen.findByText("1 value not saved");
  first.unmount();
  localStorage.setItem("indexcards.columns.sonatas-7f3a", JSON.stringify({ hidden: ["Title"] }));
  server.use(
    http.get("*/api/v1/batches/:name/records", ({ request }) => {
      const asked = new URL(request.url).searchParams;
      const items = service.records.filter(({ filename }) => filename === (asked.get("q") ?? "000002.jpg"));
      return HttpResponse.json({ items, total: items.length, revision: 3 });
    }),
  );

  const { user, router } = renderApp(PLACE);
  await screen.findByText("000002.jpg");
  expect(screen.queryByText("Kept")).not.toBeInTheDocument();
  await user.click(await screen.findByRole("button", { name: /^Show the value that is not saved/ }));
  await waitFor(() => expect(document.activeElement).toHaveTextContent("Kept"));
  expect(router.state.location.search).toEqual({ q: "000001.jpg" });
});
