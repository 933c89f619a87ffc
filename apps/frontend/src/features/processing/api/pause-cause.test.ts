import { expect, test } from "vitest";

import { pauseCause } from "./pause-cause";

test.each([
  ["ceiling", "ceiling"],
  ["forbidden", "key"],
  ["model_not_allowed", "model"],
  ["no_space", "disk"],
] as const)("%s_has_its_remedy", (code, cause) => {
  expect(pauseCause(code)).toBe(cause);
});

test("a_code_without_a_remedy_of_its_own_is_another_cause", () => {
  expect(pauseCause("reader_hangs")).toBe("other");
  expect(pauseCause(null)).toBe("other");
});
