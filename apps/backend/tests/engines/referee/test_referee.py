"""The referee: what verified cards teach it, whom it believes, and what its certainty says."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.engines.referee import training, work
from app.engines.referee.cards import Case, Sheet
from app.engines.referee.training import Referee
from app.engines.referee.voting import vote
from app.engines.referee.work import Told
from app.models import layout
from app.models.record import FieldSpec, Line, Page

SCHEMA = (FieldSpec("author"), FieldSpec("title"), FieldSpec("size"), FieldSpec("mark"))
NAMES = ("Abel", "Baumann", "Christen", "Dietrich", "Egli", "Fischer", "Gerber", "Huber", "Imhof", "Jost")
TOWNS = ("Bern", "Basel", "Chur", "Genf", "Luzern")


def page(*lines: str) -> tuple[Page, ...]:
    made = tuple(Line(text, (0.1, 0.1 + 0.08 * n, 0.02 * len(text), 0.05), 0.98) for n, text in enumerate(lines))
    return (Page(0, 1000, 700, made),)


def truth(number: int) -> dict[str, str | None]:
    name = NAMES[number % len(NAMES)]
    return {
        "author": f"{name}-{number}",
        "title": f"Beitrag {number} zur Kenntnis von {TOWNS[number % len(TOWNS)]}",
        "size": "8°",
        "mark": f"U {10 + number}. {7000 + 13 * number}" if number % 3 else None,
    }


def card(number: int, *, verified: bool = False, **changes: Mapping[str, str | None]) -> Case:
    """Two readers write as they like: the size without its ring, the title with the thesis note; one misses marks."""
    wanted = truth(number)
    note = f"{wanted['title']}. Diss. phil."
    mark = wanted["mark"]
    lines = [str(wanted["author"]), note, "1910. 8°", *([f"Standort: {mark}"] if mark else [])]
    said: dict[str, Mapping[str, str | None]] = {
        "one": {**wanted, "title": note, "size": "8"},
        "two": {**wanted, "title": note, "size": "8", "mark": None},
    }
    for reader, texts in changes.items():
        said[reader] = {**said.get(reader, wanted), **texts}
    return Case(f"{number}.jpg", said, page(*lines), verified=wanted if verified else {})


@pytest.fixture(scope="module")
def referee() -> Referee:
    return training.train(SCHEMA, [card(number, verified=True) for number in range(20)])


def test_what_people_write_differently_is_written_as_they_do(referee: Referee) -> None:
    found = referee.judge(card(33))

    assert found["size"].text == "8°"
    assert found["title"].text == truth(33)["title"], "the thesis note does not belong into the title"


def test_a_reader_that_misses_a_field_is_not_believed_there(referee: Referee) -> None:
    found = referee.judge(card(34))["mark"]

    assert found.text == truth(34)["mark"]
    assert found.agree == ("one",)


def test_a_field_that_no_card_has_stays_empty(referee: Referee) -> None:
    found = referee.judge(card(33))["mark"]

    assert found.text is None
    assert found.chance > 0.6
    assert found.missed == pytest.approx(1 - found.chance)


def test_a_value_nobody_says_is_found_behind_its_label(referee: Referee) -> None:
    found = referee.judge(card(34, one={"mark": None}))["mark"]

    assert found.text in (truth(34)["mark"], None)
    assert found.text is not None or found.missed > 0.1, "an empty field says that something may stand there"


def test_a_value_that_is_not_on_the_card_is_less_sure(referee: Referee) -> None:
    sure = referee.judge(card(34))["author"]
    doubted = referee.judge(card(34, one={"author": "Zwyssig"}))["author"]

    assert doubted.text == truth(34)["author"]
    assert doubted.chance < sure.chance


def test_each_verified_card_is_judged_without_itself(referee: Referee) -> None:
    odd = card(50, verified=True)
    odd = Case(odd.key, odd.said, odd.pages, verified={**odd.verified, "title": "Ganz anders, nur hier"})
    trained = training.train(SCHEMA, [*(card(number, verified=True) for number in range(12)), odd])
    own = {one.field: one for one in trained.predicted if one.card == odd.key}

    assert own["title"].text != "Ganz anders, nur hier"
    assert not own["title"].right
    assert len(trained.predicted) == 13 * len(SCHEMA)


def test_a_reader_that_failed_is_no_vote_for_blank(referee: Referee) -> None:
    whole = card(34)
    alone = Case(whole.key, {"one": whole.said["one"]}, whole.pages)

    assert referee.judge(alone)["author"].text == truth(34)["author"]


def test_the_same_cards_make_the_same_referee() -> None:
    cards = [card(number, verified=True) for number in range(8)]
    first, second = training.train(SCHEMA, cards), training.train(SCHEMA, cards)

    assert first.judge(card(40)) == second.judge(card(40))
    assert first.predicted == second.predicted


def test_five_cards_are_enough_to_begin() -> None:
    few = training.train(SCHEMA, [card(number, verified=True) for number in range(training.LEAST)])

    assert few.judge(card(40))["author"].text == truth(40)["author"]


def test_a_card_without_words_and_a_card_nobody_read_are_judged(referee: Referee) -> None:
    whole = card(34)

    assert referee.judge(Case("x", whole.said, ()))["author"].text == truth(34)["author"]
    assert all(0 <= one.chance <= 1 for one in referee.judge(Case("x", {}, ())).values())


VOTES = page("Reger, Max", "Lied")


@pytest.mark.parametrize(
    ("said", "houses", "text"),
    [
        ({"a": "Reger", "b": "Reger", "c": "Beger"}, {}, "Reger"),
        ({"a": "Beger", "b": "Reger"}, {}, "Reger"),
        ({"a": "Max Beger", "b": "Max Begor", "c": "Reger"}, {"a": "h", "b": "h", "c": "g"}, "Reger"),
        ({"a": None, "b": None, "c": "Beger"}, {}, None),
        ({"a": "Wagner", "b": "Mahler"}, {}, "Wagner"),
        ({"a": "", "b": None}, {}, None),
    ],
)
def test_a_vote_counts_houses_and_asks_the_card(
    said: dict[str, str | None], houses: dict[str, str], text: str | None
) -> None:
    case = Case("x", {reader: {"author": value} for reader, value in said.items()}, VOTES)

    assert vote(case, "author", Sheet(VOTES), houses).text == text


def test_a_vote_of_all_is_surer_than_a_divided_one() -> None:
    def chance(*said: str | None) -> float:
        case = Case("x", {str(n): {"author": value} for n, value in enumerate(said)}, VOTES)
        return vote(case, "author", Sheet(VOTES)).chance

    assert chance("Reger", "Reger", "Reger") > chance("Reger", "Reger", "Wagner") > chance("Wagner", "Mahler", "Liszt")
    assert chance("Reger") < chance("Reger", "Reger")
    assert chance() == 0


def told(case: Case) -> Told:
    said = tuple((reader, tuple(texts.items())) for reader, texts in case.said.items())
    return Told(case.key, layout.pack(case.pages), said, tuple(case.verified.items()))


def test_a_blank_in_the_record_is_as_sure_as_that_nothing_stands_there() -> None:
    """The page shows a blank below 0.9 with the sign "something may stand here"."""
    blank = card(33, three={"mark": None})
    doubted = card(33, three={"mark": "Zwyssig"})
    values = dict(work.judge(SCHEMA, (), [(1, told(blank)), (2, told(doubted))]))
    sure, doubt = (next(v for v in values[n] if v.field == "mark") for n in (1, 2))

    assert (sure.text, doubt.text) == (None, None)
    assert sure.confidence >= 0.9 > doubt.confidence, "one of three readers has seen something"
