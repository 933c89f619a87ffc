import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";

import { type APIRequestContext, expect, type Page, test } from "@playwright/test";

import type { BatchRead, FieldIn, QueuePage, RecordDetail } from "../src/api/gen/types.gen";

import { expectClean, speak, TONGUES } from "./axe";
import { samples } from "./cards";
import { measured } from "./figures";

const MUSIC = resolve("../../data/samples/music");
const API = "/api/v1/batches";

/** A drawer of the project's samples, read by the built-in reader. */
async function readDrawer(request: APIRequestContext, title: string, count: number): Promise<BatchRead> {
  const { fields } = JSON.parse(readFileSync(`${MUSIC}/fields.json`, "utf8")) as { fields: FieldIn[] };
  const batch = (await (
    await request.post(API, { data: { title, fields, options: { pairing: "suffix" } } })
  ).json()) as BatchRead;
  const form = new FormData();
  for (const file of samples("music").slice(0, count)) {
    form.append("files", new File([readFileSync(file)], basename(file), { type: "image/jpeg" }));
  }
  await request.post(`${API}/${batch.name}/images`, { multipart: form });
  await request.post(`${API}/${batch.name}/start`);
  await expect(async () => {
    expect((await state(request, batch.name)).status).toBe("completed");
  }).toPass({ timeout: 90_000 });
  return state(request, batch.name);
}

async function state(request: APIRequestContext, name: string): Promise<BatchRead> {
  return (await (await request.get(`${API}/${name}`)).json()) as BatchRead;
}

async function record(request: APIRequestContext, name: string, filename: string): Promise<RecordDetail> {
  return (await (await request.get(`${API}/${name}/records/${filename}`)).json()) as RecordDetail;
}

async function queue(request: APIRequestContext, name: string, query = ""): Promise<string[]> {
  const page = (await (await request.get(`${API}/${name}/queue?${query}`)).json()) as QueuePage;
  return page.items.map((item) => item.filename);
}

/** The card in the address is on the desk, and a field of it has the focus. */
async function atCard(page: Page, filename: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`/verify/${filename}`));
  await expect(page.getByTestId("card-image").first()).toHaveAttribute("data-src", new RegExp(filename));
  await expect(page.getByTestId("card-image").first()).toHaveAttribute("data-drawn");
  await expect(page.locator("textarea:focus")).toBeVisible();
}

let drawer: BatchRead;
test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL });
  drawer = await readDrawer(request, "Musikarchiv", 8);
  await request.dispose();
});

test("axe_finds_nothing_in_both_looks_and_languages", async ({ page }) => {
  await page.goto("/help");
  for (const language of TONGUES) {
    await speak(page, language);
    await page.goto(`/batches/${drawer.name}/verify`);
    await expect(page.locator("textarea:focus")).toBeVisible();
    await expectClean(page, language);
    await page.keyboard.press("F1");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectClean(page, `keys ${language}`);
    await page.keyboard.press("Escape");
    await expect(page.locator("textarea:focus")).toBeVisible();
  }
});

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
] as const) {
  test(`card_and_fields_are_both_in_view_at_${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`/batches/${drawer.name}/verify`);
    await expect(page.locator("textarea:focus")).toBeInViewport({ ratio: 1 });
    await expect(page.getByTestId("card-image")).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("button", { name: /^Card done/ })).toBeInViewport({ ratio: 1 });
    const scrolls = await page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight);
    expect(scrolls).toBe(false);
  });
}

test("a_click_on_a_word_puts_it_into_the_field_and_escape_takes_it_out", async ({ page }) => {
  await page.goto(`/batches/${drawer.name}/verify`);
  const field = page.locator("textarea:focus");
  await expect(field).toBeVisible();
  const before = await field.inputValue();
  const filename = decodeURIComponent(page.url().split("/").at(-1)!.split("?")[0]!);
  const answer = await page.request.get(`${API}/${drawer.name}/records/${filename}/pages`);
  const { items } = (await answer.json()) as {
    items: { lines: { words: { text: string; box: number[] }[] }[] }[];
  };
  const word = items[0]!.lines
    .flatMap((line) => line.words)
    .find((one) => one.text.length > 4 && one.text !== before)!;
  const frame = (await page.getByTestId("card-image").boundingBox())!;
  const [x, y, w, h] = word.box as [number, number, number, number];
  await page.mouse.click(frame.x + (x + w / 2) * frame.width, frame.y + (y + h / 2) * frame.height);
  await expect(field).toHaveValue(word.text);
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue(before);
});

test("an_image_that_does_not_load_says_so_and_is_tried_again", async ({ page, request }) => {
  const [filename] = await queue(request, drawer.name, "order=card&show=all");
  await page.route(`**/batches-static/*/${filename}`, (route) => route.abort());
  await page.goto(`/batches/${drawer.name}/verify/${filename}?order=card&show=all`);
  const alert = page.getByRole("alert").filter({ hasText: "could not be loaded" });
  await expect(alert).toBeVisible();
  await expectClean(page);
  await page.unroute(`**/batches-static/*/${filename}`);
  await alert.getByRole("button", { name: "Try again" }).click();
  await atCard(page, filename!);
  await expect(alert).toBeHidden();
});

test("the_wheel_enlarges_the_card_a_drag_moves_it_and_fit_shows_all_of_it", async ({ page }) => {
  await page.goto(`/batches/${drawer.name}/verify`);
  const card = page.getByTestId("card-image");
  await expect(card).toHaveAttribute("data-drawn");
  const frame = (await card.boundingBox())!;
  const width = async () => Math.round((await card.boundingBox())!.width);
  const left = async () => Math.round((await card.boundingBox())!.x);
  // The lower left of these cards has no words.
  const [x, y] = [frame.x + frame.width * 0.3, frame.y + frame.height * 0.94];
  await page.mouse.move(x, y);
  await expect(async () => {
    await page.mouse.wheel(0, -400);
    expect(await width()).toBeGreaterThan(frame.width * 1.8);
  }).toPass();
  await page.mouse.down();
  await page.mouse.move(x - 80, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(left).toBeLessThan(frame.x - 40);
  await expect(page.locator("textarea:focus")).toBeVisible();
  await page.keyboard.press("Alt+0");
  await expect.poll(width).toBe(Math.round(frame.width));
});

test("typing_outlives_a_reload_and_is_taken_back_step_by_step", async ({ page }) => {
  await page.goto(`/batches/${drawer.name}/verify`);
  const field = page.locator("textarea:focus");
  const before = await field.inputValue();
  const name = await field.getAttribute("data-field");
  await page.keyboard.type(" und mehr");
  await page.reload();
  await expect(page.locator(`[data-field="${name}"]`)).toHaveValue(`${before} und mehr`);
  await page.locator(`[data-field="${name}"]`).focus();
  await page.keyboard.type("!");
  await page.keyboard.press("Control+z");
  await expect(page.locator(`[data-field="${name}"]`)).toHaveValue(`${before} und mehr`);
  await page.keyboard.press("Escape");
  await expect(page.locator(`[data-field="${name}"]`)).toHaveValue(before);
});

test("two_tabs_at_one_card_both_are_seen_and_nothing_is_lost", async ({ page, context, request }) => {
  const [filename] = await queue(request, drawer.name, "order=card");
  const address = `/batches/${drawer.name}/verify/${filename}?order=card`;
  const second = await context.newPage();
  await page.goto(address);
  await second.goto(address);
  await atCard(page, filename!);
  await atCard(second, filename!);
  const field = drawer.fields[1]!.name;
  await page.locator(`[data-field="${field}"]`).fill("Erste");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect.poll(async () => (await record(request, drawer.name, filename!)).data[field]).toBe("Erste");

  await second.locator(`[data-field="${field}"]`).fill("Zweite");
  await second.keyboard.press("Enter");
  await second.locator(`[data-field="${field}"]`).focus();
  const note = second.getByRole("alert");
  await expect(note).toContainText("Erste");
  await expect(note).toContainText("Zweite");
  await expect(second.locator(`[data-field="${field}"]`)).toHaveValue("Zweite");
  await expectClean(second);
  await second.keyboard.press("Enter");
  await expect.poll(async () => (await record(request, drawer.name, filename!)).data[field]).toBe("Zweite");
  await expect(note).toBeHidden();
});

test("a_failed_save_stays_marked_in_its_field_and_goes_out_again", async ({ page, request }) => {
  const [filename] = await queue(request, drawer.name, "order=card&show=all");
  await page.goto(`/batches/${drawer.name}/verify/${filename}?order=card&show=all`);
  await atCard(page, filename!);
  const field = drawer.fields[2]!.name;
  await page.route("**/records/*", (route) =>
    route.request().method() === "PATCH" ? route.abort() : route.continue(),
  );
  await page.locator(`[data-field="${field}"]`).fill("Ohne Netz");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Not all saved")).toBeVisible();
  await expect(page.locator(`[data-field="${field}"]`)).toHaveValue("Ohne Netz");
  await expect(page.locator(`[data-field="${field}"]`)).toHaveAttribute("aria-invalid", "true");
  await page.unroute("**/records/*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect
    .poll(async () => (await record(request, drawer.name, filename!)).data[field])
    .toBe("Ohne Netz");
});

test("a_flag_with_a_note_by_keys_makes_a_queue_of_its_own", async ({ page, request }) => {
  await page.goto(`/batches/${drawer.name}/verify`);
  await expect(page.locator("textarea:focus")).toBeVisible();
  await page.keyboard.press("Alt+m");
  await expect(page.locator("#flag-note")).toBeFocused();
  await page.keyboard.type("Zwei Werke?");
  await page.keyboard.press("Enter");
  await expect(page.locator("textarea:focus")).toBeVisible();
  await expect.poll(() => queue(request, drawer.name, "show=flagged")).toHaveLength(1);
  await page.goto(`/batches/${drawer.name}/verify?show=flagged`);
  await expect(page.getByText("Zwei Werke?")).toBeVisible();
});

test("a_column_pass_goes_from_card_to_card_in_one_field", async ({ page, request }) => {
  const field = drawer.fields[0]!.name;
  const order = await queue(request, drawer.name, `field=${encodeURIComponent(field)}`);
  const reviewed = async () => Object.keys((await record(request, drawer.name, order[0]!)).review).sort();
  const before = await reviewed();
  expect(before).not.toContain(field);
  await page.goto(`/batches/${drawer.name}/verify?field=${encodeURIComponent(field)}`);
  for (const filename of order.slice(0, 2)) {
    await atCard(page, filename);
    await expect(page.locator("textarea:focus")).toHaveAttribute("data-field", field);
    await page.keyboard.press("Enter");
  }
  await atCard(page, order[2]!);
  await expect.poll(reviewed).toEqual([...before, field].sort());
});

/** From the key until the next card's image is decoded and a frame with it is drawn. */
async function timed(page: Page, key: string, filename: string): Promise<number> {
  // The page listens before the key goes out: a key may overtake what a test asks the page to do.
  const taken = await page.evaluateHandle((name) => {
    const shown = new Promise<number>((resolve) => {
      const begin = () => {
        const begun = performance.now();
        const look = () => {
          const image = document.querySelector<HTMLElement>("[data-testid=card-image]");
          const field = document.activeElement?.tagName === "TEXTAREA";
          if (image?.dataset.src?.includes(name) === true && image.dataset.drawn !== undefined && field) {
            requestAnimationFrame(() => resolve(performance.now() - begun));
          } else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      };
      window.addEventListener("keydown", begin, { once: true, capture: true });
    });
    return { shown };
  }, filename);
  await page.keyboard.press(key);
  return taken.evaluate(({ shown }) => shown);
}

test("words_at_a_value_that_was_not_saved_stand_under_it_and_take_none_of_its_width", async ({ page }) => {
  const { name } = drawer.fields[1]!;
  await page.route(`**${API}/${drawer.name}`, async (route) => {
    const found = (await (await route.fetch()).json()) as BatchRead;
    const fields = found.fields.map((one) =>
      one.name === name ? { ...one, type: "enum", values: ["Sonate", "Fuge"] } : one,
    );
    await route.fulfill({ json: { ...found, fields } });
  });
  await page.route("**/records/*", (route) =>
    route.request().method() === "PATCH" ? route.abort() : route.continue(),
  );
  await page.goto(`/batches/${drawer.name}/verify`);
  await expect(page.locator("textarea:focus")).toBeVisible();
  const input = page.getByRole("textbox", { name, exact: true });
  const before = (await input.boundingBox())!;
  await input.fill("Weder Sonate noch Fuge");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").getByText(/^This card was not saved/)).toBeVisible();
  await expect(input).not.toBeFocused();
  const told = (await page.getByText("not one of the list").boundingBox())!;
  const after = (await input.boundingBox())!;
  expect(after.width).toBeGreaterThan(240);
  expect(after.width, "as wide as it was, but for the row's mark").toBeGreaterThan(before.width * 0.6);
  expect(told.y).toBeGreaterThanOrEqual(after.y + after.height - 1);
});

/** The card that comes is fetched while a person looks: its image is here, and the page has nothing left to do. */
async function prepared(page: Page, filename: string): Promise<void> {
  await page.waitForFunction((name) => {
    const here = (one: PerformanceEntry) =>
      one instanceof PerformanceResourceTiming &&
      one.responseEnd > 0 &&
      one.name.includes("/batches-static/") &&
      one.name.endsWith(`/${name}`);
    return performance.getEntriesByType("resource").some(here);
  }, filename);
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
}

test(
  "a_drawer_is_verified_by_keys_alone_one_stroke_a_card",
  { tag: "@figure" },
  async ({ page, request }) => {
    const own = await readDrawer(request, "Nur Tasten", 8);
    const order = await queue(request, own.name);
    let strokes = 0;
    const times: number[] = [];
    await page.goto(`/batches/${own.name}/verify`);
    for (const [place, filename] of order.entries()) {
      await atCard(page, filename);
      strokes += 1;
      const next = order[place + 1];
      if (next !== undefined) await prepared(page, next);
      if (next === undefined) await page.keyboard.press("Control+Enter");
      else times.push(await timed(page, "Control+Enter", next));
    }
    await expect(page.getByRole("heading", { name: "All cards are verified" })).toBeVisible();
    await expect.poll(async () => (await state(request, own.name)).reviewed).toBe(order.length);
    const middle = measured({
      name: "Verify: next card and its image in view, warm",
      taken: times,
      unit: "ms",
      bar: 150,
      how: "eight of the sample cards, from the key until the image is decoded, drawn, and a field has the focus",
    });
    const each = measured({
      name: "keystrokes a card, all correct as read",
      value: strokes / order.length,
      unit: "keys",
      bar: 2,
      how: "the same session of eight cards with nine fields",
    });
    expect(each).toBeLessThanOrEqual(2);
    expect(middle).toBeLessThanOrEqual(150);

    // One step back brings the last card back as it was.
    await page.keyboard.press("Control+z");
    await expect.poll(async () => (await state(request, own.name)).reviewed).toBe(order.length - 1);
  },
);
