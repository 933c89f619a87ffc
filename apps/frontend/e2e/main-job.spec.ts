import { readFileSync } from "node:fs";

import { expect, test } from "@playwright/test";

import { fillPanel, samples, startReading } from "./cards";

const MUSIC = "Komponist, Titel, Signatur";

test("from_scans_to_a_spreadsheet", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "No drawer yet" })).toBeVisible();

  const files = samples("music").slice(0, 6);
  const batch = await startReading(page, { title: "Sonatas", fields: MUSIC, files });
  const progress = page.getByRole("region", { name: "Progress of Sonatas" });
  await expect(progress.getByText("live", { exact: true })).toBeVisible();
  await expect(progress.getByRole("progressbar")).toHaveAttribute("aria-valuemax", "6");

  const results = page.getByRole("region", { name: "Results of Sonatas" });
  await expect(results.getByRole("row")).toHaveCount(7, { timeout: 90_000 });
  await expect(batch.getByText("Completed")).toBeVisible();
  await expect(batch.getByText("6 / 6")).toBeVisible();
  await expect(results.getByRole("row").nth(1).getByRole("img").first()).toHaveAccessibleName(
    /sure|check|doubtful|blank/,
  );

  const download = page.waitForEvent("download");
  await results.getByRole("link", { name: "CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  const text = readFileSync(await file.path(), "utf8");
  expect(text).toContain("Komponist");
  expect(text.trim().split("\n").length).toBeGreaterThanOrEqual(7);
});

test("a_reload_in_the_middle_heals_and_a_stop_is_felt_and_resumed", async ({ page }) => {
  await page.goto("/");
  const files = [...samples("dissertations"), ...samples("music").slice(6, 10)];
  const batch = await startReading(page, { title: "Theses", fields: "Autor, Titel, Jahr", files });
  const progress = page.getByRole("region", { name: "Progress of Theses" });
  await expect(progress.getByRole("list", { name: "Just read" }).getByRole("listitem").first()).toBeVisible({
    timeout: 30_000,
  });

  await page.reload();
  await expect(progress.getByText("live", { exact: true })).toBeVisible();
  await expect(progress.getByRole("progressbar")).not.toHaveAttribute("aria-valuenow", "0");

  await progress.getByRole("button", { name: "Stop reading" }).click();
  await expect(batch.getByText("Stopped")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("region", { name: "Results of Theses" })).toBeVisible();

  await batch.getByRole("button", { name: "Resume" }).click();
  await expect(batch.getByText("Completed")).toBeVisible({ timeout: 90_000 });
  await expect(batch.getByText("16 / 16")).toBeVisible();
});

test("a_file_that_is_no_image_is_rejected_with_its_reason_and_the_others_stored", async ({ page }) => {
  await page.goto("/");
  const [card] = samples("music");
  const images = await fillPanel(page, {
    title: "Mixed",
    fields: "Titel",
    files: [card!, "package.json"],
  });
  const rejected = images.getByRole("region", { name: "Rejected files" });
  await expect(rejected.getByText("package.json")).toBeVisible();
  await expect(rejected.getByRole("listitem").locator("p").nth(1)).not.toBeEmpty();
  await expect(images.getByText("1 card in this batch")).toBeVisible();

  await images.getByTestId("choose-files").setInputFiles([card!]);
  await expect(images.getByRole("region", { name: "Skipped files" })).toBeVisible();
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
  const rows = page.getByRole("article");
  await expect(rows.first()).toBeVisible();
  const before = await rows.count();
  const more = page.getByRole("button", { name: "More for Mixed" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Add images" })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("menuitem", { name: "Delete …" })).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Delete “Mixed”?" });
  await expect(dialog.getByText("1 image")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();

  await more.click();
  await page.getByRole("menuitem", { name: "Delete …" }).click();
  await dialog.getByRole("button", { name: "Delete 1 card" }).click();
  await expect(rows).toHaveCount(before - 1);
});
