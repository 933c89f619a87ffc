import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";

import { type APIRequestContext, expect, type Page, test } from "@playwright/test";

import type { BatchRead, QueuePage, RecordPage } from "../src/api/gen/types.gen";

import { samples } from "./cards";

/** Pictures of every place with the project's own samples, in light German and dark English. */
const PICTURES = resolve("../../docs/pictures");
const API = "/api/v1/batches";

async function made(
  request: APIRequestContext,
  drawer: "music" | "dissertations",
  title: string,
): Promise<string> {
  const plan = JSON.parse(
    readFileSync(resolve(`../../data/samples/${drawer}/fields.json`), "utf8"),
  ) as Record<string, unknown>;
  const batch = (await (
    await request.post(API, { data: { title, fields: plan.fields, options: plan.options ?? {} } })
  ).json()) as BatchRead;
  const form = new FormData();
  for (const file of samples(drawer)) {
    form.append("files", new File([readFileSync(file)], basename(file), { type: "image/jpeg" }));
  }
  expect((await request.post(`${API}/${batch.name}/images`, { multipart: form })).ok()).toBe(true);
  return batch.name;
}

async function isRead(request: APIRequestContext, name: string): Promise<void> {
  const status = async () => ((await (await request.get(`${API}/${name}`)).json()) as BatchRead).status;
  await expect.poll(status, { timeout: 120_000 }).toBe("completed");
}

/** A few values are accepted and one is corrected, so that the table shows what people did. */
async function looked(request: APIRequestContext, name: string): Promise<void> {
  const { items } = (await (await request.get(`${API}/${name}/records?limit=5`)).json()) as RecordPage;
  for (const record of items) {
    await request.patch(`${API}/${name}/records/${record.filename}`, {
      data: { version: record.version, accept: Object.keys(record.data) },
    });
  }
}

const LOOKS = [
  { language: "de", colorScheme: "light", width: 1920, height: 1080 },
  { language: "en", colorScheme: "dark", width: 1280, height: 720 },
] as const;

test("every_place_has_its_picture", async ({ page, request }) => {
  test.setTimeout(600_000);
  const music = await made(request, "music", "Musikarchiv, Lade 1");
  const theses = await made(request, "dissertations", "Dissertationen A–C");
  await take(page, "setup", `/batches/${theses}/setup`, async () => {
    await page.getByRole("button", { name: /^(Try it on|An \d+ Karten)/ }).click();
    await expect(page.getByRole("list", { name: /^(What was read from|Gelesen von)/ })).toBeVisible({
      timeout: 60_000,
    });
  });

  await request.post(`${API}/${music}/start`);
  await expect.poll(async () => finished(request, music), { timeout: 90_000 }).toBeGreaterThan(3);
  await take(page, "progress", `/batches/${music}/run`, () => page.getByRole("listitem").first().waitFor());
  await isRead(request, music);
  await looked(request, music);

  const { items } = (await (await request.get(`${API}/${music}/queue`)).json()) as QueuePage;
  const card = items[0]?.filename ?? "";
  const places: [string, string, () => Promise<void>][] = [
    ["batches", "/", () => page.getByRole("article").first().waitFor()],
    ["images", `/batches/${music}/images`, () => page.getByRole("option").first().waitFor()],
    ["results", `/batches/${music}/results`, () => page.locator("[data-row='5'] a").waitFor()],
    ["verify", `/batches/${music}/verify/${card}`, () => page.locator("textarea:focus").waitFor()],
    [
      "certainty",
      `/batches/${music}/certainty`,
      () => page.getByRole("heading", { level: 2 }).first().waitFor(),
    ],
    [
      "evaluation",
      `/batches/${music}/evaluation`,
      () => page.getByRole("heading", { level: 2 }).first().waitFor(),
    ],
    ["templates", "/templates", () => page.getByRole("heading", { level: 1 }).waitFor()],
    ["readers", "/engines", () => page.getByRole("heading", { level: 2 }).first().waitFor()],
    ["help", "/help", () => page.getByRole("heading", { level: 2 }).first().waitFor()],
  ];
  for (const [name, address, ready] of places) await take(page, name, address, ready);
});

async function finished(request: APIRequestContext, name: string): Promise<number> {
  return ((await (await request.get(`${API}/${name}`)).json()) as BatchRead).done;
}

/** The place in every look, opened anew in its language. */
async function take(page: Page, name: string, address: string, ready: () => Promise<void>): Promise<void> {
  for (const look of LOOKS) {
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize(look);
    await page.goto(address);
    await page.evaluate((tongue) => localStorage.setItem("indexcards.language", tongue), look.language);
    await page.reload();
    await ready();
    await picture(page, name, look);
  }
}

async function picture(page: Page, name: string, look: (typeof LOOKS)[number]): Promise<void> {
  await page.waitForLoadState("networkidle");
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", look.colorScheme);
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await page.screenshot({ path: `${PICTURES}/${name}-${look.colorScheme}-${look.width}.png` });
}
