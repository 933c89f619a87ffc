/** What the help speaks of, in order; the words are in the locales. */
export const STEPS = [
  "images",
  "setup",
  "try",
  "run",
  "results",
  "verify",
  "certainty",
  "evaluation",
  "compare",
  "export",
] as const;

export const SIGNS = [
  "sure",
  "check",
  "doubtful",
  "blank",
  "maybe_blank",
  "verified",
  "corrected",
  "rejected",
] as const;

/** Names of keys are what stands on them. */
export const KEYS = [
  {
    place: "everywhere",
    keys: [
      { id: "tab", strokes: ["Tab"] },
      { id: "escape", strokes: ["Esc"] },
    ],
  },
  {
    place: "setup",
    keys: [
      { id: "name_enter", strokes: ["Enter"] },
      { id: "grip", strokes: ["↑", "↓"] },
      { id: "grip_ends", strokes: ["Home", "End"] },
      { id: "zoom", strokes: ["+", "−", "0"] },
    ],
  },
  {
    place: "results",
    keys: [
      { id: "type", strokes: ["Enter", "F2"] },
      { id: "save_down", strokes: ["Enter"] },
      { id: "save_right", strokes: ["Tab"] },
      { id: "choose", strokes: ["Space"] },
      { id: "choose_all", strokes: ["Ctrl A"] },
      { id: "accept_chosen", strokes: ["Ctrl Enter"] },
      { id: "redo", strokes: ["Ctrl Z", "Ctrl Y"] },
      { id: "ends", strokes: ["Ctrl Home", "Ctrl End"] },
    ],
  },
  {
    place: "verify",
    keys: [
      { id: "accept", strokes: ["Enter"] },
      { id: "card_done", strokes: ["Ctrl Enter"] },
      { id: "other_reading", strokes: ["↑", "↓"] },
      { id: "old_value", strokes: ["Esc"] },
      { id: "skip", strokes: ["Page Down"] },
      { id: "turn", strokes: ["Alt R"] },
      { id: "flag", strokes: ["Alt M"] },
      { id: "undo", strokes: ["Ctrl Z"] },
      { id: "sheet", strokes: ["?", "F1"] },
    ],
  },
] as const;

export const QUESTIONS = [
  "reload",
  "fields_later",
  "failed",
  "sides",
  "leaves",
  "colleague",
  "stop",
] as const;

export const LIMITS = ["formats", "size", "pages", "fields", "hand", "one_process"] as const;
