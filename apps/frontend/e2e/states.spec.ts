import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

import { type State, STATES } from "./states";

const ALL = [
  ["en", "light"],
  ["de", "dark"],
  ["en", "dark"],
  ["de", "light"],
] as const;
/** `PICTURES=pictures npx playwright test states` keeps a picture of every state. */
const PICTURES = process.env.PICTURES;
/** Each language and each look is gone through whole; all four together only where pictures are taken. */
const LOOKS = PICTURES === undefined ? ALL.slice(0, 2) : ALL;

async function show(
  page: Page,
  state: State,
  language: string,
  colorScheme: "light" | "dark",
): Promise<void> {
  await page.addInitScript((tongue) => localStorage.setItem("indexcards.language", tongue), language);
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme });
  await state.set(page);
  await page.goto(state.path);
  await page.getByRole("heading", { level: 1, includeHidden: true }).waitFor();
  await state.act?.(page);
}

/** What must never be said in the console: a thing the policy forbids, a word without translation. */
const FORBIDDEN = /Content Security Policy|Maximum update|missingKey/;

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}

for (const [language, scheme] of LOOKS) {
  for (const state of STATES) {
    test(`axe_finds_nothing_in_${state.name}_${language}_${scheme}`, async ({ page }) => {
      const broken: string[] = [];
      page.on("pageerror", (error) => broken.push(error.message));
      page.on("console", (message) => {
        if (FORBIDDEN.test(message.text())) broken.push(message.text());
      });
      await show(page, state, language, scheme);
      if (PICTURES !== undefined) await takePictures(page, `${state.name}-${language}-${scheme}`);
      expect(await violations(page)).toEqual([]);
      expect(broken).toEqual([]);
    });
  }
}

test("the_look_follows_the_system_without_a_reload_until_a_person_chooses", async ({ page }) => {
  const root = page.locator("html");
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(root).toHaveAttribute("data-mantine-color-scheme", "dark");

  await page.getByRole("button", { name: "Appearance: As the system" }).click();
  await page.getByRole("menuitemradio", { name: "Light" }).click();
  await page.reload();
  await expect(root).toHaveAttribute("data-mantine-color-scheme", "light");
  await expect(page.getByRole("button", { name: "Appearance: Light" })).toBeVisible();
});

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
