import pytest

from app.engines import scoring
from app.engines.scoring import Tally


def test_a_value_is_right_from_a_likeness_of_92() -> None:
    near, far = scoring.judge("Oratorium in C", "Oratorium in G"), scoring.judge("Vogel", "Vogel.")

    assert (near.right, near.exact, near.wrong) == (1, 0, 0)
    assert (far.right, far.wrong) == (0, 1)


def test_blank_against_blank_does_not_count() -> None:
    assert scoring.judge(None, None) == scoring.judge("", None) == Tally(blank=1)
    assert scoring.compare({"a": {"x": None}}, {"a": {"x": None}}).macro is None


def test_an_invented_and_a_missed_value_each_cost_half_of_a_wrong_one() -> None:
    right = {"x": "1", "y": "2"}

    missed = scoring.compare({"a": right}, {"a": {"x": "1", "y": None}})
    invented = scoring.compare({"a": {"x": "1", "y": None}}, {"a": right})
    wrong = scoring.compare({"a": right}, {"a": {"x": "1", "y": "9"}})

    assert missed.micro == invented.micro == pytest.approx(2 / 3)
    assert wrong.micro == pytest.approx(1 / 2)
    assert (missed.total.missed, invented.total.invented, wrong.total.wrong) == (1, 1, 1)


def test_macro_is_the_mean_over_cards_and_micro_over_values() -> None:
    truth = {"a": {"x": "1", "y": "2", "z": "3"}, "b": {"x": "1", "y": None, "z": None}}

    score = scoring.compare(truth, {"a": dict(truth["a"]), "b": {"x": "9"}})

    assert score.macro == pytest.approx(0.5)
    assert score.micro == pytest.approx(0.75)
    assert score.fields["x"].f1 == pytest.approx(0.5)


def test_a_card_without_a_record_misses_all_its_values() -> None:
    score = scoring.compare({"a": {"x": "1"}, "b": {"x": "1"}}, {"a": {"x": "1"}})

    assert score.unread == ("b",)
    assert score.total.missed == 1


def test_fuzzy_and_exact_are_shares_of_the_values_that_the_truth_has() -> None:
    score = scoring.compare({"a": {"x": "abcd", "y": "abcd", "z": None}}, {"a": {"x": "abcd", "y": None, "z": "q"}})

    assert score.total.exact_share == pytest.approx(0.5)
    assert score.total.fuzzy == pytest.approx(0.5)
    assert score.total.precision == pytest.approx(0.5)
    assert score.total.recall == pytest.approx(0.5)
