import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { expect, type Page, test } from "@playwright/test";

import { expectClean, TONGUES } from "./axe";
import { type State, STATES } from "./states";

/** `PICTURES=pictures npx playwright test states` keeps a picture of every state in every look and language. */
const PICTURES = process.env.PICTURES;
/** Places are looked at in both languages; their states in turn, English and German, but for pictures. */
const tonguesOf = (place: number) => (PICTURES === undefined ? [TONGUES[place % 2]!] : TONGUES);

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

for (const [place, state] of STATES.entries()) {
  for (const language of tonguesOf(place)) {
    test(`axe_finds_nothing_in_${state.name}_${language}`, async ({ page }) => {
      const broken: string[] = [];
      page.on("pageerror", (error) => broken.push(error.message));
      page.on("console", (message) => {
        if (FORBIDDEN.test(message.text())) broken.push(message.text());
      });
      await show(page, state, language);
      await expectClean(page);
      if (PICTURES !== undefined) await takePictures(page, `${state.name}-${language}`);
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
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.screenshot({ path: join(PICTURES ?? "", `${name}-${colorScheme}-${width}.png`) });
    }
  }
}
