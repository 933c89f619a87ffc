import { expect, test } from "@playwright/test";

import { expectAccessible } from "./axe";
import { newBatch, rowOf, samples } from "./cards";
import { OwnService } from "./own-service";

test.describe("an installation of one's own", () => {
  const service = new OwnService();
  test.beforeAll(() => service.start());
  test.afterAll(() => service.close());

  test("the_empty_list_leads_by_the_sample_drawer_to_a_batch_that_can_be_read", async ({ page }) => {
    await page.goto(service.address);
    await expect(page.getByRole("heading", { name: "No drawer yet" })).toBeVisible();
    await expectAccessible(page, () => page.getByRole("heading", { level: 2 }).waitFor());
    await page.evaluate(() => localStorage.setItem("indexcards.language", "en"));
    await page.reload();

    await page.getByRole("button", { name: "Try the sample drawer" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Images" })).toBeVisible();
    await expect(page.getByRole("option")).toHaveCount(12);
    await page.reload();
    await expect(page.getByRole("option")).toHaveCount(12);

    const batch = await rowOf(page, "Dissertations (sample cards)");
    await expect(batch.getByText("Draft")).toBeVisible();
    await batch.getByRole("button", { name: "Read now" }).click();
    await expect(page.getByText("All is read: 12 cards.")).toBeVisible({ timeout: 90_000 });
  });
});

test("a_batch_is_found_renamed_and_opened", async ({ page }) => {
  await page.goto("/");
  await newBatch(page, { title: "Wiegenlieder", fields: "Titel", files: samples("music").slice(0, 2) });
  const batch = await rowOf(page, "Wiegenlieder");
  await batch.getByRole("button", { name: "More for Wiegenlieder" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await expect(page.getByRole("textbox", { name: "New title for Wiegenlieder" })).toBeFocused();
  await page.keyboard.type("Schlummerlieder");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article", { name: "Schlummerlieder" })).toBeVisible();

  await page.getByRole("searchbox", { name: "Search titles" }).fill("schlummer");
  await expect(page).toHaveURL(/q=schlummer/);
  await expect(page.getByRole("article")).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page.getByRole("searchbox")).toHaveValue("schlummer");

  await page.getByRole("link", { name: "Schlummerlieder" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Images" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("searchbox")).toHaveValue("schlummer");
});

test("axe_finds_nothing_in_the_list", async ({ page }) => {
  await page.goto("/");
  await newBatch(page, { title: "Axe", fields: "Titel", files: samples("music").slice(0, 2) });
  await rowOf(page, "Axe");
  await expectAccessible(page, () => page.getByRole("article").first().waitFor());
});
