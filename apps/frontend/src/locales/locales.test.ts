import { expect, test } from "vitest";

interface Tree {
  [key: string]: string | Tree;
}

/** What the service says: it speaks English itself, and a test beside it holds the others to its codes. */
const SAID = "/said.json";

const files = import.meta.glob<Tree>("./*/*.json", { eager: true, import: "default" });

/** All words of a language by place, in the order of the files' names. */
function tree(language: string): Tree {
  const own = Object.entries(files).filter(
    ([path]) => path.startsWith(`./${language}/`) && !path.endsWith(SAID),
  );
  return Object.fromEntries(own.map(([path, words]) => [path.split(/[/.]/)[3] ?? "", words]));
}

function leaves(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  );
}

const german = new Map(leaves(tree("de")));
const english = new Map(leaves(tree("en")));

test("german_and_english_have_the_same_keys_in_the_same_order", () => {
  expect([...german.keys()]).toEqual([...english.keys()]);
});

test("no_word_is_missing", () => {
  for (const [key, text] of [...german, ...english]) expect(text.trim(), key).not.toBe("");
});

test("both_languages_fill_in_the_same_values", () => {
  const blanks = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
  for (const [key, text] of english) expect(blanks(german.get(key) ?? ""), key).toEqual(blanks(text));
});

test("each_plural_has_both_its_forms", () => {
  for (const key of english.keys()) {
    if (key.endsWith("_one")) expect(english.has(key.replace(/_one$/, "_other")), key).toBe(true);
    if (key.endsWith("_other")) expect(english.has(key.replace(/_other$/, "_one")), key).toBe(true);
  }
});

test("german_keeps_one_spelling", () => {
  for (const [key, text] of german) expect(text, key).not.toMatch(/[ß„“]/);
});

test("german_is_not_left_in_english", () => {
  const words = (text: string) => text.replace(/\{\{\w+\}\}/g, "");
  const alike = [...english].filter(([key, text]) => words(text).length > 12 && german.get(key) === text);
  expect(alike.map(([key]) => key)).toEqual(["upload.drop.formats"]);
});
