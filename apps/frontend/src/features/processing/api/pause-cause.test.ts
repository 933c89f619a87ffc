import { expect, test } from "vitest";

import { pauseCause } from "./pause-cause";

test.each([
  ["The ceiling of $5.00 is reached: $4.9990 spent. Raise it, then resume.", "ceiling"],
  ["The batch has a ceiling, and no price is known for this model.", "no_price"],
  ["The provider says that the credit is used up. Add credit, then resume.", "credit"],
  ["The provider does not accept the key. Set the right one, then resume.", "key"],
  [
    "The model's values are not on the cards: it does not seem to see the scans. Choose another model.",
    "blind",
  ],
  ["The provider does not know this model or address. Choose another model, then resume.", "model"],
  ["The disk is full. Free some space, then resume.", "disk"],
  ["The reader hangs: 5 cards had to be given up.", "other"],
] as const)("%s", (reason, cause) => {
  expect(pauseCause(reason)).toBe(cause);
});

test("nothing_said_is_another_cause", () => {
  expect(pauseCause(null)).toBe("other");
});
