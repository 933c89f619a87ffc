import { readFileSync } from "node:fs";

import { expect, type Locator, type Page, test } from "@playwright/test";

import { expectClean, speak, TONGUES } from "./axe";
import { samples, startReading } from "./cards";

/** The real service with the project's own cards; each test brings its own batch. */
async function readBatch(page: Page, title: string): Promise<string> {
  await page.goto("/");
  await startReading(page, {
    title,
    fields: "Komponist, Titel, Signatur, Verlag",
    files: samples("music").slice(0, 6),
  });
  const batch = /\/batches\/([^/]+)\//.exec(page.url())?.[1] ?? "";
  const status = async () =>
    ((await (await page.request.get(`/api/v1/batches/${batch}`)).json()) as { status: string }).status;
  await expect.poll(status, { timeout: 90_000 }).toBe("completed");
  return batch;
}

async function open(page: Page, batch: string, query = ""): Promise<Locator> {
  await page.goto(`/batches/${batch}/results${query}`);
  const grid = page.getByRole("grid");
  await expect(grid.getByRole("rowheader").first()).toBeVisible();
  return grid;
}

const cell = (grid: Locator, row: number, column: number) =>
  grid.locator(`[data-row="${row}"] [data-column="${column}"]`);

async function record(
  page: Page,
  batch: string,
  place: number,
): Promise<{ data: Record<string, string | null>; review: Record<string, string> }> {
  const answer = await page.request.get(`/api/v1/batches/${batch}/records?limit=1&offset=${place}`);
  return (
    (await answer.json()) as {
      items: { data: Record<string, string | null>; review: Record<string, string> }[];
    }
  ).items[0]!;
}

test("values_are_edited_by_keys_saved_at_once_and_undone", async ({ page }) => {
  const batch = await readBatch(page, "Edited by keys");
  const grid = await open(page, batch);
  const before = await record(page, batch, 0);

  await cell(grid, 0, 3).click();
  await page.keyboard.type("Anna");
  await page.keyboard.press("Tab");
  await expect(cell(grid, 0, 4)).toBeFocused();
  await page.keyboard.press("F2");
  await page.keyboard.press("End");
  await page.keyboard.type(" X");
  await page.keyboard.press("Enter");
  await expect(cell(grid, 1, 4)).toBeFocused();
  await expect(page.getByText("All saved")).toBeVisible();
  await expect.poll(async () => (await record(page, batch, 0)).data.Komponist).toBe("Anna");
  expect((await record(page, batch, 0)).data.Titel).toBe(`${before.data.Titel ?? ""} X`.trim());

  await page.keyboard.press("Enter");
  await page.keyboard.type("not wanted");
  await page.keyboard.press("Escape");
  await expect(cell(grid, 1, 4)).not.toContainText("not wanted");

  await page.keyboard.press("Control+z");
  await expect(cell(grid, 0, 4)).toHaveAttribute("title", before.data.Titel ?? "");
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await record(page, batch, 0)).review).toEqual(before.review);
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(async () => (await record(page, batch, 0)).data.Komponist).toBe("Anna");

  await page.reload();
  await expect(cell(page.getByRole("grid"), 0, 3)).toContainText("Anna");
});

test("sorting_search_and_filters_stand_in_the_address_and_survive_a_reload", async ({ page }) => {
  const batch = await readBatch(page, "Sorted and filtered");
  const grid = await open(page, batch);
  await grid.getByRole("columnheader", { name: "Titel" }).click();
  await expect(page).toHaveURL(/sort=field/);
  await expect(grid.getByRole("columnheader", { name: "Titel" })).toHaveAttribute("aria-sort", "ascending");
  await grid.getByRole("columnheader", { name: "Titel" }).click();
  await expect(page).toHaveURL(/order=desc/);

  await page.getByRole("searchbox", { name: "Search in all fields" }).fill("schubert");
  await expect(page).toHaveURL(/q=schubert/);
  await expect(page.getByText(/^\d+ of 6 cards$/)).toBeVisible();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("combobox", { name: "Field" }).selectOption("Komponist");
  await page.getByRole("textbox", { name: "What it contains" }).fill("nobody at all");
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(page.getByText("No card matches")).toBeVisible();

  await page.reload();
  await expect(page.getByText("No card matches")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("grid").getByRole("rowheader").first()).toBeVisible();
});

test("many_cards_are_accepted_in_one_call_and_all_of_it_is_undone", async ({ page }) => {
  const batch = await readBatch(page, "Accepted together");
  const grid = await open(page, batch);
  await cell(grid, 0, 3).click();
  await page.keyboard.press("Space");
  await cell(grid, 3, 3).click({ modifiers: ["Shift"] });
  await expect(page.getByText("4 cards chosen")).toBeVisible();
  await cell(grid, 5, 3).click({ modifiers: ["Control"] });
  await expect(page.getByText("5 cards chosen")).toBeVisible();

  const calls: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") calls.push(new URL(request.url()).pathname);
  });
  await page.getByRole("button", { name: "Accept all values" }).click();
  await expect(page.getByText("5 cards changed.")).toBeVisible();
  expect(calls).toEqual([`/api/v1/batches/${batch}/records/bulk`]);
  await expect(cell(grid, 0, 2)).toContainText("verified");
  await expect(cell(grid, 4, 2)).toContainText("open");

  await cell(grid, 0, 3).click();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("5 cards are as they were.")).toBeVisible();
  await expect(cell(grid, 0, 2)).toContainText("open");
  await page.keyboard.press("Control+Shift+z");
  await expect(cell(grid, 0, 2)).toContainText("verified");

  await page.keyboard.press("Control+a");
  await expect(page.getByText("6 cards chosen")).toBeVisible();
  await page.getByRole("button", { name: "Set a value …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Field" }).selectOption("Verlag");
  await dialog.getByRole("textbox", { name: "Value" }).fill("Peters");
  await dialog.getByRole("button", { name: "Set in 6 cards" }).click();
  await expect(page.getByText("6 cards changed.")).toBeVisible();
  await expect(cell(grid, 5, 6)).toContainText("Peters");
});

test("a_failed_save_stays_in_the_cell_and_a_conflict_shows_both", async ({ page }) => {
  const batch = await readBatch(page, "Troubled saves");
  const grid = await open(page, batch);
  await page.route("**/records/*.jpg", (route) =>
    route.request().method() === "PATCH" ? route.abort() : route.continue(),
  );
  await cell(grid, 0, 3).click();
  await page.keyboard.type("Kept");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 value not saved")).toBeVisible();
  await expect(cell(grid, 0, 3)).toContainText("Kept");
  await page.unroute("**/records/*.jpg");
  await cell(grid, 0, 3).click();
  await page.getByTestId("peek").getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("All saved")).toBeVisible();
  expect((await record(page, batch, 0)).data.Komponist).toBe("Kept");

  const path = `/api/v1/batches/${batch}/records/mus-0001.jpg`;
  const { version } = (await (await page.request.get(path)).json()) as { version: number };
  await page.request.patch(path, { data: { version, set: { Komponist: "Hers" } } });
  await page.keyboard.type("Mine");
  await page.keyboard.press("Enter");
  await cell(grid, 0, 3).click();
  await expect(page.getByTestId("peek")).toContainText("“Hers” meanwhile. Yours: “Mine”");
  await page.getByTestId("peek").getByRole("button", { name: "Save mine" }).click();
  await expect.poll(async () => (await record(page, batch, 0)).data.Komponist).toBe("Mine");
});

test("columns_are_kept_and_the_export_holds_what_the_menu_says", async ({ page }) => {
  const batch = await readBatch(page, "Handed over");
  const grid = await open(page, batch, "?q=schubert");
  const shown = Number(await grid.getAttribute("aria-rowcount")) - 1;
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Verlag" }).uncheck();
  await page.getByRole("button", { name: "Move Titel to the left" }).click();
  await page.keyboard.press("Escape");
  await page.reload();
  const heads = page.getByRole("columnheader");
  await expect(heads.nth(3)).toHaveText("Titel");
  await expect(page.getByRole("columnheader", { name: "Verlag" })).toHaveCount(0);

  await page.getByRole("button", { name: "Export" }).click();
  await expect(page.getByText(new RegExp(`^${shown} cards?, 3 fields`))).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /Table, for any program/ }).click();
  const lines = readFileSync(await (await download).path(), "utf8")
    .trim()
    .split("\n");
  expect(lines[0]).toContain("filename,Titel,Komponist,Signatur,");
  expect(lines).toHaveLength(shown + 1);

  await page.keyboard.press("Escape");
  await cell(page.getByRole("grid"), 0, 1).click();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/batches/${batch}/verify/`));
});

test("axe_finds_nothing_in_both_languages_and_looks", async ({ page }) => {
  const batch = await readBatch(page, "Looked at");
  for (const language of TONGUES) {
    await speak(page, language);
    const grid = await open(page, batch);
    await cell(grid, 1, 4).click();
    await page.keyboard.press("Space");
    for (const name of [/^Filter$/, /^Export$/, /^(Columns|Spalten)$/]) {
      await page.getByRole("button", { name }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectClean(page, `${String(name)} ${language}`);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
    }
  }
});
