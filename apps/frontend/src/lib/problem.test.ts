import { expect, test } from "vitest";

import { makeProblem } from "@/testing/factories";

import { isPassing, troubleOf } from "./problem";

test("a_problem_of_the_service_keeps_its_sentence", () => {
  const problem = makeProblem(409, "The batch is running.");
  expect(troubleOf(problem)).toEqual({ kind: "problem", problem });
});

test("no_answer_is_told_from_a_wrong_one", () => {
  expect(troubleOf(new TypeError("Failed to fetch"))).toEqual({ kind: "unreachable" });
  expect(troubleOf("<html>502</html>")).toEqual({ kind: "unexpected", detail: "<html>502</html>" });
  expect(troubleOf({})).toEqual({ kind: "unexpected", detail: "" });
});

test("only_an_absent_or_busy_service_is_worth_asking_again", () => {
  expect(isPassing(new TypeError("Failed to fetch"))).toBe(true);
  expect(isPassing(makeProblem(503, "Busy."))).toBe(true);
  expect(isPassing(makeProblem(409, "No."))).toBe(false);
  expect(isPassing("<html>")).toBe(false);
});
