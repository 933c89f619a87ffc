import type { IconName } from "@/components/ui/icon";

/** Everything a person can do here: one list for keys, toolbar, foot and the sheet of keys. */
export interface Action {
  id: ActionId;
  /** As `Ctrl+Enter`; the first is shown. */
  keys: readonly string[];
  group: "field" | "card" | "image";
  /** In the toolbar over the card. */
  icon?: IconName;
  /** Among the few keys at the foot. */
  foot?: boolean;
  can: boolean;
  run: () => void;
}

const KEYS = {
  accept: { keys: ["Enter"], group: "field", foot: true },
  next_field: { keys: ["Tab"], group: "field" },
  previous_field: { keys: ["Shift+Tab"], group: "field" },
  other_above: { keys: ["ArrowUp"], group: "field" },
  other_below: { keys: ["ArrowDown"], group: "field" },
  blank: { keys: ["Ctrl+Backspace"], group: "field" },
  old_value: { keys: ["Escape"], group: "field", foot: true },
  undo: { keys: ["Ctrl+Z"], group: "field", foot: true },
  done: { keys: ["Ctrl+Enter"], group: "card", foot: true },
  flag: { keys: ["Alt+M"], group: "card", icon: "flag", foot: true },
  previous: { keys: ["PageUp"], group: "card", icon: "chevron_left" },
  skip: { keys: ["PageDown"], group: "card", icon: "chevron_right", foot: true },
  unsaved: { keys: ["Alt+U"], group: "card" },
  help: { keys: ["F1", "?"], group: "card", foot: true },
  fit: { keys: ["Alt+0"], group: "image", icon: "fit" },
  larger: { keys: ["Alt+Plus"], group: "image", icon: "zoom_in" },
  smaller: { keys: ["Alt+Minus"], group: "image" },
  rotate: { keys: ["Alt+R"], group: "image", icon: "rotate", foot: true },
  invert: { keys: ["Alt+I"], group: "image", icon: "invert" },
  side: { keys: ["Alt+B"], group: "image", icon: "turn_over" },
  both: { keys: ["Alt+S"], group: "image", icon: "columns" },
} as const satisfies Record<string, Omit<Action, "id" | "run" | "can">>;

export type ActionId = keyof typeof KEYS;
type Native = "next_field" | "previous_field";
export type Runs = Record<Exclude<ActionId, Native>, () => void>;

const nothing = () => undefined;

/** `can`: what is false there has nothing to do now. The browser's own Tab moves between fields; the sheet names it. */
export function actionsOf(runs: Runs, can: Partial<Record<ActionId, boolean>> = {}): Action[] {
  const all: Record<ActionId, () => void> = { ...runs, next_field: nothing, previous_field: nothing };
  return (Object.keys(KEYS) as ActionId[]).map((id) => ({
    id,
    ...KEYS[id],
    can: can[id] ?? true,
    run: all[id],
  }));
}

export type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;
/** Where the focus is: in a field of the card, in another place to write or choose, or anywhere else. */
export type Place = "field" | "text" | "page";

const NATIVE: readonly ActionId[] = ["next_field", "previous_field"];

export function actionFor(actions: readonly Action[], pressed: Pressed, place: Place): Action | null {
  const found = actions.find(
    (action) =>
      !NATIVE.includes(action.id) && action.can && action.keys.some((keys) => matches(keys, pressed)),
  );
  if (found === undefined) return null;
  if (pressed.key === "?" && place !== "page") return null;
  if (place === "text") return pressed.key === "F1" ? found : null;
  return found.group === "field" && place === "page" && found.id !== "undo" ? null : found;
}

function matches(keys: string, pressed: Pressed): boolean {
  if (keys === "?") return pressed.key === "?" && !pressed.ctrlKey && !pressed.altKey;
  const parts = keys.split("+");
  const main = parts.at(-1) ?? "";
  const alt = parts.includes("Alt");
  // On a Mac, Option types characters: Control and Option together mean the same.
  const ctrl = pressed.ctrlKey || pressed.metaKey;
  if (alt !== pressed.altKey || (ctrl !== parts.includes("Ctrl") && !(alt && pressed.ctrlKey))) return false;
  if (pressed.shiftKey && main !== "Plus") return false;
  return isMain(main, pressed);
}

/** Letters by their place on the keyboard where Alt would make another character of them. */
function isMain(main: string, { key, code }: Pressed): boolean {
  if (main === "Plus") return key === "+" || code === "NumpadAdd" || code === "Equal";
  if (main === "Minus") return key === "-" || key === "–" || code === "NumpadSubtract";
  if (main.length > 1) return key === main;
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase() === main;
  return code === `Key${main}` || code === `Digit${main}`;
}
