import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

import { type State, STATES } from "./states";

const LANGUAGES = ["en", "de"] as const;
const SCHEMES = ["light", "dark"] as const;
/** `PICTURES=pictures npx playwright test states` keeps a picture of every state. */
const PICTURES = process.env.PICTURES;

async function show(page: Page, state: State, language: string, scheme: string): Promise<void> {
  await page.addInitScript(
    ([tongue, look]) => {
      localStorage.setItem("indexcards.language", tongue);
      localStorage.setItem("indexcards.theme", look);
    },
    [language, scheme] as const,
  );
  await page.emulateMedia({ reducedMotion: "reduce" });
  await state.set(page);
  await page.goto(state.path);
  await page.getByRole("heading", { level: 1, includeHidden: true }).waitFor();
  await state.act?.(page);
  await page.waitForTimeout(150);
}

for (const language of LANGUAGES) {
  for (const scheme of SCHEMES) {
    test(`axe_finds_nothing_in_${language}_${scheme}`, async ({ browser }) => {
      for (const state of STATES) {
        const context = await browser.newContext({ locale: language === "de" ? "de-CH" : "en-GB" });
        const page = await context.newPage();
        const broken: string[] = [];
        page.on("pageerror", (error) => broken.push(error.message));
        page.on("console", (message) => {
          if (/Content Security Policy|Maximum update|missingKey/.test(message.text()))
            broken.push(message.text());
        });
        await show(page, state, language, scheme);
        if (PICTURES !== undefined) await takePictures(page, `${state.name}-${language}-${scheme}`);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`,
        );
        expect.soft(found, `${state.name} ${language} ${scheme}`).toEqual([]);
        expect.soft(broken, `${state.name} ${language} ${scheme}`).toEqual([]);
        await context.close();
      }
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
