"""Who leads a field: the rules, until cards that taught nothing show that learning does better."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from app.engines.local.learned import judge
from app.engines.local.learned.candidates import COMMON, OWN, Candidate, Known
from app.engines.local.learned.judge import Held, Trials

KNOWN = Known(Counter(), Counter(), 10.0, 0.9, 0.5, newline=False, paragraph=False)
PARTS = [{0, 1}, {2, 3}, {4, 5}, {6, 7}]
RULE, TAGGED = "by the rules", "learned instead"


def candidate(text: str, *, by_rules: bool, sure: float) -> Candidate:
    row = np.zeros(COMMON + OWN)
    row[0], row[3], row[7] = 1.0, sure, by_rules
    return Candidate(text, (), row, by_rules, not by_rules)


def cells(truths: list[str | None], rule: str | None = RULE, sure: float = 3.0) -> list[Held]:
    found = [candidate(TAGGED, by_rules=False, sure=sure)]
    if rule is not None:
        found.append(candidate(rule, by_rules=True, sure=0.0))
    return [Held(n, 0, found, truth, rule, 0.0, KNOWN) for n, truth in enumerate(truths)]


def given(truths: list[str | None], rule: str | None = RULE, sure: float = 3.0) -> str | None:
    held = cells(truths, rule, sure)
    best, _ = judge.decide(Trials(held, PARTS, 1).judge(), 0, held[0].found, KNOWN, 0.0)
    return best.text if best is not None else None


def test_rules_lead_until_learning_is_clearly_better() -> None:
    assert given([TAGGED] * 8) == TAGGED
    assert given([RULE] * 8) == RULE


@pytest.mark.parametrize("sure", [3.0, 6.0])
def test_one_lucky_card_is_no_reason_to_leave_the_rules(sure: float) -> None:
    assert given([RULE] * 4 + [TAGGED] + [RULE] * 3, sure=sure) == RULE


def test_a_value_of_the_rules_is_kept_however_unlikely_where_they_lead() -> None:
    assert given(["something else"] * 7 + [RULE]) == RULE


def test_where_rules_say_nothing_learning_leads_at_once() -> None:
    assert 0 in Trials(cells([TAGGED, *["other"] * 7], rule=None), PARTS, 1).judge().leads
