/** Cards picked in one place to be compared on in another; for this tab, by batch. */
const keyOf = (batchName: string) => `indexcards.picked.${batchName}`;

/** The service takes no more. */
export const MOST_PICKED = 300;

export function keepPicked(batchName: string, filenames: readonly string[]): void {
  sessionStorage.setItem(keyOf(batchName), JSON.stringify(filenames.slice(0, MOST_PICKED)));
}

export function loadPicked(batchName: string): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(batchName)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === "string") : [];
  } catch {
    return [];
  }
}

/** File names as people write them down: one a line, or with commas or semicolons. */
export function namesIn(text: string): string[] {
  const names = text.split(/[\n,;]+/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ""))].slice(0, MOST_PICKED);
}
