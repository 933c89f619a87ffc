"""What some verified cards teach: a tagger, normalisers, what values look like, words that decide closed fields."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from app.engines.local import kinds, layout
from app.engines.local.fields import RuleExtractor
from app.engines.local.learned import align, candidates, choices, features, normalisers, tagger
from app.engines.local.learned import pieces as cards
from app.engines.local.learned.align import Found, Span
from app.engines.local.learned.candidates import Candidate, Cell, Known
from app.engines.local.learned.choices import Stump
from app.engines.local.learned.normalisers import Normaliser, Pair, Spelling
from app.engines.local.learned.pieces import Piece
from app.engines.local.learned.tagger import Tagged, Tagger
from app.models.enums import FieldType
from app.models.record import FieldSpec, Page, Value

RIGHT = 92.0
PARAGRAPH = 1.5
"""A row further below the one above (in usual distances) begins a paragraph."""


@dataclass(frozen=True, slots=True)
class Example:
    """A card with what people verified. ``guessed``: what a machine says of the fields nobody has looked at."""

    key: str
    pages: tuple[Page, ...]
    values: Mapping[str, str | None]
    guessed: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(slots=True)
class Prepared:
    """A card as all the steps need it; made once. ``places``: per field and line, where its value may stand."""

    pieces: list[Piece]
    words: frozenset[str]
    rules: tuple[Value, ...]
    features: list[list[str]]
    values: Mapping[str, str | None]
    places: dict[int, list[list[Found]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Learned from some cards; asked about others."""

    tagger: bytes
    normalisers: tuple[Normaliser, ...]
    known: tuple[Known, ...]
    stumps: Mapping[int, Stump]


def prepare(pages: Sequence[Page], schema: Sequence[FieldSpec], rules: tuple[Value, ...] | None = None) -> Prepared:
    """A card nobody has verified. ``rules``: what they found, where it is known already."""
    sheets = layout.sheets(pages)
    found = cards.of_sheets(sheets)
    rules = rules if rules is not None else RuleExtractor().of_sheets(sheets, schema)
    seen = features.by_rules(found, rules)
    words = choices.words_of([piece.text for piece in found])
    return Prepared(found, words, rules, features.of_card(found, seen), {})


def prepare_example(example: Example, schema: Sequence[FieldSpec]) -> Prepared:
    """A verified card, its values found on it."""
    made = prepare(example.pages, schema)
    made.values = example.values
    spelled = align.Spelling(made.pieces)
    for number, spec in enumerate(schema):
        value = example.values[spec.name] if spec.name in example.values else example.guessed.get(spec.name)
        if value and spec.type is not FieldType.ENUM:
            made.places[number] = _likeliest_first(align.places(spelled, spec, value), made, number)
    return made


def _likeliest_first(lines: list[list[Found]], made: Prepared, number: int) -> list[list[Found]]:
    """Among equal places, the one where the rules saw this field."""
    seen = features.by_rules(made.pieces, [v if n == number else _NOWHERE for n, v in enumerate(made.rules)])

    def liked(found: Found) -> tuple[float, int]:
        return -found.likeness, -sum(mark != features.NOTHING for mark in seen[found.span[0] : found.span[1]])

    return [sorted(line, key=liked) for line in lines]


_NOWHERE = Value("", None, 0.0)


def resolve(made: Prepared, proposed: Sequence[Sequence[Tagged]]) -> None:
    """Put the place first that a tagger prefers which never saw this card."""
    for number, lines in made.places.items():
        liked = {n: t.chance for t in reversed(proposed[number]) for n in range(*t.span)}
        for line in lines:
            if len(line) > 1:
                line.sort(key=lambda f: -sum(liked.get(n, 0.0) for n in range(*f.span)) / (f.span[1] - f.span[0]))


def spans_of(made: Prepared) -> list[tuple[int, Span]]:
    """One place for every line of every value, the longest first, none over another; touching ones are one."""
    wanted = [(number, line) for number, lines in made.places.items() for line in lines]
    wanted.sort(key=lambda one: one[1][0].span[0] - one[1][0].span[1])
    taken: set[int] = set()
    chosen: list[tuple[int, Span]] = []
    for number, line in wanted:
        for found in line:
            own = set(range(*found.span))
            if not own & taken:
                taken |= own
                chosen.append((number, found.span))
                break
    return _touching(sorted(chosen, key=lambda one: one[1]))


def _touching(chosen: Sequence[tuple[int, Span]]) -> list[tuple[int, Span]]:
    merged: list[tuple[int, Span]] = []
    for number, span in chosen:
        if merged and merged[-1][0] == number and merged[-1][1][1] == span[0]:
            merged[-1] = (number, (merged[-1][1][0], span[1]))
        else:
            merged.append((number, span))
    return merged


def gather(schema: Sequence[FieldSpec], learned_from: Sequence[Prepared]) -> Knowledge:
    """Train on these cards."""
    pairs: dict[str, list[Pair]] = {}
    rows = []
    for made in learned_from:
        spans = spans_of(made)
        rows.append((made.features, tagger.labels(len(made.pieces), spans)))
        for number, spec in enumerate(schema):
            value = made.values.get(spec.name)
            own = [span for n, span in spans if n == number]
            if value and "\n" not in value and len(own) == 1:
                pairs.setdefault(spec.name, []).append(_pair(made.pieces, own[0], value))
    known, stumps = [], {}
    for number, spec in enumerate(schema):
        judged = [
            (made.rules[number].text, made.values[spec.name]) for made in learned_from if spec.name in made.values
        ]
        wanted = [(rule, truth) for rule, truth in judged if rule or truth]
        right = sum(bool(rule and truth and fuzz.ratio(rule, truth) >= RIGHT) for rule, truth in wanted)
        known.append(candidates.known_of([truth for _, truth in judged], right, len(wanted)))
        if spec.type is FieldType.ENUM and judged:
            stumps[number] = choices.learn(
                [(m.words, m.values[spec.name]) for m in learned_from if spec.name in m.values]
            )
    return Knowledge(tagger.train(rows), tuple(normalisers.learn(schema, pairs)), tuple(known), stumps)


def _pair(pieces: Sequence[Piece], span: Span, value: str) -> Pair:
    """What stands on the card, the mark right behind it, and what a person made of it."""
    behind = pieces[span[1]] if span[1] < len(pieces) else None
    mark = behind.text if behind is not None and behind.glued and not behind.broken else ""
    return Pair(cards.joined(pieces[slice(*span)]), mark if not mark.isalnum() else "", value)


class Asker:
    """Asks what was learned about cards. Not for two threads at once."""

    def __init__(self, schema: Sequence[FieldSpec], knowledge: Knowledge, off: Collection[str] = ()) -> None:
        self.schema = schema
        self.knowledge = knowledge
        self._tagger = Tagger(knowledge.tagger)
        self._spelling = Spelling(knowledge.normalisers, off)

    def tag(self, made: Prepared) -> list[list[Tagged]]:
        return self._tagger.tag(made.features, len(self.schema))

    def candidates(self, made: Prepared) -> list[list[Candidate]]:
        """Per field, what may stand there."""
        tagged = self.tag(made)
        return [self._cell(made, number, tagged[number]).candidates() for number in range(len(self.schema))]

    def _cell(self, made: Prepared, number: int, tagged: Sequence[Tagged]) -> Cell:
        spec, known, rule = self.schema[number], self.knowledge.known[number], made.rules[number]
        if number in self.knowledge.stumps:
            spans = _of_stump(self.knowledge.stumps[number], made, number)
        else:
            spans = [(t, self._text(spec, known, own), own) for t, own in _parts(made, known, tagged)]
        rule_text = self._spelling.apply(spec, rule.text) if rule.text else None
        return Cell(number, len(self.schema), known, rule, rule_text, spans)

    def _text(self, spec: FieldSpec, known: Known, own: Sequence[Piece]) -> str:
        text = _typed(spec, _in_lines(own, known))
        return self._spelling.apply(spec, text) if text else ""


def _parts(made: Prepared, known: Known, tagged: Sequence[Tagged]) -> list[tuple[Tagged, list[Piece]]]:
    """Each span's pieces; where values have several lines, all spans on the best path are one value."""
    path = sorted((t for t in tagged if t.chosen), key=lambda t: t.span)
    if known.newline and len(path) > 1:
        best = max(path, key=lambda t: t.chance)
        whole = [piece for t in path for piece in made.pieces[slice(*t.span)]]
        return [(best, whole)]
    return [(t, made.pieces[slice(*t.span)]) for t in tagged]


def _in_lines(own: Sequence[Piece], known: Known) -> str:
    if not known.newline:
        return cards.joined(own)
    lines: list[list[Piece]] = []
    for piece in own:
        if lines and cards.same_row(lines[-1][-1], piece):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    text = ""
    for line in lines:
        wide = known.paragraph and line[0].gap > PARAGRAPH
        text += ("\n\n" if wide else "\n") * bool(text) + cards.joined(line)
    return text


def _typed(spec: FieldSpec, text: str) -> str:
    """In the form of the field's type, or as it stands."""
    match spec.type:
        case FieldType.DATE:
            found = kinds.iso_date(text)
            return found[0] if found else text
        case FieldType.YEAR:
            return kinds.year(text) or text
        case FieldType.NUMBER:
            return kinds.number(text) or text
        case _:
            return text


def _of_stump(stump: Stump, made: Prepared, number: int) -> list[tuple[Tagged, str, Sequence[Piece]]]:
    value = stump.decide(made.words)
    if value is None:
        return []
    sure = stump.chance
    return [(Tagged(number, (0, 0), sure, sure, sure, sure, 1 - sure, chosen=True), value, ())]
