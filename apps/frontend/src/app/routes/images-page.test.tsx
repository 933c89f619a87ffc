import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";

import { makeBatch, makeCard, makeFile } from "@/testing/factories";
import { FakeSocket } from "@/testing/fake-socket";
import { renderApp } from "@/testing/render";
import { problem, server, service } from "@/testing/server";

const PLACE = "/batches/sonatas-7f3a/images";
const DRAFT = { status: "draft", total: 0, done: 0 } as const;

beforeEach(() => {
  FakeSocket.all = [];
  vi.stubGlobal("WebSocket", FakeSocket);
});

async function openPanel() {
  const app = renderApp("/?panel=new");
  const dialog = within(await screen.findByRole("dialog", { name: "New batch" }));
  return { ...app, dialog };
}

test("from_scans_to_a_run_in_one_panel", async () => {
  service.refuse = (name) =>
    name === "torn.jpg"
      ? { original_name: name, code: "damaged", reason: "The file ends in the middle." }
      : null;
  const { user, dialog } = await openPanel();
  await user.type(dialog.getByRole("textbox", { name: /Title/ }), "Sonatas");
  await user.type(dialog.getByRole("textbox", { name: /Fields/ }), "Composer, Title{enter}Shelfmark");
  expect(dialog.getByText("3 fields")).toBeVisible();
  await user.selectOptions(dialog.getByRole("combobox", { name: "Sides" }), "suffix");
  await user.upload(dialog.getByTestId("choose-files"), [makeFile("a.jpg"), makeFile("torn.jpg")]);
  await user.click(dialog.getByRole("button", { name: "Create and upload 2 files" }));

  expect(await screen.findByRole("heading", { level: 1, name: "Images" })).toBeVisible();
  const upload = within(await screen.findByRole("region", { name: "Upload" }));
  expect(await upload.findByText("2 of 2 files")).toBeVisible();
  expect(await upload.findByText("stored")).toBeVisible();
  const rejected = within(await screen.findByRole("region", { name: "Rejected files" }));
  expect(await rejected.findByText("torn.jpg")).toBeVisible();
  expect(rejected.getByText("The file ends in the middle.")).toBeVisible();
  expect(service.created).toEqual([
    {
      title: "Sonatas",
      fields: [{ name: "Composer" }, { name: "Title" }, { name: "Shelfmark" }],
      options: { pairing: "suffix" },
    },
  ]);
  expect(service.uploads).toEqual([["a.jpg", "torn.jpg"]]);

  await user.click(await screen.findByRole("button", { name: "Read now" }));
  expect(await screen.findByRole("region", { name: "Progress of Sonatas" })).toBeVisible();
  expect(FakeSocket.last.url).toBe("ws://localhost:3000/api/v1/ws/task/new-1");
});

test("what_is_missing_is_said_at_the_field", async () => {
  const { user, dialog } = await openPanel();
  await user.click(dialog.getByRole("button", { name: "Create the batch" }));
  expect(dialog.getByRole("textbox", { name: /Title/ })).toHaveAccessibleDescription(
    /Give the batch a title/,
  );
  expect(service.created).toEqual([]);
});

test("a_refused_batch_keeps_what_was_typed", async () => {
  server.use(http.post("*/api/v1/batches", () => problem(422, "Two fields are called 'Title'.", "invalid")));
  const { user, dialog } = await openPanel();
  await user.type(dialog.getByRole("textbox", { name: /Title/ }), "Sonatas");
  await user.type(dialog.getByRole("textbox", { name: /Fields/ }), "Title");
  await user.click(dialog.getByRole("button", { name: "Create the batch" }));
  expect(await dialog.findByRole("alert")).toHaveTextContent("Two fields are called 'Title'.");
  expect(dialog.getByRole("textbox", { name: /Title/ })).toHaveValue("Sonatas");
});

test("fields_can_be_named_later", async () => {
  const { user, dialog } = await openPanel();
  await user.type(dialog.getByRole("textbox", { name: /Title/ }), "Sonatas");
  await user.click(dialog.getByRole("button", { name: "Create the batch" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Images" })).toBeVisible();
  expect(service.created).toMatchObject([{ title: "Sonatas", fields: [] }]);
});

test("files_that_did_not_arrive_can_be_sent_again", async () => {
  service.batches = [makeBatch(DRAFT)];
  server.use(http.post("*/images", () => problem(507, "The disk is full.", "no_space"), { once: true }));
  const { user } = renderApp(PLACE);
  await user.upload(await screen.findByTestId("choose-files"), [makeFile("a.jpg")]);
  expect(await screen.findByRole("alert")).toHaveTextContent("The disk is full.");
  expect(await screen.findByText("did not arrive")).toBeVisible();

  await user.click(screen.getByRole("button", { name: "Send 1 file again" }));
  expect(await screen.findByText("stored")).toBeVisible();
  expect(screen.getByTestId("announcer")).toHaveTextContent("1 stored, 0 here already, 0 rejected");
});

test("after_a_reload_the_same_drop_sends_only_what_is_missing", async () => {
  vi.stubGlobal("isSecureContext", true);
  const sum = await crypto.subtle.digest("SHA-256", new Uint8Array(10));
  const source_sha256 = Buffer.from(sum).toString("hex");
  const card = makeCard(["a.jpg"]);
  service.cards = [{ ...card, images: card.images.map((image) => ({ ...image, source_sha256 })) }];
  service.batches = [makeBatch({ status: "draft", total: 1, pending: 1, done: 0 })];
  const { user } = renderApp(PLACE);
  await user.upload(await screen.findByTestId("choose-files"), [makeFile("a.jpg"), makeFile("b.jpg")]);

  const skipped = within(await screen.findByRole("region", { name: "Skipped files" }));
  expect(await skipped.findByText("a.jpg")).toBeVisible();
  expect(skipped.getByText(/it was not sent/)).toBeVisible();
  await waitFor(() => expect(service.uploads).toEqual([["b.jpg"]]));
});

test("a_batch_that_is_read_takes_no_images", async () => {
  service.batches = [makeBatch({ status: "running", pending: 4, done: 20 })];
  renderApp(PLACE);
  expect(await screen.findByText(/This batch is being read/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Choose files" })).toBeDisabled();
});

test("a_batch_without_cards_says_what_to_do", async () => {
  service.batches = [makeBatch(DRAFT)];
  renderApp(PLACE);
  expect(await screen.findByText(/No card yet/)).toBeVisible();
});

test("cards_that_do_not_come_can_be_asked_for_again", async () => {
  service.batches = [makeBatch()];
  service.cards = [makeCard(["1.jpg"])];
  server.use(http.get("*/cards", () => problem(500, "Disk trouble."), { once: true }));
  const { user } = renderApp(PLACE);
  const alert = within(await screen.findByRole("alert"));
  expect(alert.getByText("Disk trouble.")).toBeVisible();
  await user.click(alert.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("option", { name: "1.jpg, 1 side" })).toBeVisible();
});

test("front_and_back_are_one_card_and_only_cards_in_view_are_in_the_document", async () => {
  service.batches = [makeBatch({ total: 5000 })];
  service.cards = Array.from({ length: 5000 }, (_, i) => makeCard([`${i}_a.jpg`, `${i}_b.jpg`]));
  renderApp(PLACE);
  expect(await screen.findByRole("option", { name: "0_a.jpg, 2 sides" })).toHaveAttribute(
    "aria-setsize",
    "5000",
  );
  expect(screen.getAllByRole("option").length).toBeLessThan(80);
});

test("cards_are_chosen_by_keys_and_removed_after_naming_what_is_lost", async () => {
  service.batches = [makeBatch()];
  service.cards = [
    makeCard(["1_a.jpg", "1_b.jpg"], { status: "done", review: "complete" }),
    makeCard(["2.jpg"], { status: "done" }),
    makeCard(["3.jpg"]),
  ];
  const { user } = renderApp(PLACE);
  await screen.findByRole("option", { name: "3.jpg, 1 side" });
  screen.getByRole("listbox").focus();
  await user.keyboard(" {ArrowRight} {Delete}");

  const dialog = within(await screen.findByRole("dialog", { name: "Remove 2 cards?" }));
  expect(dialog.getByText("3 images")).toBeVisible();
  expect(dialog.getByText("the values read from 2 cards")).toBeVisible();
  expect(dialog.getByText("what people verified on 1 card")).toBeVisible();
  await user.click(dialog.getByRole("button", { name: "Remove 2 cards" }));
  await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(1));
  expect(screen.getByTestId("announcer")).toHaveTextContent("2 cards are removed.");
});

test("shift_extends_and_control_a_takes_cards_that_were_never_in_view", async () => {
  service.batches = [makeBatch({ total: 1000 })];
  service.cards = Array.from({ length: 1000 }, (_, i) => makeCard([`${i}.jpg`]));
  const { user } = renderApp(PLACE);
  await user.click(await screen.findByRole("option", { name: "1.jpg, 1 side" }));
  await user.keyboard("{Shift>}");
  await user.click(screen.getByRole("option", { name: "4.jpg, 1 side" }));
  await user.keyboard("{/Shift}");
  expect(await screen.findByText("4 selected")).toBeVisible();

  screen.getByRole("listbox").focus();
  await user.keyboard("{Control>}a{/Control}");
  expect(await screen.findByText("1,000 selected")).toBeVisible();
  await user.keyboard("{Escape}");
  expect(screen.queryByText(/selected/)).not.toBeInTheDocument();
});

test("what_could_not_be_removed_stays_and_can_be_tried_again", async () => {
  service.batches = [makeBatch()];
  service.cards = [makeCard(["1.jpg"])];
  server.use(http.post("*/cards/remove", () => HttpResponse.error(), { once: true }));
  const { user } = renderApp(PLACE);
  await user.click(await screen.findByRole("option"));
  await user.click(screen.getByRole("button", { name: "Remove …" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Remove 1 card" }));
  await user.click(await dialog.findByRole("button", { name: "Try again" }));
  expect(await screen.findByText(/No card yet/)).toBeVisible();
});
