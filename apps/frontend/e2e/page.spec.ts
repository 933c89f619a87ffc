import { gzipSync } from "node:zlib";

import { expect, test } from "@playwright/test";

import { measured } from "./figures";

const BUDGET = 200_000;

test("the_first_page_costs_at_most_200_kB_of_script", { tag: "@figure" }, async ({ page }) => {
  const scripts: number[] = [];
  const waiting: Promise<void>[] = [];
  page.on("response", (response) => {
    if (!response.url().endsWith(".js")) return;
    waiting.push(response.body().then((body) => void scripts.push(gzipSync(body).length)));
  });
  await page.goto("/", { waitUntil: "networkidle" });
  await Promise.all(waiting);
  const sum = scripts.reduce((total, bytes) => total + bytes, 0);
  expect(sum).toBeGreaterThan(0);
  const first = measured({
    name: "first load, script gzipped on `/`",
    value: sum / 1000,
    unit: "kB",
    bar: BUDGET / 1000,
    how: `${scripts.length} files, each gzipped by itself`,
  });
  expect(first).toBeLessThanOrEqual(BUDGET / 1000);
});

test("the_page_runs_under_its_strict_policy_and_asks_nobody_else", async ({ page, baseURL }) => {
  const foreign: string[] = [];
  const refused: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL ?? "") && !request.url().startsWith("data:"))
      foreign.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  const answer = await page.goto("/");
  const policy = answer?.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(await answer?.text()).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);

  await page.getByRole("button", { name: "New batch" }).first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(foreign).toEqual([]);
  expect(refused).toEqual([]);
});

test("a_part_that_is_no_more_says_so_and_offers_to_load_anew", async ({ page }) => {
  await page.route("**/assets/new-batch-panel-*.js", (route) => route.fulfill({ status: 404 }));
  await page.goto("/?panel=new");
  const alert = page.getByRole("alert");
  await expect(alert.getByRole("heading", { name: "This page has to be loaded anew" })).toBeVisible();

  await page.unroute("**/assets/new-batch-panel-*.js");
  await expect(page.getByRole("heading", { level: 1, name: "Batches" })).toBeVisible();
  await alert.getByRole("button", { name: "Load anew" }).click();
  await expect(page.getByRole("dialog", { name: "New batch" })).toBeVisible();
});
