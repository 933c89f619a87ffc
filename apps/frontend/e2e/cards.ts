import { readdirSync } from "node:fs";
import { resolve } from "node:path";

import { expect, type Page } from "@playwright/test";

const SAMPLES = resolve("../../data/samples");

/** Addresses of the project's own sample cards, in order. */
export function samples(drawer: "music" | "dissertations"): string[] {
  const folder = resolve(SAMPLES, drawer, "images");
  const files = readdirSync(folder).sort();
  if (files.length === 0) throw new Error(`${folder} is empty: run scripts/make_sample_cards.py`);
  return files.map((file) => resolve(folder, file));
}

export interface Drawer {
  title: string;
  fields: string;
  files: string[];
}

/** Through the panel, as a person does it; ends at the images, where all files have arrived. */
export async function newBatch(page: Page, { title, fields, files }: Drawer): Promise<void> {
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
  await expect(page.getByRole("heading", { level: 1, name: /^(Images|Bilder)$/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Read now|Jetzt lesen)$/ })).toBeEnabled();
}

/** Ends at the progress of the run. */
export async function startReading(page: Page, drawer: Drawer): Promise<void> {
  await newBatch(page, drawer);
  await page.getByRole("button", { name: /^(Read now|Jetzt lesen)$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^(Progress|Fortschritt)$/ })).toBeVisible();
}

/** The line of a batch in the list. */
export async function rowOf(page: Page, title: string) {
  await page.getByRole("banner").getByRole("link", { name: "Indexcards" }).click();
  return page.getByRole("article", { name: title, exact: true });
}
