import { screen, waitFor, within } from "@testing-library/react";
import { delay, http, HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";

import type { BatchRead } from "@/api/gen/types.gen";
import { switchLanguage } from "@/lib/language";
import { makeBatch, makeCard } from "@/testing/factories";
import { FakeSocket } from "@/testing/fake-socket";
import { renderApp } from "@/testing/render";
import { problem, server, service } from "@/testing/server";

beforeEach(() => vi.stubGlobal("WebSocket", FakeSocket));

const row = (title: string) => screen.findByRole("article", { name: title });

test("while_the_list_is_on_its_way_it_says_so", async () => {
  server.use(http.get("*/api/v1/batches", () => delay("infinite")));
  renderApp();
  expect(await screen.findByRole("status", { name: "Batches are loading" })).toBeVisible();
});

test("no_batch_says_what_to_do", async () => {
  const { user } = renderApp();
  const empty = await screen.findByRole("region", { name: "No drawer yet" });
  await user.click(within(empty).getByRole("button", { name: "New batch" }));
  expect(await screen.findByRole("dialog", { name: "New batch" })).toBeVisible();
});

test("the_sample_drawer_becomes_a_batch_and_leads_to_its_images", async () => {
  const { user, router } = renderApp();
  await user.click(await screen.findByRole("button", { name: "Try the sample drawer" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Images" })).toBeVisible();
  expect(router.state.location.pathname).toBe("/batches/sample-1/images");
});

test("an_installation_without_samples_says_so", async () => {
  server.use(
    http.post("*/batches/sample", () =>
      problem(404, "The sample cards are not part of this installation.", "samples_missing"),
    ),
  );
  const { user } = renderApp();
  await user.click(await screen.findByRole("button", { name: "Try the sample drawer" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("not part of this installation");
});

test("a_problem_is_shown_in_the_services_own_words_and_can_be_tried_again", async () => {
  server.use(http.get("*/api/v1/batches", () => problem(500, "The database is damaged."), { once: true }));
  service.batches = [makeBatch()];
  const { user } = renderApp();
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("The batches could not be loaded.The database is damaged.");

  await user.click(within(alert).getByRole("button", { name: "Try again" }));
  expect(await row("Sonatas A–K")).toBeVisible();
});

test("an_absent_service_is_told_from_a_problem", async () => {
  server.use(http.get("*/api/v1/batches", () => HttpResponse.error()));
  renderApp();
  expect(await screen.findByRole("alert")).toHaveTextContent("The service does not answer.");
});

test("what_was_loaded_stays_when_the_service_goes_away", async () => {
  service.batches = [makeBatch()];
  const { client } = renderApp();
  await row("Sonatas A–K");
  server.use(http.get("*/api/v1/batches", () => HttpResponse.error()));
  await client.invalidateQueries();

  expect(await screen.findByRole("alert")).toHaveTextContent("What you see may be out of date.");
  expect(await row("Sonatas A–K")).toBeVisible();
});

test("a_row_says_what_stands_how_it_is", async () => {
  service.batches = [
    makeBatch({
      status: "paused",
      reason: "The disk is full.",
      done: 1204,
      pending: 2666,
      total: 3870,
      reviewed: 387,
    }),
  ];
  renderApp();
  const article = within(await row("Sonatas A–K"));
  expect(article.getByText("Paused")).toBeVisible();
  expect(article.getByText("The disk is full.")).toBeVisible();
  expect(article.getByText("1,204 / 3,870")).toBeVisible();
  expect(article.getByText("387 (10%)")).toBeVisible();
  expect(article.getByText("built in, offline")).toBeVisible();
  expect(article.getByRole("button", { name: "Resume" })).toBeEnabled();
});

test("german_says_it_in_german_with_german_numbers", async () => {
  await switchLanguage("de");
  service.batches = [makeBatch({ status: "interrupted", done: 1204, pending: 2666, total: 3870 })];
  renderApp();
  const article = within(await row("Sonatas A–K"));
  expect(article.getByText("Unterbrochen")).toBeVisible();
  expect(article.getByText("1.204 / 3.870")).toBeVisible();
  expect(article.getByText("Der Dienst wurde beendet. 2.666 Karten warten.")).toBeVisible();
});

test("the_language_switch_changes_the_words_at_once", async () => {
  const { user } = renderApp();
  await user.click(await screen.findByRole("radio", { name: /DE/ }));
  expect(await screen.findByRole("heading", { name: "Noch keine Schublade" })).toBeVisible();
});

test("a_search_goes_to_the_address_and_can_be_taken_back", async () => {
  service.batches = [makeBatch(), makeBatch({ name: "b", title: "Letters" })];
  const { user, router } = renderApp();
  await row("Letters");
  await user.type(screen.getByRole("searchbox", { name: "Search titles" }), "zzz");

  const nothing = await screen.findByRole("region", { name: "No batch is called “zzz”" });
  expect(router.state.location.search).toEqual({ q: "zzz" });
  await user.click(within(nothing).getByRole("button", { name: "Show all" }));
  expect(await row("Letters")).toBeVisible();
  expect(screen.getByRole("searchbox")).toHaveValue("");
});

test("more_than_a_page_is_loaded_on_request", async () => {
  service.batches = Array.from({ length: 60 }, (_, i) => makeBatch({ name: `b${i}`, title: `Drawer ${i}` }));
  const { user } = renderApp();
  expect(await screen.findByText("60 batches")).toBeVisible();
  expect(await screen.findAllByRole("article")).toHaveLength(50);
  await user.click(screen.getByRole("button", { name: "Show more" }));
  await waitFor(() => expect(screen.getAllByRole("article")).toHaveLength(60));
});

test("a_conflict_is_explained_at_the_row_and_the_row_is_asked_for_anew", async () => {
  service.batches = [makeBatch({ status: "cancelled", pending: 3, done: 21 })];
  const { user } = renderApp();
  const article = within(await row("Sonatas A–K"));
  service.batches = [makeBatch({ status: "completed" })];
  server.use(http.post("*/start", () => problem(409, "The batch is completed, cannot start.")));
  await user.click(article.getByRole("button", { name: "Resume" }));

  expect(await article.findByRole("alert")).toHaveTextContent("The batch is completed, cannot start.");
  expect(await article.findByText("Completed")).toBeVisible();
});

test("deleting_names_what_is_lost", async () => {
  service.batches = [makeBatch()];
  service.cards = [makeCard(["1_a.jpg", "1_b.jpg"])];
  const { user } = renderApp();
  await user.click(within(await row("Sonatas A–K")).getByRole("button", { name: "More for Sonatas A–K" }));
  await user.click(await screen.findByRole("menuitem", { name: "Delete …" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Delete “Sonatas A–K”?" }));
  expect(await dialog.findByText("24 cards, 2 images")).toBeVisible();
  expect(dialog.getByText("the values read from 24 cards")).toBeVisible();

  await user.click(dialog.getByRole("button", { name: "Delete 24 cards" }));
  expect(await screen.findByRole("region", { name: "No drawer yet" })).toBeVisible();
  expect(screen.getByTestId("announcer")).toHaveTextContent("Sonatas A–K is deleted.");
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
});

test("verified_work_is_deleted_only_by_who_types_its_title", async () => {
  service.batches = [makeBatch({ reviewed: 7 })];
  const { user } = renderApp();
  await user.click(within(await row("Sonatas A–K")).getByRole("button", { name: "More for Sonatas A–K" }));
  await user.click(await screen.findByRole("menuitem", { name: "Delete …" }));
  const dialog = within(await screen.findByRole("dialog", { name: /Delete/ }));
  const confirm = dialog.getByRole("button", { name: "Delete 24 cards" });
  expect(confirm).toBeDisabled();

  await user.type(dialog.getByRole("textbox"), "Sonatas A–K");
  expect(confirm).toBeEnabled();
});

test("a_batch_is_renamed_in_its_place_and_a_refusal_keeps_what_was_typed", async () => {
  service.batches = [makeBatch()];
  server.use(http.patch("*/batches/*", () => problem(409, "The batch is running."), { once: true }));
  const { user } = renderApp();
  await user.click(within(await row("Sonatas A–K")).getByRole("button", { name: "More for Sonatas A–K" }));
  await user.click(await screen.findByRole("menuitem", { name: "Rename" }));
  const field = await screen.findByRole("textbox", { name: "New title for Sonatas A–K" });
  await user.clear(field);
  await user.type(field, "Sonatas A–L{Enter}");

  const alert = within(await screen.findByRole("alert"));
  expect(alert.getByText("The batch is running.")).toBeVisible();
  expect(field).toHaveValue("Sonatas A–L");
  await user.click(alert.getByRole("button", { name: "Try again" }));
  expect(await row("Sonatas A–L")).toBeVisible();
  expect(screen.getByRole("button", { name: "More for Sonatas A–L" })).toHaveFocus();
});

test("escape_gives_the_old_title_back", async () => {
  service.batches = [makeBatch()];
  const { user } = renderApp();
  await user.click(within(await row("Sonatas A–K")).getByRole("button", { name: "More for Sonatas A–K" }));
  await user.click(await screen.findByRole("menuitem", { name: "Rename" }));
  await user.type(await screen.findByRole("textbox", { name: /New title/ }), "x{Escape}");
  expect(screen.queryByRole("textbox", { name: /New title/ })).not.toBeInTheDocument();
  expect(screen.getByRole("heading", { name: "Sonatas A–K" })).toBeVisible();
});

test.each([
  [{ status: "draft", total: 0, done: 0 }, "Add images", "/batches/sonatas-7f3a/images"],
  [{ status: "draft", done: 0, pending: 24, fields: [] }, "Set up", "/batches/sonatas-7f3a/setup"],
  [{ status: "running", done: 0, pending: 24 }, "Watch", "/batches/sonatas-7f3a/run"],
  [{ status: "completed" }, "Verify", "/batches/sonatas-7f3a/verify"],
  [{ status: "completed" }, "Results", "/batches/sonatas-7f3a/results"],
] as const)("of %o the button %s leads to its place", async (part, name, address) => {
  service.batches = [
    makeBatch({ ...part, ...("fields" in part ? { fields: [] } : {}) } as Partial<BatchRead>),
  ];
  renderApp();
  const link = within(await row("Sonatas A–K")).getByRole("link", { name });
  expect(link).toHaveAttribute("href", address);
});

test("resume_starts_and_leads_to_the_progress", async () => {
  service.batches = [makeBatch({ status: "interrupted", pending: 3, done: 21 })];
  const { user, router } = renderApp();
  await user.click(within(await row("Sonatas A–K")).getByRole("button", { name: "Resume" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Progress" })).toBeVisible();
  expect(router.state.location.pathname).toBe("/batches/sonatas-7f3a/run");
  expect(service.batches[0]?.status).toBe("running");
});

test("all_verified_work_is_handed_over_from_the_row", async () => {
  service.batches = [makeBatch({ reviewed: 24 })];
  const { user } = renderApp();
  await user.click(within(await row("Sonatas A–K")).getByRole("button", { name: "Export" }));
  expect(await screen.findByRole("menuitem", { name: "Export Excel" })).toHaveAttribute(
    "href",
    expect.stringContaining("/api/v1/batches/sonatas-7f3a/export?format=xlsx"),
  );
});

test("an_address_of_nothing_leads_back", async () => {
  renderApp("/nowhere");
  expect(await screen.findByRole("link", { name: "To the batches" })).toHaveAttribute("href", "/");
});
