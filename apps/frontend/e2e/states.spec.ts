import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

import { type State, STATES } from "./states";

const LANGUAGES = ["en", "de"] as const;
/** `PICTURES=pictures npx playwright test states` keeps a picture of every state. */
const PICTURES = process.env.PICTURES;

async function show(page: Page, state: State, language: string): Promise<void> {
  await page.addInitScript((tongue) => localStorage.setItem("indexcards.language", tongue), language);
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await state.set(page);
  await page.goto(state.path);
  await page.getByRole("heading", { level: 1, includeHidden: true }).waitFor();
  await state.act?.(page);
}

/** What must never be said in the console: a thing the policy forbids, a word without translation. */
const FORBIDDEN = /Content Security Policy|Maximum update|missingKey/;

async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const found = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}

for (const language of LANGUAGES) {
  for (const state of STATES) {
    test(`axe_finds_nothing_in_${state.name}_${language}`, async ({ page }) => {
      const broken: string[] = [];
      page.on("pageerror", (error) => broken.push(error.message));
      page.on("console", (message) => {
        if (FORBIDDEN.test(message.text())) broken.push(message.text());
      });

      await show(page, state, language);
      if (PICTURES !== undefined) await takePictures(page, `${state.name}-${language}-light`);
      expect.soft(await violations(page), "light").toEqual([]);

      // The page follows the system without a reload; only colours change.
      await page.emulateMedia({ colorScheme: "dark" });
      await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
      if (PICTURES !== undefined) await takePictures(page, `${state.name}-${language}-dark`);
      expect.soft(await violations(page, ["color-contrast", "link-in-text-block"]), "dark").toEqual([]);
      expect(broken).toEqual([]);
    });
  }
}

async function takePictures(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES ?? "", { recursive: true });
  for (const [width, height] of [
    [1920, 1080],
    [1280, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: join(PICTURES ?? "", `${name}-${width}.png`) });
  }
}
