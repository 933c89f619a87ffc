import { readFileSync } from "node:fs";

import { expect, test } from "@playwright/test";

import { newBatch, rowOf, samples, startReading } from "./cards";

const MUSIC = "Komponist, Titel, Signatur";

test("from_scans_to_a_spreadsheet", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Batches" })).toBeVisible();

  await startReading(page, { title: "Sonatas", fields: MUSIC, files: samples("music").slice(0, 6) });
  const progress = page.getByRole("region", { name: "Progress of Sonatas" });
  await expect(progress.getByRole("progressbar")).toHaveAttribute("aria-valuemax", "6");
  await expect(page.getByText("All is read: 6 cards.")).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole("list", { name: "Just read" }).getByRole("listitem")).toHaveCount(6);

  const batch = await rowOf(page, "Sonatas");
  await expect(batch.getByText("Completed")).toBeVisible();
  await expect(batch.getByText("6 / 6")).toBeVisible();
  await expect(batch.getByRole("link", { name: "Verify" })).toBeVisible();

  const download = page.waitForEvent("download");
  await batch.getByRole("button", { name: "More for Sonatas" }).click();
  await page.getByRole("menuitem", { name: "Export CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  const text = readFileSync(await file.path(), "utf8");
  expect(text).toContain("Komponist");
  expect(text.trim().split("\n").length).toBeGreaterThanOrEqual(7);
});

test("a_folder_can_be_chosen_and_names_the_batch", async ({ page }) => {
  await page.goto("/?panel=new");
  const form = page.getByRole("dialog", { name: "New batch" });
  await form.getByTestId("choose-folder").setInputFiles("../../data/samples/music/images");
  await expect(form.getByRole("textbox", { name: /^Title/ })).toHaveValue("images");
  await expect(form.getByRole("button", { name: /^Create and upload/ })).toContainText(
    String(samples("music").length),
  );
});

test("german_from_the_first_paint_and_by_the_switch", async ({ browser }) => {
  const context = await browser.newContext({ locale: "de-CH" });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Stapel" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");

  await page.getByRole("radiogroup", { name: "Sprache" }).getByText("EN").click();
  await expect(page.getByRole("heading", { level: 1, name: "Batches" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Batches" })).toBeVisible();
  await context.close();
});

test("it_can_be_done_by_keyboard_alone", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.getByRole("button", { name: "New batch" }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: /^Title/ })).toBeFocused();
  await page.keyboard.type("By hand");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Titel");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: "New batch" }).first()).toBeFocused();
});

test("deleting_takes_the_batch_and_nothing_else_and_goes_by_keyboard", async ({ page }) => {
  await page.goto("/");
  for (const title of ["Stays", "Goes"]) {
    await newBatch(page, { title, fields: "Titel", files: samples("music").slice(0, 1) });
  }
  await rowOf(page, "Goes");
  const more = page.getByRole("button", { name: "More for Goes" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Rename" })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("menuitem", { name: "Delete …" })).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Delete “Goes”?" });
  await expect(dialog.getByText("1 image")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();

  await more.click();
  await page.getByRole("menuitem", { name: "Delete …" }).click();
  await dialog.getByRole("button", { name: "Delete 1 card" }).click();
  await expect(page.getByRole("article", { name: "Goes" })).toBeHidden();
  await expect(page.getByRole("article", { name: "Stays" })).toBeVisible();
});
