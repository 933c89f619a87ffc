import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { startLanguage } from "@/lib/language";
import { useSaid } from "@/lib/said";
import { makeProblem } from "@/testing/factories";

import { SaidText } from "./said-text";
import { TroubleText } from "./trouble-text";

const OURS = "Batch 'b' has no card called 'x.jpg'.";

function Cause({ code, said }: { code: string | null; said: string }) {
  return <SaidText said={useSaid().cause(code, said)} />;
}

function Pause({ code, said }: { code: string | null; said: string }) {
  return <SaidText said={useSaid().pause(code, said)} />;
}

test("in_english_the_service_speaks_for_itself", () => {
  render(<TroubleText error={makeProblem(404, OURS, "card_not_found")} />);
  expect(screen.getByText(OURS)).toHaveAttribute("lang", "en");
});

test("in_german_a_problem_is_said_by_its_code", async () => {
  await startLanguage("de", ["problem", "said"]);
  render(<TroubleText error={makeProblem(404, OURS, "card_not_found")} />);
  expect(screen.getByText(/^Diese Karte gibt es in diesem Stapel nicht mehr/)).not.toHaveAttribute("lang");
});

test("a_code_that_nobody_knows_leaves_the_words_of_the_service", async () => {
  await startLanguage("de", ["problem", "said"]);
  render(<TroubleText error={makeProblem(418, "I am a teapot.", "teapot")} />);
  expect(screen.getByText("I am a teapot.")).toHaveAttribute("lang", "en");
});

test("what_the_service_found_wrong_is_told_with_the_german_sentence", async () => {
  await startLanguage("de", ["problem", "said"]);
  render(<TroubleText error={makeProblem(422, "title: too long", "invalid")} />);
  expect(screen.getByText(/Der Dienst nennt als Grund: title: too long$/)).toBeInTheDocument();
});

test("a_reader_that_is_down_says_why", async () => {
  await startLanguage("de", ["problem", "said"]);
  const problem = { ...makeProblem(409, "The key is wrong.", "engine_down"), cause: "bad_key" };
  render(<TroubleText error={problem} />);
  expect(screen.getByText(/^Der Anbieter nimmt den Schlüssel nicht an/)).toBeInTheDocument();
});

test("a_failed_card_and_a_pause_are_said_by_their_codes", async () => {
  await startLanguage("de", ["said"]);
  const { rerender } = render(<Cause code="http_503" said="The provider answered with error 503." />);
  expect(screen.getByText("Der Anbieter antwortete mit Fehler 503.")).toBeInTheDocument();
  rerender(<Pause code="ceiling" said="The ceiling is reached." />);
  expect(screen.getByText(/^Die Kostengrenze ist erreicht/)).toBeInTheDocument();
  rerender(<Pause code="no_credit" said="No credit." />);
  expect(screen.getByText(/^Das Guthaben beim Anbieter ist aufgebraucht/)).toBeInTheDocument();
  rerender(<Pause code={null} said="Kept from before there were codes." />);
  expect(screen.getByText("Kept from before there were codes.")).toHaveAttribute("lang", "en");
});
