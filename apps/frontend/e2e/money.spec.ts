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

  await expect(page.getByText(/The ceiling of \$0\.01 is reached/)).toBeVisible({ timeout: 30_000 });
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
  const answer = await request.get(`${service.address}/api/v1/batches/${batch}/readings`);
  const { items } = (await answer.json()) as ReadingsRead;
  expect(items.map((reader) => [reader.engine, reader.model, reader.cards])).toEqual([
    ["referee", "vote", 8],
    ["vision", "house-a", 8],
    ["vision", "house-b", 8],
  ]);
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
