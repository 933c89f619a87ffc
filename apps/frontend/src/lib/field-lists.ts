/** Allowed values, one a line: they may hold commas. Each once. */
export function linesOf(text: string): string[] {
  return [...new Set(text.split("\n").map((line) => line.trim().replace(/\s+/g, " ")))].filter(
    (line) => line !== "",
  );
}
