import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";

import type en from "@/locales/en.json";

export const LANGUAGES = ["de", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Also read by public/first-paint.js. */
export const LANGUAGE_KEY = "indexcards.language";

/** Only the language in use is fetched; the keys are the same in both, and a test holds them to it. */
const WORDS: Record<Language, () => Promise<{ default: Words }>> = {
  de: () => import("@/locales/de.json"),
  en: () => import("@/locales/en.json"),
};

export type Words = typeof en;
const NAMESPACES = [
  "app",
  "batches",
  "upload",
  "processing",
  "results",
  "problem",
  "certainty",
  "places",
  "setup",
  "verify",
  "templates",
  "engines",
  "help",
] as const satisfies readonly (keyof Words)[];

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

export function firstLanguage(
  stored: string | null = readStored(),
  wishes: readonly string[] = navigator.languages,
): Language {
  if (isLanguage(stored)) return stored;
  const wished = wishes.map((wish) => wish.slice(0, 2).toLowerCase()).find(isLanguage);
  return wished ?? "en";
}

/** Ready when the words of the first language are here. */
export async function startLanguage(language: Language = firstLanguage()): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: language,
    ns: [...NAMESPACES],
    defaultNS: "app",
    resources: { [language]: await words(language) },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
  return i18next;
}

export async function switchLanguage(language: Language): Promise<void> {
  for (const [namespace, texts] of Object.entries(await words(language))) {
    i18next.addResourceBundle(language, namespace, texts);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    window.localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // A browser that stores nothing still speaks the language until it is closed.
  }
}

async function words(language: Language): Promise<Words> {
  return (await WORDS[language]()).default;
}

function readStored(): string | null {
  try {
    return window.localStorage.getItem(LANGUAGE_KEY);
  } catch {
    return null;
  }
}
