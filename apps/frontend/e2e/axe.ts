import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export const TONGUES = ["en", "de"] as const;

/** What a look can break and a language cannot. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** Nothing may be found: by all rules in the light look, by those of colours in the dark one, which comes at once. */
export async function expectClean(page: Page, name = ""): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect(await violations(new AxeBuilder({ page })), `${name} light`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  const ofColours = new AxeBuilder({ page }).withRules(OF_COLOURS);
  expect(await violations(ofColours), `${name} dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
}

/** Loads the place anew in both languages; nothing may be found in any, light or dark. */
export async function expectAccessible(page: Page, ready: () => Promise<unknown>): Promise<void> {
  for (const language of TONGUES) {
    await speak(page, language);
    await page.reload();
    await ready();
    await expectClean(page, language);
  }
}

/** From the next load on. */
export async function speak(page: Page, language: (typeof TONGUES)[number]): Promise<void> {
  await page.evaluate((tongue) => localStorage.setItem("indexcards.language", tongue), language);
}

/** Pages hold no frames, so axe ends its work in the page itself instead of opening one more. */
async function violations(axe: AxeBuilder): Promise<string[]> {
  const found = await axe.setLegacyMode().analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}
