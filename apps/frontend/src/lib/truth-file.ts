/** Per card what stands on it; null: nothing. */
export type Truth = Record<string, Record<string, string | null>>;

export interface TruthFile {
  truth: Truth;
  cards: number;
  /** Columns that are no field of the batch. */
  ignored: readonly string[];
}

/** Why a file is no truth. */
export type Fault = "no_json" | "no_filename" | "no_cards" | "no_fields";

export class BadTruth extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault);
    this.fault = fault;
  }
}

/** `truth.json`, or a table with a column `filename`; of other columns only the batch's fields are taken. */
export function readTruth(name: string, content: string, fields: readonly string[]): TruthFile {
  const text = content.replace(/^\ufeff+/, "");
  const all = /\.json$/i.test(name) || text.trimStart().startsWith("{") ? ofJson(text) : ofCsv(text, fields);
  const known = new Set(fields);
  const ignored = new Set<string>();
  const truth: Truth = {};
  let values = 0;
  for (const [card, said] of Object.entries(all)) {
    const own: Record<string, string | null> = {};
    for (const [field, value] of Object.entries(said)) {
      if (known.has(field)) {
        own[field] = value;
        values += 1;
      } else ignored.add(field);
    }
    truth[card] = own;
  }
  const cards = Object.keys(truth).length;
  if (cards === 0) throw new BadTruth("no_cards");
  if (values === 0) throw new BadTruth("no_fields");
  return { truth, cards, ignored: [...ignored] };
}

function ofJson(text: string): Truth {
  let loaded: unknown;
  try {
    loaded = JSON.parse(text);
  } catch {
    throw new BadTruth("no_json");
  }
  if (!isObject(loaded)) throw new BadTruth("no_json");
  return Object.fromEntries(
    Object.entries(loaded).map(([card, said]) => {
      if (!isObject(said)) throw new BadTruth("no_json");
      return [card, Object.fromEntries(Object.entries(said).map(([field, value]) => [field, asText(value)]))];
    }),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string | null {
  if (value === null || value === "") return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

const FILENAME = "filename";

function ofCsv(text: string, fields: readonly string[]): Truth {
  const heading = text.slice(0, text.search(/\r?\n|$/));
  const separator = [",", ";", "\t"].reduce((best, one) =>
    heading.split(one).length > heading.split(best).length ? one : best,
  );
  const [head, ...rows] = cellsOf(text, separator);
  const at = head?.indexOf(FILENAME) ?? -1;
  if (head === undefined || at < 0) throw new BadTruth("no_filename");
  // Where a field has the name of one of our own columns, our exports say so.
  const names = head.map((name) => {
    const plain = name.replace(/ \(field\)$/, "");
    return fields.includes(name) || !fields.includes(plain) ? name : plain;
  });
  const truth: Truth = {};
  for (const row of rows) {
    const card = row[at];
    if (card === undefined || card === "") continue;
    const own: Record<string, string | null> = {};
    row.forEach((cell, place) => {
      const field = names[place];
      if (place !== at && field !== undefined && field !== "") own[field] = restored(cell);
    });
    truth[card] = own;
  }
  return truth;
}

/** Our tables put an apostrophe before what a spreadsheet would run as a formula. */
function restored(cell: string): string | null {
  const plain = /^'+\s*[=+\-@]/.test(cell) ? cell.slice(1) : cell;
  return plain === "" ? null : plain;
}

/** Rows of cells; quoted ones may hold separators, quotes (doubled) and line ends. */
function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.length > 1 || cell !== "") rows.push(row);
    row = [];
    cell = "";
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === separator) {
      row.push(cell);
      cell = "";
    } else if (sign === "\n") endRow();
    else if (sign !== "\r") cell += sign;
  }
  endRow();
  return rows;
}
