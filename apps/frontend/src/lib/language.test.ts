import { readFileSync } from "node:fs";

import i18next from "i18next";
import { expect, test } from "vitest";

import { firstLanguage, LANGUAGE_KEY, switchLanguage } from "./language";
import { THEME_KEY } from "./theme";

test("the_first_language_is_the_stored_one_then_the_browsers_then_english", () => {
  expect(firstLanguage("de", ["en-GB"])).toBe("de");
  expect(firstLanguage(null, ["fr-CH", "de-CH", "en"])).toBe("de");
  expect(firstLanguage(null, ["fr"])).toBe("en");
  expect(firstLanguage("klingon", ["fr"])).toBe("en");
});

test("a_switch_reaches_words_document_and_storage", async () => {
  await switchLanguage("de");

  expect(i18next.t("batches:new")).toBe("Neuer Stapel");
  expect(document.documentElement.lang).toBe("de");
  expect(window.localStorage.getItem(LANGUAGE_KEY)).toBe("de");
});

test("the_script_before_the_first_paint_reads_the_same_keys", () => {
  const script = readFileSync("public/first-paint.js", "utf8");

  expect(script).toContain(`"${LANGUAGE_KEY}"`);
  expect(script).toContain(`"${THEME_KEY}"`);
});
