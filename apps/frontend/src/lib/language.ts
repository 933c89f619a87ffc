import i18next, { type i18n } from "i18next";
import resourcesToBackend from "i18next-resources-to-backend";
import { initReactI18next } from "react-i18next";

import type { Words } from "./words";

export const LANGUAGES = ["de", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Also read by public/first-paint.js. */
export const LANGUAGE_KEY = "indexcards.language";

/** What the frame and the first place say; every other place fetches its own words (`withWords`). */
const FIRST = [
  "app",
  "places",
  "batches",
  "upload",
  "problem",
  "said",
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
export async function startLanguage(
  language: Language = firstLanguage(),
  words: readonly (keyof Words)[] = FIRST,
): Promise<i18n> {
  // Only the language in use is fetched; the keys are the same in both, and a test holds them to it.
  const fetched = resourcesToBackend(
    (language: string, namespace: string) => import(`../locales/${language}/${namespace}.json`),
  );
  await i18next
    .use(fetched)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      supportedLngs: LANGUAGES,
      ns: words,
      defaultNS: "app",
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  document.documentElement.lang = language;
  return i18next;
}

/** A page with the words that it says: both are here before it is drawn. */
export async function withWords<Page>(
  words: readonly (keyof Words)[],
  page: () => Promise<Page>,
): Promise<Page> {
  const [drawn] = await Promise.all([page(), i18next.loadNamespaces(words)]);
  return drawn;
}

export async function switchLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    window.localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // A browser that stores nothing still speaks the language until it is closed.
  }
}

function readStored(): string | null {
  try {
    return window.localStorage.getItem(LANGUAGE_KEY);
  } catch {
    return null;
  }
}
