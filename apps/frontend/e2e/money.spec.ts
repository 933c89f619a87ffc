import { readFileSync } from "node:fs";
import { basename } from "node:path";

import { type APIRequestContext, expect, type Page, test } from "@playwright/test";

import type { BatchRead, ReadingsRead } from "../src/api/gen/types.gen";

import { expectAccessible } from "./axe";
import { samples } from "./cards";
import { OwnService } from "./own-service";
import { SmallProvider } from "./provider";

const KEY = "canary-0123456789";
const provider = new SmallProvider({ Komponist: "Reger, Max", Titel: "Lied" });
let service: OwnService;

test.beforeAll(async () => {
  const base_url = await provider.start();
  service = new OwnService({
    INDEXCARDS_PROVIDERS: JSON.stringify([
      { name: "small", base_url, key: KEY, calls: 2 },
      { name: "far", base_url: "https://api.example/v1", key: KEY },
    ]),
    INDEXCARDS_ALLOW_REMOTE: "false",
  });
  await service.start();
});

test.afterAll(async () => {
  await service.close();
  await provider.close();
});

/** Eight cards, to be read by the first house; evidence is not looked for. */
async function drawer(request: APIRequestContext): Promise<string> {
  const api = `${service.address}/api/v1/batches`;
  const options = { evidence: "stored" };
  const data = {
    title: "Lieder",
    fields: ["Komponist", "Titel"],
    engine: "vision",
    model: "house-a",
    options,
  };
  const { name } = (await (await request.post(api, { data })).json()) as BatchRead;
  const form = new FormData();
  for (const file of samples("music").slice(0, 8)) {
    form.append("files", new File([readFileSync(file)], basename(file), { type: "image/jpeg" }));
  }
  expect((await request.post(`${api}/${name}/images`, { multipart: form })).ok()).toBe(true);
  return name;
}

const title = (page: Page, name: RegExp) => page.getByRole("heading", { level: 1, name });

test("estimated_read_up_to_the_ceiling_without_credit_and_judged_by_two", async ({ page, request }) => {
  const batch = await drawer(request);
  await page.goto(`${service.address}/batches/${batch}/setup`);
  await expect(page.getByText(/this installation keeps them on the machine/).first()).toBeVisible();
  await page.getByRole("button", { name: "What can it do?" }).click();
  // This provider gives its one answer to the probe's image, too.
  await expect(page.getByText("does not see images")).toBeVisible();

  await page.getByRole("button", { name: "Read 5 cards to estimate" }).click();
  await expect(page.getByText(/^3 cards: \$0\.003 ± \$0\.00, /)).toBeVisible({ timeout: 30_000 });

  await page.getByLabel("Second reader").selectOption("vision");
  await page.getByLabel("Its model").selectOption("house-b");
  await page.getByLabel("Ceiling in US$").fill("0.0065");
  await page.getByLabel("Ceiling in US$").blur();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expectAccessible(page, () => title(page, /^(Set up|Einrichten)$/).waitFor());
  await page.evaluate(() => localStorage.setItem("indexcards.language", "en"));
  await page.reload();
  await expect(page.getByRole("button", { name: "Start reading" })).toBeDisabled();
  await page.getByRole("checkbox", { name: "Read with it all the same" }).check();
  await page.getByRole("button", { name: "Start reading" }).click();

  await expect(page.getByText(/The ceiling of \$0\.0065 is reached: \$0\.006 spent/)).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText("6 read", { exact: true })).toBeVisible();
  await expectAccessible(page, () => title(page, /^(Progress|Fortschritt)$/).waitFor());
  await page.evaluate(() => localStorage.setItem("indexcards.language", "en"));
  await page.reload();
  provider.broke.add("house-b");
  await page.getByLabel("New ceiling in US$").fill("1");
  await page.getByRole("button", { name: "Raise and resume" }).click();

  await expect(page.getByText(/the credit is used up/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("house-b was stopped at 0 of 8 cards")).toBeVisible();
  await expect(page.getByText(/Add credit at the provider/)).toBeVisible();
  provider.broke.clear();
  await page.getByRole("button", { name: "Resume" }).click();

  await expect(page.getByText("All is read: 8 cards.")).toBeVisible({ timeout: 60_000 });
  const costs = page.getByRole("region", { name: "What it costs" });
  await expect(costs.getByText("$0.016 of $1.00")).toBeVisible();
  await expect(costs.getByRole("row", { name: /^house-b 8 .* \$0\.008 \$0\.001/ })).toBeVisible();
  await expect(costs.getByRole("row", { name: /^together .* \$0\.016 \$0\.002/ })).toBeVisible();
  const answer = await request.get(`${service.address}/api/v1/batches/${batch}/readings`);
  const { items } = (await answer.json()) as ReadingsRead;
  expect(items.map((reader) => [reader.engine, reader.model, reader.cards])).toEqual([
    ["referee", "vote", 8],
    ["vision", "house-a", 8],
    ["vision", "house-b", 8],
  ]);
});

test("a_stopped_further_reader_is_left_at_that_and_what_it_read_stays", async ({ page, request }) => {
  const batch = await drawer(request);
  const api = `${service.address}/api/v1/batches/${batch}`;
  const further = ["house-b", "house-c"].map((model) => ({ engine: "vision", model }));
  const options = { evidence: "stored", second: further, ceiling: 0.0185 };
  expect((await request.patch(api, { data: { options } })).ok()).toBe(true);
  await page.goto(`${service.address}/batches/${batch}/setup`);
  await expect(page.getByRole("combobox", { name: "Reader 3" })).toBeVisible();
  await page.goto(`${service.address}/batches/${batch}/run`);
  await page.getByRole("button", { name: "Start reading" }).click();

  await expect(page.getByText("house-c was stopped at 2 of 8 cards")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("Reader 3", { exact: true })).toBeVisible();
  await expectAccessible(page, () => title(page, /^(Progress|Fortschritt)$/).waitFor());
  await page.evaluate(() => localStorage.setItem("indexcards.language", "en"));
  await page.reload();
  await page.getByRole("button", { name: "Read no more with house-c" }).click();

  await expect(page.getByText("All is read: 8 cards.")).toBeVisible();
  const { status, options: kept } = (await (await request.get(api)).json()) as BatchRead;
  expect([status, kept.second]).toEqual(["completed", further[0]]);
});

test("readers_say_where_scans_go_and_never_the_key", async ({ page }) => {
  await page.goto(`${service.address}/engines`);
  const small = page.getByRole("region", { name: "Vision model", exact: true });
  await expect(small.getByText("set (never shown)")).toBeVisible();
  await small.getByRole("button", { name: "Show models and prices" }).click();
  await expect(small.getByText("$1.00 / $2.00").first()).toBeVisible();
  const far = page.getByRole("region", { name: "Vision model (far)" });
  await expect(far.getByText(/^Not allowed here: scans would go to api\.example/)).toBeVisible();
  await expect(far.getByText("not available")).toBeVisible();
  expect(await page.content()).not.toContain(KEY);
  await expectAccessible(page, () => page.getByRole("heading", { level: 1 }).waitFor());
});

test("row_49_the_browser_keeps_no_key", async ({ page, request }) => {
  const batch = await drawer(request);
  const heard: string[] = [];
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => heard.push(String(payload))));
  for (const place of ["engines", `batches/${batch}/setup`, `batches/${batch}/run`]) {
    await page.goto(`${service.address}/${place}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
  }
  await request.post(`${service.address}/api/v1/batches/${batch}/start`);
  await expect(page.getByText("All is read: 8 cards.")).toBeVisible({ timeout: 30_000 });
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const cached = (await Promise.all((await caches.keys()).map((name) => caches.open(name)))).map((cache) =>
      cache.keys(),
    );
    const addresses = performance.getEntriesByType("resource").map((entry) => entry.name);
    return {
      storage: JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), history.state]),
      databases: databases.length,
      cached: (await Promise.all(cached)).flat().length,
      cookies: document.cookie,
      addresses,
    };
  });

  expect(heard.length).toBeGreaterThan(0);
  expect(kept.addresses.length).toBeGreaterThan(0);
  expect(kept.storage, "storage was looked at").toContain("scroll-restoration");
  expect(JSON.stringify([kept, heard])).not.toContain(KEY);
  expect([kept.databases, kept.cached, kept.cookies]).toEqual([0, 0, ""]);
});
