"""Pieces, alignment, normalisers and what certainty is worth: each part alone."""

from __future__ import annotations

import pytest
import words

from app.engines.local.learned import align, choices, knowledge, normalisers, reliability
from app.engines.local.learned import pieces as cards
from app.engines.local.learned.align import Spelling
from app.engines.local.learned.knowledge import Example
from app.engines.local.learned.normalisers import Pair
from app.models.enums import FieldType
from app.models.record import Box, FieldSpec, Line, Page, Word

TITLE = FieldSpec("Titel")


def page(*lines: str) -> tuple[Page, ...]:
    """Words of equal letters, one line below the other."""
    made = []
    for n, text in enumerate(lines):
        top, left, found = 0.1 + 0.08 * n, 0.05, []
        for word in text.split(" "):
            found.append(Word(word, (left, top, 0.012 * len(word), 0.04), 0.95))
            left += 0.012 * (len(word) + 1)
        box: Box = (0.05, top, left - 0.062, 0.04)
        made.append(Line(text, box, 0.95, tuple(found)))
    return (Page(0, 1000, 600, tuple(made)),)


def test_a_card_is_cut_into_figures_letters_and_marks() -> None:
    found = cards.of_pages(page("Paris 1933: in-8°, 63S."))

    assert [p.text for p in found] == ["Paris", "1933", ":", "in", "-", "8", "°", ",", "63", "S", "."]
    assert cards.joined(found) == "Paris 1933: in-8°, 63S."


def test_a_word_divided_at_a_lines_end_is_one_word_with_a_box_on_each_line() -> None:
    found = cards.of_pages(page("Die Krank-", "heiten der Kinder"))

    assert cards.joined(found) == "Die Krankheiten der Kinder"
    assert len(cards.evidence(found)) == 2


@pytest.mark.parametrize(
    ("value", "stands"),
    [
        ("Krankheiten der Kinder", "Krankheiten der Kinder"),
        ("Krankheitan der Kinder", "Krankheiten der Kinder"),
        ("Die", "Die"),
        ("gar nicht hier", None),
        ("8°", "8o"),
    ],
)
def test_a_verified_value_is_found_on_its_card(value: str, stands: str | None) -> None:
    found = cards.of_pages(page("Die Krank-", "heiten der Kinder", "12 S. 8o"))
    lines = align.places(Spelling(found), TITLE, value)

    assert [cards.joined(found[slice(*line[0].span)]) for line in lines] == ([stands] if stands else [])


def test_a_date_is_found_however_it_is_written() -> None:
    found = cards.of_pages(page("Zürich, den 12. November 1942 eingegangen"))
    lines = align.places(Spelling(found), FieldSpec("d", FieldType.DATE), "1942-11-12")

    assert cards.joined(found[slice(*lines[0][0].span)]) == "12. November 1942"


def test_values_of_several_lines_keep_their_places() -> None:
    made = knowledge.prepare_example(
        Example("a", page("Alpha Beta", "Gamma Delta"), {"Titel": "Alpha\nDelta"}), [TITLE]
    )

    assert [cards.joined(made.pieces[slice(*span)]) for _, span in knowledge.spans_of(made)] == ["Alpha", "Delta"]


def test_spellings_are_learned_in_words_and_can_be_switched_off() -> None:
    shelf = FieldSpec("Signatur")
    pairs = [Pair(f"U{n}.{n}00", ".", f"U {n}. {n}00") for n in range(31, 37)]
    rules = normalisers.learn([shelf], {"Signatur": pairs})

    assert {rule.kind for rule in rules} == {"drop_end", "spacing"}
    assert normalisers.Spelling(rules).apply(shelf, "U34.6645") == "U 34. 6645"
    assert normalisers.Spelling(rules, [rule.key for rule in rules]).apply(shelf, "U34.6645") == "U34.6645"
    assert any(rule.says == "“.” at the end is dropped." for rule in rules)


def test_capitals_are_only_folded_when_people_never_write_them() -> None:
    name = FieldSpec("Name")
    loud = [Pair("SCHUBERT", "", "Schubert"), Pair("MÜLLER-THURGAU", "", "Müller-Thurgau")]

    assert normalisers.Spelling(normalisers.learn([name], {"Name": loud})).apply(name, "WAGNER") == "Wagner"
    kept = [*loud, Pair("BRAHMS", "", "BRAHMS")]
    assert normalisers.Spelling(normalisers.learn([name], {"Name": kept})).apply(name, "WAGNER") == "WAGNER"


def test_a_closed_field_is_decided_by_the_word_that_tells() -> None:
    seen = [(frozenset({"diss", str(n)}), "Dissertation") for n in range(4)]
    seen += [(frozenset({"s.", str(n)}), "Verweis") for n in range(4, 7)]

    stump = choices.learn(seen)

    assert stump.decide(frozenset({"diss"})) == "Dissertation"
    assert stump.decide(frozenset({"s."})) == "Verweis"


def test_the_calibration_error_is_the_distance_from_what_was_right() -> None:
    assert reliability.error([(0.95, True)] * 19 + [(0.95, False)]) == pytest.approx(0.0)
    assert reliability.error([(0.95, False)] * 10) == pytest.approx(0.95)
    assert reliability.error([]) is None


def test_a_threshold_is_the_lowest_that_reached_the_precision() -> None:
    judged = [(0.9, True)] * 30 + [(0.6, True)] * 10 + [(0.5, False)] * 10

    assert reliability.threshold_for(judged, 0.95) == 0.6
    assert reliability.threshold_for(judged[:10], 0.95) is None, "ten values prove nothing"
    assert reliability.threshold_for([(0.9, False)] * 40, 0.95) is None


def test_a_model_survives_storing() -> None:
    from app.engines.local.learned import model, training

    fields, truth = words.nameless()
    schema = [FieldSpec(name) for name in fields]
    names = sorted(truth)
    trained = training.train(schema, [Example(n, words.pages(n), truth[n]) for n in names[:4]])
    made = model.of(schema, trained)
    again = model.unpack(model.pack(made))

    for name in names[4:6]:
        before, after = (model.LearnedExtractor(m).extract(words.pages(name), schema) for m in (made, again))
        assert before == after
        assert any(value.text and value.evidence for value in before)


def test_a_value_of_the_rules_says_so_where_they_lead() -> None:
    from app.engines.local.fields import RuleExtractor
    from app.engines.local.learned import model, training

    truth = words.truth()
    names = sorted(truth)
    schema = [FieldSpec(name) for name in truth[names[0]] if name != "type"]
    trained = training.train(schema, [Example(n, words.pages(n), truth[n]) for n in names[:6]])
    extractor = model.LearnedExtractor(model.of(schema, trained))
    led = [spec.name for n, spec in enumerate(schema) if n not in trained.judge.leads]

    assert led, "the rules know these fields"
    for name in names[6:]:
        by_rules = {v.field: v for v in RuleExtractor().extract(words.pages(name), schema)}
        found = {v.field: v for v in extractor.extract(words.pages(name), schema)}
        assert all(found[f].source is by_rules[f].source for f in led if by_rules[f].text)
