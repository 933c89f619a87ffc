import { readFileSync } from "node:fs";
import { basename } from "node:path";

import { type APIRequestContext, expect, type Locator, type Page, test } from "@playwright/test";

import type { BatchRead, FieldIn } from "../src/api/gen/types.gen";

import { expectClean, TONGUES } from "./axe";
import { samples } from "./cards";

const API = "/api/v1/batches";

/** A batch with some of the project's own cards. */
async function drawer(
  request: APIRequestContext,
  title: string,
  { fields = [] as (string | FieldIn)[], files = samples("music").slice(0, 3) } = {},
): Promise<string> {
  const made = (await (await request.post(API, { data: { title, fields } })).json()) as BatchRead;
  const form = new FormData();
  for (const file of files) {
    form.append("files", new File([readFileSync(file)], basename(file), { type: "image/jpeg" }));
  }
  if (files.length > 0) {
    expect((await request.post(`${API}/${made.name}/images`, { multipart: form })).ok()).toBe(true);
  }
  return made.name;
}

async function open(page: Page, batch: string): Promise<void> {
  await page.goto(`/batches/${batch}/setup`);
  await expect(page.getByRole("heading", { level: 1, name: /^(Set up|Einrichten)$/ })).toBeVisible();
}

async function tabTo(page: Page, target: Locator, key = "Tab"): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not reach ${String(target)}`);
}

const saved = (page: Page) => page.getByText("Saved", { exact: true });
const values = (page: Page, card: string) => page.getByRole("list", { name: `What was read from ${card}` });

async function fieldsOf(request: APIRequestContext, batch: string): Promise<string[]> {
  const found = (await (await request.get(`${API}/${batch}`)).json()) as BatchRead;
  return found.fields.map((field) => field.name);
}

test("fields_by_keys_only_tried_changed_tried_again_and_started", async ({ page, request }) => {
  const batch = await drawer(request, "By keys");
  await open(page, batch);
  await tabTo(page, page.getByRole("button", { name: "Add field" }));
  await page.keyboard.press("Enter");
  await page.keyboard.type("Komponist");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Erscheinungsjahr");
  await page.keyboard.press("Tab");
  await page.keyboard.type("year");
  await tabTo(page, page.getByRole("textbox", { name: "Name", exact: true }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Titel");
  await tabTo(page, page.getByRole("button", { name: "Move Titel" }), "Shift+Tab");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByTestId("announcer")).toHaveText("Titel is now 2 of 3");
  await expect(page.getByRole("button", { name: "Move Titel" })).toBeFocused();
  await expect(saved(page)).toBeVisible();
  expect(await fieldsOf(request, batch)).toEqual(["Komponist", "Titel", "Erscheinungsjahr"]);

  await tabTo(page, page.getByRole("button", { name: "Try it on 3 cards" }));
  await page.keyboard.press("Enter");
  await expect(values(page, "mus-0001.jpg")).toContainText("Schubert, Franz", { timeout: 60_000 });
  await expect(values(page, "mus-0001.jpg").getByRole("button")).toHaveCount(3);
  await expect(page.getByText(/3 cards in .*, nothing stored/)).toBeVisible();
  const untouched = (await (await request.get(`${API}/${batch}`)).json()) as BatchRead;
  expect([untouched.done, untouched.pending, untouched.status]).toEqual([0, 3, "draft"]);

  await tabTo(page, page.getByRole("button", { name: /^Erscheinungsjahr year/ }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("textbox", { name: "Name", exact: true }));
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Signatur");
  await expect(page.getByText(/The set-up has changed since/)).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Try again" }));
  const began = Date.now();
  await page.keyboard.press("Enter");
  await expect(values(page, "mus-0001.jpg").getByRole("button", { name: /Signatur/ })).toBeVisible();
  test.info().annotations.push({ type: "second trial", description: `${Date.now() - began} ms` });

  await tabTo(page, page.getByRole("button", { name: "Start reading" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/batches/${batch}/run`);
  expect(await fieldsOf(request, batch)).toEqual(["Komponist", "Titel", "Signatur"]);
});

test("the_card_is_enlarged_and_shown_whole_again_by_keys", async ({ page, request }) => {
  await open(page, await drawer(request, "Larger by keys"));
  const card = page.getByTestId("card-image");
  await expect(card).toHaveAttribute("data-drawn");
  const width = async () => Math.round((await card.boundingBox())!.width);
  const whole = await width();
  await tabTo(page, page.getByRole("application", { name: /^Card/ }));
  await page.keyboard.press("+");
  await expect.poll(width).toBe(Math.round(whole * 1.4));
  await page.keyboard.press("0");
  await expect.poll(width).toBe(whole);
});

test("a_list_is_pasted_a_field_removed_and_brought_back", async ({ page, request }) => {
  const batch = await drawer(request, "A list");
  await open(page, batch);
  await page.getByRole("textbox", { name: "List of names" }).fill("Komponist, Titel\nSignatur");
  await page.getByRole("button", { name: "Make 3 fields" }).click();
  const rows = page.getByRole("region", { name: "Fields" }).getByRole("listitem");
  await expect(rows).toHaveCount(3);

  await page.getByRole("button", { name: "More for Titel" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(rows).toHaveCount(2);
  await page.getByRole("button", { name: "Undo remove" }).click();
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText("Titel");

  await page.getByRole("button", { name: "Move Signatur" }).hover();
  await page.mouse.down();
  await page.getByRole("button", { name: "Move Komponist" }).hover();
  await page.mouse.up();
  await expect(rows.first()).toContainText("Signatur");
  await expect(saved(page)).toBeVisible();
  expect(await fieldsOf(request, batch)).toEqual(["Signatur", "Komponist", "Titel"]);
});

test("what_is_wrong_is_said_at_the_field_and_kept_until_it_is_mended", async ({ page, request }) => {
  const batch = await drawer(request, "Wrong", { fields: ["Komponist", "Titel"] });
  await open(page, batch);
  await page.getByRole("button", { name: /^Titel/ }).click();
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await name.fill("KOMPONIST");
  await expect(name).toHaveAccessibleDescription("Another field has this name.");
  await expect(page.getByRole("button", { name: "Start reading" })).toBeDisabled();
  await page.reload();
  await expect(page.getByText(/^Not saved yet/)).toBeVisible();
  await page.getByRole("button", { name: /^KOMPONIST/ }).click();
  await name.fill("Art");
  await page.getByRole("combobox", { name: "Type" }).selectOption("enum");
  const allowed = page.getByRole("textbox", { name: "Allowed values" });
  await expect(allowed).toHaveAccessibleDescription(/Name the allowed values/);
  await allowed.fill("Buch\nHeft, klein");
  await expect(saved(page)).toBeVisible();
  const stored = (await (await request.get(`${API}/${batch}`)).json()) as BatchRead;
  expect(stored.fields[1]?.values).toEqual(["Buch", "Heft, klein"]);
});

test("a_save_that_fails_loses_nothing_even_over_a_reload", async ({ page, request }) => {
  const batch = await drawer(request, "Fails", { fields: ["Komponist"] });
  await page.route(`**${API}/${batch}`, (route) =>
    route.request().method() === "PATCH" ? route.abort() : route.continue(),
  );
  await open(page, batch);
  await page.getByRole("button", { name: /^Komponist/ }).click();
  await page.getByRole("textbox", { name: "Description" }).fill("Familienname, Vorname");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Not saved. What you typed is kept");
  await page.unroute(`**${API}/${batch}`);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: /^Komponist text Familienname, Vorname/ })).toBeVisible();
});

test("a_template_is_saved_used_elsewhere_exported_and_deleted", async ({ page, request }) => {
  const first = await drawer(request, "First of a kind", {
    fields: ["Komponist", { name: "Jahr", type: "year" }],
    files: [],
  });
  const second = await drawer(request, "Second of a kind", { files: [] });
  await open(page, first);
  await page.getByRole("button", { name: "Save as template" }).click();
  const dialog = page.getByRole("dialog", { name: "Save as template" });
  await dialog.getByRole("textbox", { name: "Name of the template" }).fill("Music cards");
  await dialog.getByRole("button", { name: "Save template" }).click();
  await expect(dialog).toBeHidden();
  await expect(saved(page)).toBeVisible();

  await open(page, second);
  await page.getByRole("button", { name: /^Template/ }).click();
  await page.getByRole("menuitem", { name: /^Music cards/ }).click();
  await expect(saved(page)).toBeVisible();
  await expect.poll(() => fieldsOf(request, second)).toEqual(["Komponist", "Jahr"]);

  await page.getByRole("link", { name: "Templates" }).click();
  await page.getByRole("link", { name: /^Music cards/ }).click();
  await expect(page.getByText("Used by:")).toContainText("Second of a kind, First of a kind");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("Music-cards.json");
  const path = await file.path();
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({
    title: "Music cards",
    fields: [{ name: "Komponist" }, { name: "Jahr", type: "year" }],
  });

  await page.locator("input[type=file]").setInputFiles(path);
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Music cards 2");
  await page.getByRole("button", { name: "Delete …" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete template" }).click();
  await expect(page.getByRole("link", { name: /^Music cards 2 \d/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^Music cards/ })).toHaveCount(1);
});

test("a_batch_that_is_read_cannot_be_changed_then_says_what_a_change_does_and_reads_again", async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const batch = await drawer(request, "Read twice", {
    fields: ["Komponist"],
    files: samples("music").slice(0, 6),
  });
  expect((await request.post(`${API}/${batch}/start`)).status()).toBe(202);
  await open(page, batch);
  await expect(page.getByText("This batch is being read.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add field" })).toBeDisabled();
  await expect(page.getByText(/^6 cards are read\. A new or renamed field stays blank/)).toBeVisible({
    timeout: 90_000,
  });

  await page.getByRole("button", { name: "Add field" }).click();
  await page.keyboard.type("Titel");
  await expect(saved(page)).toBeVisible();
  await page.getByRole("button", { name: "Read all again" }).click();
  await expect(page).toHaveURL(`/batches/${batch}/run`);
  await expect
    .poll(async () => ((await (await request.get(`${API}/${batch}`)).json()) as BatchRead).status, {
      timeout: 90_000,
    })
    .toBe("completed");
  const results = (await (await request.get(`${API}/${batch}/results`)).json()) as { data: object }[];
  expect(Object.keys(results[0]?.data ?? {})).toEqual(["Komponist", "Titel"]);
});

test("which_images_pair_is_seen_before_it_is_saved", async ({ page, request }) => {
  const files = samples("music").filter((file) => /-001[01]/.test(file));
  const batch = await drawer(request, "Sides", { fields: ["Komponist"], files });
  await open(page, batch);
  await page.getByRole("combobox", { name: "Sides" }).selectOption("suffix");
  await page.getByRole("button", { name: "Show cards" }).click();
  const preview = page.getByRole("dialog", { name: "Which images are one card?" });
  await expect(preview.getByRole("status")).toContainText(`${files.length} images become`);
  await expect(preview.getByText("Back").first()).toBeVisible();
});

for (const language of TONGUES) {
  test(`axe_finds_nothing_in_set_up_templates_readers_and_help_${language}`, async ({ page, request }) => {
    await page.addInitScript((tongue) => localStorage.setItem("indexcards.language", tongue), language);
    await open(page, await drawer(request, `Empty ${language}`, { files: [] }));
    await expectClean(page, "setup-empty");

    const batch = await drawer(request, `Axe ${language}`, {
      fields: ["Komponist", { name: "Art", type: "enum", values: ["a", "b"] }, "Signatur"],
      files: samples("music").slice(0, 1),
    });
    await open(page, batch);
    await page.getByRole("button", { name: /^Art (?!verschieben)/ }).click();
    await page.getByRole("button", { name: /^(Try it on|An 1 Karte)/ }).click();
    await expect(page.getByRole("list", { name: /^(What was read from|Gelesen von)/ })).toBeVisible({
      timeout: 60_000,
    });
    await expectClean(page, "setup-tried");

    await request.post("/api/v1/templates", {
      data: { name: `Vorlage ${language}`, fields: ["Titel", "Jahr"] },
    });
    for (const place of ["templates", "engines", "help"]) {
      await page.goto(`/${place}`);
      await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
      await expectClean(page, place);
    }
  });
}

test("with_a_model_and_a_second_reader_the_page_scrolls_as_one_and_the_next_step_stays_in_view", async ({
  page,
  request,
}) => {
  const batch = await drawer(request, "Eng", {
    fields: ["Komponist", "Titel", "Signatur", "Verlag", "Jahr"],
  });
  const server = {
    state: "ready",
    models: ["m-1", "m-2"],
    needs: "",
    leaves_machine: true,
    host: "models.example",
  };
  await page.route("**/api/v1/engines", async (route) => {
    const found = (await (await route.fetch()).json()) as { items: object[] };
    await route.fulfill({ json: { ...found, items: [found.items[0], { ...server, name: "vision" }] } });
  });
  await page.route("**/api/v1/engines/*/models", (route) => route.fulfill({ json: { items: [] } }));
  await page.route(`**${API}/${batch}`, async (route) => {
    const options = { second: { engine: "vision", model: "m-2" } };
    const found = (await (await route.fetch()).json()) as object;
    await route.fulfill({ json: { ...found, engine: "vision", model: "m-1", options } });
  });
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, batch);
  const start = page.getByRole("button", { name: "Start reading" });
  await expect(start).toBeInViewport({ ratio: 1 });

  const choices = page.getByRole("region", { name: "Reader and sides" });
  await expect(choices.getByRole("combobox", { name: "Its model" })).toBeAttached();
  expect(await choices.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(1);
  await choices.getByRole("combobox", { name: "Sides" }).scrollIntoViewIfNeeded();
  await page.mouse.move(200, 400);
  await page.mouse.wheel(0, 5000);
  await expect(choices.getByRole("combobox", { name: "Sides" })).toBeInViewport({ ratio: 1 });
  await expect(start).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("button", { name: /^Try it on/ })).toBeInViewport({ ratio: 1 });
  const [sides, foot] = [
    (await choices.getByRole("combobox", { name: "Sides" }).boundingBox())!,
    (await start.boundingBox())!,
  ];
  expect(sides.y + sides.height, "nothing lies under the foot at the end").toBeLessThanOrEqual(foot.y);
});
