/** Names of fields as people write them down: one a line, or with commas or semicolons; each once. */
export function fieldNames(text: string): string[] {
  const seen = new Set<string>();
  const names: string[] = [];
  for (const part of text.split(/[\n,;]/)) {
    const name = part.trim().replace(/\s+/g, " ");
    const key = name.toLocaleLowerCase();
    if (name === "" || seen.has(key)) continue;
    seen.add(key);
    names.push(name);
  }
  return names;
}
