import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";

import { type APIRequestContext, expect, type Page, test } from "@playwright/test";

import type { BatchRead, QueuePage, RecordPage, RecordRead } from "../src/api/gen/types.gen";

import { expectAccessible, expectClean, speak, TONGUES } from "./axe";
import { samples } from "./cards";
import { answerSo } from "./learning-answers";

const API = "/api/v1/batches";
const VERIFIED = 10;

type Values = Record<string, string | null>;

/** The truth under names that tell the rules nothing, so that only learning can find the values. */
const { fields: FIELDS, truth: TRUTH } = nameless();

function nameless(): { fields: string[]; truth: Record<string, Values> } {
  const path = resolve("../../data/samples/dissertations/truth.json");
  const given = JSON.parse(readFileSync(path, "utf8")) as Record<string, Values>;
  const known = Object.keys(Object.values(given)[0]!).filter((field) => field !== "type");
  const nameOf = (place: number) => `Feld ${String.fromCharCode(65 + place)}`;
  const rename = (values: Values) =>
    Object.fromEntries(known.map((field, place) => [nameOf(place), values[field] ?? null]));
  return {
    fields: known.map((_, place) => nameOf(place)),
    truth: Object.fromEntries(Object.entries(given).map(([card, values]) => [card, rename(values)])),
  };
}

async function readDrawer(request: APIRequestContext, title: string): Promise<BatchRead> {
  const made = await request.post(API, { data: { title, fields: FIELDS.map((name) => ({ name })) } });
  const batch = (await made.json()) as BatchRead;
  const form = new FormData();
  for (const file of samples("dissertations"))
    form.append("files", new File([readFileSync(file)], basename(file), { type: "image/jpeg" }));
  await request.post(`${API}/${batch.name}/images`, { multipart: form });
  await request.post(`${API}/${batch.name}/start`);
  await expect(async () => {
    const now = (await (await request.get(`${API}/${batch.name}`)).json()) as BatchRead;
    expect(now.status).toBe("completed");
  }).toPass({ timeout: 110_000 });
  return batch;
}

async function records(request: APIRequestContext, name: string): Promise<RecordRead[]> {
  return ((await (await request.get(`${API}/${name}/records?limit=50`)).json()) as RecordPage).items;
}

/** How many of the truth's values stand on these cards, letter by letter. */
async function right(request: APIRequestContext, name: string, cards: readonly string[]): Promise<number> {
  const all = await records(request, name);
  return all
    .filter((record) => cards.includes(record.filename))
    .flatMap((record) => FIELDS.map((field) => [record.data[field], TRUTH[record.filename]![field]]))
    .filter(([value, wanted]) => wanted !== null && value === wanted).length;
}

const bar = (page: Page) => page.getByRole("region", { name: "What the reader has learned" });

test.describe.configure({ mode: "serial" });

let drawer: BatchRead;
let rest: string[];
test.beforeAll(async ({ playwright, baseURL }) => {
  test.setTimeout(180_000);
  const request = await playwright.request.newContext({ baseURL });
  drawer = await readDrawer(request, "Dissertationen ohne Namen");
  await request.dispose();
});

test("verifying_ten_cards_improves_the_rest_and_can_be_taken_back", async ({ page, request }) => {
  test.setTimeout(240_000);
  const path = `${API}/${drawer.name}/queue?order=card`;
  const order = ((await (await request.get(path)).json()) as QueuePage).items.map((item) => item.filename);
  rest = order.slice(VERIFIED);
  await page.goto(`/batches/${drawer.name}/verify?order=card`);
  await expect(bar(page)).toContainText("learning begins after 3 more");
  const before = await right(request, drawer.name, rest);

  for (const filename of order.slice(0, VERIFIED)) {
    await expect(page).toHaveURL(new RegExp(`/verify/${filename}`));
    await expect(page.locator("textarea:focus")).toBeVisible();
    for (const field of FIELDS)
      await page.locator(`[data-field="${field}"]`).fill(TRUTH[filename]![field] ?? "");
    await page.keyboard.press("Control+Enter");
  }
  await expect(bar(page)).toContainText("10 cards verified");
  await bar(page).getByRole("button", { name: "Learn now" }).click();
  await expect(bar(page).getByRole("button", { name: "Learn now", disabled: false })).toBeVisible({
    timeout: 60_000,
  });
  await expect(bar(page)).toContainText(/F1 0\.\d\d ± 0\.\d\d/, { timeout: 60_000 });

  await bar(page).getByRole("button", { name: "Use it on the other cards" }).click();
  await expect(bar(page)).toContainText(/\d+ newly filled/, { timeout: 60_000 });
  const after = await right(request, drawer.name, rest);
  console.log(`values right on the other ${rest.length} cards: ${before} before, ${after} after`);
  expect(before).toBe(0);
  expect(after).toBeGreaterThanOrEqual(6);
  const [filled] = (await records(request, drawer.name)).filter(({ filename }) => filename === rest[0]);
  const field = FIELDS.find((name) => filled!.data[name] !== null && filled!.sources[name] === "learned")!;
  // The card on the desk shows it at once, and says why.
  await expect(page).toHaveURL(new RegExp(`/verify/${rest[0]!}`));
  const input = page.locator(`[data-field="${field}"]`);
  await expect(input).toHaveValue(filled!.data[field]!);
  await input.focus();
  await expect(page.getByText(/earned from 10 verified cards\./)).toBeVisible();

  await bar(page).getByRole("button", { name: "Take back" }).click();
  await expect(bar(page)).toContainText("The change was taken back.");
  await expect(input).not.toHaveValue(filled!.data[field]!);
  expect(await right(request, drawer.name, rest)).toBe(0);
});

test("what_was_learned_opens_over_the_card_and_keeps_its_keys", async ({ page }) => {
  await page.goto(`/batches/${drawer.name}/verify/${rest[0]!}`);
  await expect(page.locator("textarea:focus")).toBeVisible();
  await bar(page).getByRole("button", { name: "Details" }).click();
  const panel = page.getByRole("dialog", { name: "What the reader has learned" });
  await expect(panel.getByRole("img", { name: /^Learning curve: F1 from/ })).toBeVisible();
  await panel.getByRole("button", { name: "Look first" }).click();
  await expect(panel.getByText(/Tried on 2 of 2 cards/)).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(new RegExp(`/verify/${rest[0]!}`));
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(bar(page).getByRole("button", { name: "Details" })).toBeFocused();
});

test("a_blind_check_shows_the_machine_only_after_the_answer_and_bounds_the_errors", async ({
  page,
  request,
}) => {
  await page.goto(`/batches/${drawer.name}/certainty`);
  await expect(page.getByText("not calibrated yet", { exact: true })).toBeVisible();
  await page.getByRole("combobox", { name: "Goal" }).selectOption("0.05");
  await page.getByRole("button", { name: /^Draw 59 values/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Blind check" })).toBeVisible();
  const size = Number(/of (\d+) values checked/.exec(await page.locator("main").innerText())![1]);
  const asked = page.getByRole("textbox", { name: /^What stands on the card/ });

  await asked.press("Enter");
  await expect(page.getByText("Type what stands there, or say that nothing does.")).toBeVisible();
  await asked.fill("something else");
  await asked.press("Enter");
  await expect(page.getByText("The machine had read something else.")).toBeVisible();
  await expect(asked).toBeFocused();
  for (let n = 2; n <= size; n += 1) {
    await page.getByRole("button", { name: "Nothing stands there" }).click();
    await expect(
      page.getByText(n === size ? "All values of the sample are checked" : `${n} of ${size} values checked`),
    ).toBeVisible();
  }
  await expect(page.getByText(/^≤ \d/)).toBeVisible();
  const audits = (await (await request.get(`${API}/${drawer.name}/audits`)).json()) as {
    items: { checked: number }[];
  };
  expect(audits.items[0]!.checked).toBe(size);
  await page.getByRole("button", { name: "Stop here" }).click();
  await expect(page.getByText("by the blind sample")).toBeVisible();
});

test("a_file_and_the_verified_cards_are_evaluated_and_two_runs_compared", async ({ page }) => {
  await page.goto(`/batches/${drawer.name}/evaluation`);
  await expect(page.getByText("No run yet.")).toBeVisible();
  await page.getByRole("button", { name: "Evaluate" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Verified cards" })).toBeVisible();
  await expect(page.getByRole("table").nth(1)).toContainText("Feld A");

  await page.getByRole("radio", { name: "A file" }).check();
  const file = {
    name: "truth.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(TRUTH)),
  };
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(page.getByText("truth.json: 12 cards.")).toBeVisible();
  await page.getByRole("checkbox", { name: "Verified cards too" }).check();
  await page.getByRole("button", { name: "Evaluate" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "truth.json" })).toBeVisible();
  await expect(page.getByText(/^Better than “Verified cards”/)).toBeVisible();
  await page.getByRole("region", { name: "The worst" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/verify\/dis-/);
});

test.describe("where_much_was_learned", () => {
  test.beforeEach(async ({ page }) => {
    test.setTimeout(180_000);
    await answerSo(page, drawer.name, FIELDS);
  });

  test("axe_finds_nothing_on_certainty", async ({ page }) => {
    await page.goto(`/batches/${drawer.name}/certainty`);
    await expectAccessible(page, () => expect(page.getByRole("img").first()).toBeVisible());
  });

  test("axe_finds_nothing_on_evaluation", async ({ page }) => {
    await page.goto(`/batches/${drawer.name}/evaluation?run=2&base=1`);
    await expectAccessible(page, () => expect(page.getByRole("table").last()).toBeVisible());
  });

  test("axe_finds_nothing_in_the_details_over_verify", async ({ page }) => {
    await page.goto("/help");
    for (const language of TONGUES) {
      await speak(page, language);
      await page.goto(`/batches/${drawer.name}/verify?show=all`);
      await page.getByRole("button", { name: /^(Details|Einzelheiten)$/ }).click();
      await expect(page.getByRole("dialog").getByRole("switch").first()).toBeVisible();
      await expectClean(page, `panel ${language}`);
    }
  });
});

test("axe_finds_nothing_in_a_blind_check", async ({ page, request }) => {
  test.setTimeout(180_000);
  // All of this drawer's values were checked: the next sample comes from a drawer of its own.
  const made = await request.post(`${API}/sample`, { data: { drawer: "music" } });
  const { name } = (await made.json()) as BatchRead;
  await request.post(`${API}/${name}/start`);
  await expect(async () => {
    const now = (await (await request.get(`${API}/${name}`)).json()) as BatchRead;
    expect(now.status).toBe("completed");
  }).toPass({ timeout: 100_000 });
  const audit = (await (await request.post(`${API}/${name}/audits`, { data: { size: 3 } })).json()) as {
    id: number;
  };
  await page.goto(`/batches/${name}/certainty?audit=${audit.id}`);
  await expectAccessible(page, () => expect(page.getByTestId("card-image").first()).toBeVisible());
});
