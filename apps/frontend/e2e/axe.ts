import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Each language and each look, once. */
const LOOKS = [
  ["en", "light"],
  ["de", "dark"],
] as const;

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}

/** Loads the place anew in both languages and looks; nothing may be found in any. */
export async function expectAccessible(page: Page, ready: () => Promise<unknown>): Promise<void> {
  for (const [language, colorScheme] of LOOKS) {
    await page.evaluate((tongue) => localStorage.setItem("indexcards.language", tongue), language);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.reload();
    await ready();
    expect(await violations(page), `${language}, ${colorScheme}`).toEqual([]);
  }
}
