import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { beforeEach, expect, test, vi } from "vitest";

import { makeBatch, makeFile } from "@/testing/factories";
import { FakeSocket } from "@/testing/fake-socket";
import { renderApp } from "@/testing/render";
import { problem, server, service } from "@/testing/server";

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

  const images = within(await screen.findByRole("dialog", { name: "Images" }));
  expect(await images.findByText("1 stored")).toBeVisible();
  const rejected = within(await images.findByRole("region", { name: "Rejected files" }));
  expect(rejected.getByText("torn.jpg")).toBeVisible();
  expect(rejected.getByText("The file ends in the middle.")).toBeVisible();
  expect(service.created).toEqual([
    { title: "Sonatas", fields: ["Composer", "Title", "Shelfmark"], options: { pairing: "suffix" } },
  ]);
  expect(service.uploads).toEqual([["a.jpg", "torn.jpg"]]);

  await vi.waitFor(() => expect(images.getByRole("button", { name: "Read now" })).toBeEnabled());
  await user.click(images.getByRole("button", { name: "Read now" }));
  expect(await screen.findByRole("region", { name: "Progress of Sonatas" })).toBeVisible();
  expect(FakeSocket.last.url).toBe("ws://localhost:3000/api/v1/ws/task/new-1");
});

test("what_is_missing_is_said_at_the_field", async () => {
  const { user, dialog } = await openPanel();
  await user.click(dialog.getByRole("button", { name: "Create the batch" }));
  expect(dialog.getByRole("textbox", { name: /Title/ })).toHaveAccessibleDescription(
    /Give the batch a title/,
  );
  expect(dialog.getByRole("textbox", { name: /Fields/ })).toHaveAccessibleDescription(
    /Name at least one field/,
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

test("files_that_did_not_arrive_can_be_sent_again", async () => {
  service.batches = [makeBatch({ status: "draft", total: 0, done: 0 })];
  server.use(http.post("*/images", () => problem(507, "The disk is full.", "no_space"), { once: true }));
  const { user } = renderApp("/?panel=images&batch=sonatas-7f3a");
  const dialog = within(await screen.findByRole("dialog", { name: "Images" }));
  await user.upload(await dialog.findByTestId("choose-files"), [makeFile("a.jpg")]);
  expect(await dialog.findByRole("alert")).toHaveTextContent("The disk is full.");

  await user.click(dialog.getByRole("button", { name: "Send 1 file again" }));
  expect(await dialog.findByText("1 stored")).toBeVisible();
});

test("a_batch_that_is_read_takes_no_images", async () => {
  service.batches = [makeBatch({ status: "running", pending: 4, done: 20 })];
  renderApp("/?panel=images&batch=sonatas-7f3a");
  const dialog = within(await screen.findByRole("dialog", { name: "Images" }));
  expect(await dialog.findByText(/This batch is being read/)).toBeVisible();
  expect(dialog.getByRole("button", { name: "Choose files" })).toBeDisabled();
});
