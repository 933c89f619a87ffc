import { expect, test } from "@playwright/test";

import { expectAccessible } from "./axe";
import { newBatch, samples } from "./cards";
import { measured } from "./figures";
import { dropFiles, longestTask, makeFiles } from "./many-files";

const MANY = 10_000;
const BAR = 200;

test("a_file_that_is_no_image_is_rejected_with_its_reason_and_the_others_stored", async ({ page }) => {
  await page.goto("/");
  const [card] = samples("music");
  await newBatch(page, { title: "Mixed", fields: "Titel", files: [card!, "package.json"] });
  const rejected = page.getByRole("region", { name: "Rejected files" });
  await expect(rejected.getByText("package.json")).toBeVisible();
  await expect(rejected.getByRole("listitem").locator("p").nth(1)).not.toBeEmpty();
  await expect(page.getByRole("option")).toHaveCount(1);
});

test("after_a_reload_the_same_choice_sends_only_what_is_missing", async ({ page }) => {
  await page.goto("/");
  const files = samples("music").slice(0, 4);
  await newBatch(page, { title: "Again", fields: "Titel", files: files.slice(0, 3) });
  await page.reload();
  await expect(page.getByRole("option")).toHaveCount(3);

  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/images")) sent.push(request.url());
  });
  await page.getByTestId("choose-files").setInputFiles(files.slice(0, 3));
  const skipped = page.getByRole("region", { name: "Skipped files" });
  await expect(skipped.getByText("3 already here")).toBeVisible();
  expect(sent).toEqual([]);

  await page.getByTestId("choose-files").setInputFiles(files);
  await expect(page.getByRole("option")).toHaveCount(4);
  await expect(page.getByRole("region", { name: "Upload" }).getByText("1 of 1 files")).toBeVisible();
});

test("sides_are_one_card_and_cards_are_chosen_shown_and_removed_by_keys", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "New batch" }).first().click();
  const form = page.getByRole("dialog", { name: "New batch" });
  await form.getByRole("textbox", { name: /^Title/ }).fill("Pairs");
  await form.getByRole("combobox", { name: "Sides" }).selectOption("suffix");
  await form.getByTestId("choose-folder").setInputFiles("../../data/samples/music/images");
  await form.getByRole("button", { name: /^Create and upload/ }).click();
  await expect(page.getByRole("option")).toHaveCount(12);
  await expect(page.getByRole("option", { name: "mus-0012_a.jpg, 2 sides" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Set up" }).last()).toBeVisible();

  await page.getByRole("listbox").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  const look = page.getByRole("dialog", { name: "mus-0012_a.jpg" });
  await expect(look.getByRole("img", { name: /mus-0012_/ })).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeFocused();

  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(page.getByText("2 selected")).toBeVisible();
  await page.keyboard.press("Delete");
  const dialog = page.getByRole("dialog", { name: "Remove 2 cards?" });
  await expect(dialog.getByText("4 images")).toBeVisible();
  await dialog.getByRole("button", { name: "Remove 2 cards" }).click();
  await expect(page.getByRole("option")).toHaveCount(10);
  await expect(page.getByRole("listbox")).toBeFocused();

  await page.getByRole("searchbox", { name: "File name" }).fill("0003");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole("option")).toHaveCount(1);
  await expect(page.getByRole("searchbox", { name: "File name" })).toHaveValue("0003");
});

test("axe_finds_nothing_among_the_images", async ({ page }) => {
  await page.goto("/");
  await newBatch(page, { title: "Axe images", fields: "Titel", files: samples("music").slice(0, 5) });
  await expectAccessible(page, () => page.getByRole("option").first().waitFor());
});

test(
  "ten_thousand_files_dropped_keep_the_page_smooth_and_a_second_drop_sends_nothing",
  { tag: "@figure" },
  async ({ page }) => {
    test.setTimeout(900_000);
    await page.goto("/");
    await newBatch(page, { title: "Ten thousand", fields: "Titel", files: samples("music").slice(0, 1) });
    await makeFiles(page, MANY);
    await dropFiles(page);
    const begun = Date.now();
    const upload = page.getByRole("region", { name: "Upload" });
    await expect(upload.getByText("10,001 of 10,001 files")).toBeVisible({ timeout: 600_000 });
    const seconds = (Date.now() - begun) / 1000;
    await expect(page.getByRole("option").first()).toHaveAttribute("aria-setsize", "10001", {
      timeout: 30_000,
    });
    await page.getByRole("listbox").focus();
    await page.keyboard.press("End");
    await expect(page.getByRole("option", { name: "mus-0001.jpg, 1 side" })).toBeVisible();
    const longest = await longestTask(page);
    expect(await page.locator("*").count()).toBeLessThan(3000);

    await page.reload();
    await expect(page.getByRole("option").first()).toBeVisible();
    await makeFiles(page, MANY);
    await dropFiles(page);
    const skipped = page.getByRole("region", { name: "Skipped files" });
    await expect(skipped.getByText("10,000 already here")).toBeVisible({ timeout: 200_000 });
    const again = await longestTask(page);
    await expect(page.getByText("10,001 cards").first()).toBeVisible();

    const how = `${MANY.toLocaleString("en")} small files; sent and judged in ${seconds.toFixed(0)} s`;
    const name = "10,000 files dropped: longest task on the main thread";
    measured({ name, value: longest, unit: "ms", bar: BAR, how });
    measured({
      name: `${name}, the same drop again`,
      value: again,
      unit: "ms",
      bar: BAR,
      how: "all are there already",
    });
    expect(longest).toBeLessThanOrEqual(BAR);
    expect(again).toBeLessThanOrEqual(BAR);
  },
);
