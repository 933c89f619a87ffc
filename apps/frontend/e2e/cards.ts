import { readdirSync } from "node:fs";
import { resolve } from "node:path";

import { expect, type Locator, type Page } from "@playwright/test";

const SAMPLES = resolve("../../data/samples");

/** Addresses of the project's own sample cards, in order. */
export function samples(drawer: "music" | "dissertations"): string[] {
  const folder = resolve(SAMPLES, drawer, "images");
  const files = readdirSync(folder).sort();
  if (files.length === 0) throw new Error(`${folder} is empty: run scripts/make_sample_cards.py`);
  return files.map((file) => resolve(folder, file));
}

interface Drawer {
  title: string;
  fields: string;
  files: string[];
}

/** Through the panel, as a person does it; ends where the files have arrived. */
export async function fillPanel(page: Page, { title, fields, files }: Drawer): Promise<Locator> {
  await page.getByRole("banner").getByRole("link", { name: "Indexcards" }).click();
  await page
    .getByRole("button", { name: /^(New batch|Neuer Stapel)$/ })
    .first()
    .click();
  const form = page.getByRole("dialog", { name: /^(New batch|Neuer Stapel)$/ });
  await form.getByRole("textbox", { name: /^(Title|Titel)/ }).fill(title);
  await form.getByRole("textbox", { name: /^(Fields|Felder)/ }).fill(fields);
  await form.getByTestId("choose-files").setInputFiles(files);
  await form.getByRole("button", { name: /^(Create and upload|Anlegen und)/ }).click();
  const images = page.getByRole("dialog", { name: /^(Images|Bilder)$/ });
  await expect(images.getByRole("button", { name: /^(Read now|Jetzt lesen)$/ })).toBeEnabled();
  return images;
}

export async function startReading(page: Page, drawer: Drawer): Promise<Locator> {
  const images = await fillPanel(page, drawer);
  await images.getByRole("button", { name: /^(Read now|Jetzt lesen)$/ }).click();
  return page.getByRole("article", { name: drawer.title });
}
