import { expect, test } from "vitest";

import { certaintyOf } from "./certainty";

test.each([
  ["Zürich", 0.9, null, "sure"],
  ["Zürich", 0.89, null, "check"],
  ["Zürich", 0.72, undefined, "check"],
  ["Zürich", 0.71, null, "doubtful"],
  ["Zürich", undefined, null, "doubtful"],
  [null, 0.95, null, "blank"],
  ["", 0.95, null, "blank"],
  [null, 0.5, null, "maybe_blank"],
  ["Zürich", 0.1, "accepted", "verified"],
  ["Zürich", 0.99, "corrected", "corrected"],
  [null, 0.99, "rejected", "rejected"],
] as const)("%s at %s with verdict %s is %s", (value, confidence, verdict, certainty) => {
  expect(certaintyOf({ value, confidence, verdict })).toBe(certainty);
});
