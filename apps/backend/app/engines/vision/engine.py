"""A vision model as a reader: prompt, call, answer, evidence. Scans go to the provider, nothing else does."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from app.core.errors import JsonValue
from app.engines.base import (
    Cancelled,
    CancelToken,
    Card,
    Engine,
    EngineDown,
    EngineError,
    UnreadableAnswer,
    UnreadableCard,
)
from app.engines.vision import examples, images, network, prompt, suspicion
from app.engines.vision.client import Answer, Client, Request
from app.engines.vision.evidence import Words
from app.engines.vision.examples import Example, ExampleSource, Pool
from app.engines.vision.faults import Down, Fault
from app.engines.vision.gateway import Gateway
from app.engines.vision.images import PictureSource
from app.engines.vision.ladder import Habits, Ladder, NoValues, Outcome, Tally
from app.engines.vision.prompt import Prompt
from app.engines.vision.providers import Provider
from app.engines.vision.sight import Look, Sight
from app.models.enums import FieldType, Source
from app.models.record import FieldSpec, Page, Reading, Value

GUESSED_TOKENS = 2500
"""What a call is taken to use of a minute's tokens before any was made."""
CERTAINTY = {"found": 0.9, "unchecked": 0.75, "not_found": 0.45, "blank": 0.8, "not_allowed": 0.3}
"""A prior for one model alone, by whether its value stands on the card; several readers know better."""
BLIND = "The model's values are not on the cards: it does not seem to see the scans. Choose another model."


class WordSource(Protocol):
    """The built-in recogniser."""

    def words(self, card: Card, cancel: CancelToken) -> tuple[Page, ...]:
        """All words of a card. Raises ``EngineError``."""
        ...


@dataclass(frozen=True, slots=True)
class Tools:
    """What every run of one provider shares."""

    provider: Provider
    client: Client
    gateway: Gateway
    pictures: PictureSource
    words: WordSource | None = None
    examples: ExampleSource | None = None
    habits: dict[str, Habits] = field(default_factory=dict)
    prices: dict[str, tuple[float, float]] = field(default_factory=dict)


class VisionEngine:
    """One model of one provider. Serves many threads; ``adjusted`` gives each run an engine of its own."""

    def __init__(self, name: str, model: str, tools: Tools, options: Mapping[str, JsonValue] | None = None) -> None:
        self.name = name
        self.model = model
        self.tools = tools
        wanted = options or {}
        template = wanted.get("prompt")
        self._template = template if isinstance(template, str) else ""
        language = wanted.get("language")
        self._language = language if isinstance(language, str) else ""
        self._hint = wanted.get("hint") is True
        self._examples = examples.wanted(wanted.get("examples")) if tools.examples else 0
        self._pools: dict[str, Pool] = {}
        self._guard = threading.Lock()
        self._recognise = wanted.get("evidence") != "stored"
        self._sight = Sight()
        self._down: Down | None = None
        self._prompts: Callable[[tuple[FieldSpec, ...]], Prompt] = lru_cache(64)(self._build)

    @property
    def places(self) -> int:
        """Twice as many cards as calls: the next ones' pictures are made while others are read. The gateway bounds
        the calls."""
        return 2 * self.tools.provider.settings.calls

    @property
    def seconds_per_card(self) -> float:
        """Each call ends by itself; a card may need several."""
        return self.tools.provider.settings.deadline * 12

    def adjusted(self, model: str | None, options: Mapping[str, JsonValue]) -> Engine:
        chosen = model or self.model
        if not chosen:
            raise EngineDown("No model is chosen. Choose one in the set-up, then start.", "no_model")
        allowed = self.tools.provider.settings.models
        if allowed and chosen not in allowed:
            message = f"The model {chosen!r} is not allowed here. Choose another in the set-up."
            raise EngineDown(message, "model_not_allowed")
        self.tools.gateway.trusted()
        return VisionEngine(self.name, chosen, self.tools, options)

    def read(self, card: Card, cancel: CancelToken) -> Reading:
        """See ``Engine.read``. A failure carries what it has cost and what the model said."""
        started = time.perf_counter()
        tally = Tally()
        try:
            outcome, version, pages = self._read(card, cancel, tally)
        except (Fault, NoValues, network.Stopped, EngineError) as error:
            failure = self._failure(error)
            failure.usage, failure.raw = tally.usage, self._redacted(tally.raw) or None
            raise failure from None
        words = Words(pages)
        said = {name: self._redacted(text or "") for name, text in outcome.values.items()}
        values = tuple(_value(spec, said.get(spec.name), words) for spec in card.schema)
        self._look(card.schema, values, words)
        return Reading(
            values=values,
            text="\n".join(line.text for page in pages for line in page.lines),
            engine=self.name,
            model=self.model,
            duration=time.perf_counter() - started,
            pages=pages,
            raw=self._redacted(tally.raw),
            usage=tally.usage,
            prompt=version,
            flags=(*_flags(outcome, values, pages), *(("left_machine",) if self.tools.provider.leaves_machine else ())),
        )

    def close(self) -> None:
        """Give back the connections."""
        self.tools.client.close()

    def _read(self, card: Card, cancel: CancelToken, tally: Tally) -> tuple[Outcome, str, tuple[Page, ...]]:
        """Values, the version of the prompt, and the card's words."""
        asked = self._prompts(card.schema)
        pages = self._pages(card, cancel) if self._hint or self._examples else card.words
        seen = "\n".join(line.text for page in pages for line in page.lines)
        near = self._near(card, seen)
        habits = self.tools.habits.setdefault(self.model, Habits())
        request = self._request(card, near, habits)

        def text_for(fields: Sequence[FieldSpec]) -> str:
            text = prompt.with_hint(self._prompts(tuple(fields)), seen if self._hint else "")
            scans = habits.several and bool(request.more)
            return prompt.with_examples(text, examples.told(near, fields), images=scans)

        ladder = Ladder(
            lambda each: self._ask(each, cancel, tally),
            request,
            habits,
            card.schema,
            text_for=text_for,
            schema_for=lambda fields: self._prompts(tuple(fields)).schema,
            max_tokens=self.tools.provider.settings.max_tokens,
        )
        outcome = ladder.climb()
        version = examples.version(
            prompt.marked(asked.version, hint=self._hint), near, images=habits.several and bool(request.more)
        )
        return outcome, version, pages or self._pages(card, cancel)

    def _near(self, card: Card, seen: str) -> tuple[Example, ...]:
        """Examples for this card, from what was verified when the run's first card was read."""
        source = self.tools.examples
        if not self._examples or source is None:
            return ()
        with self._guard:
            if card.batch not in self._pools:
                self._pools[card.batch] = Pool(source.verified(card.batch, card.schema))
        return self._pools[card.batch].nearest(card, seen, self._examples)

    def _request(self, card: Card, near: Sequence[Example], habits: Habits) -> Request:
        """The card's scans; behind them those of the examples, where the model takes several."""
        settings = self.tools.provider.settings
        urls = images.data_urls(self.tools.pictures, card.images, settings.long_side)
        more: list[tuple[str, str]] = []
        for number, one in enumerate(near if habits.several else (), 1):
            with contextlib.suppress(UnreadableCard):  # its text is told all the same
                long_side = min(settings.long_side, examples.LONG_SIDE)
                more += [(f"Example {number}", url) for url in self._scans(one, long_side)]
        return Request(model=self.model, text="", images=urls, more=tuple(more))

    def _scans(self, example: Example, long_side: int) -> tuple[str, ...]:
        return images.data_urls(self.tools.pictures, example.images[:1], long_side)

    def _build(self, fields: tuple[FieldSpec, ...]) -> Prompt:
        try:
            return prompt.build(fields, self._template, self._language)
        except ValueError as error:
            raise EngineDown(f"The prompt cannot be used: {error}.", "bad_prompt") from None

    def _ask(self, request: Request, cancel: CancelToken, tally: Tally) -> Answer:
        def once() -> Answer:
            if self._down is not None:
                raise self._down
            tally.sent()
            return self.tools.client.ask(request, cancel.is_set)

        gateway = self.tools.gateway
        try:
            answer = gateway.call(once, cancel, tokens=GUESSED_TOKENS)
        except Down as down:
            self._down = down
            raise
        tally.add(answer, None if answer.cost is not None else self._price())
        gateway.spent(answer.prompt_tokens + answer.completion_tokens)
        return answer

    def _price(self) -> tuple[float, float] | None:
        """By setting, else from the provider's list, which is asked for once."""
        known = self.tools.provider.settings.prices.get(self.model)
        if known is None and not self.tools.prices:
            self.tools.prices[""] = (0.0, 0.0)  # asked, whatever comes of it
            with contextlib.suppress(Fault, network.Stopped):
                self.tools.prices.update({each.id: each.prices for each in self.tools.client.models() if each.prices})
        return known or self.tools.prices.get(self.model)

    def _pages(self, card: Card, cancel: CancelToken) -> tuple[Page, ...]:
        """The card's words: of an earlier reading, else recognised now if this batch wants that."""
        if card.words or self.tools.words is None or not self._recognise:
            return card.words
        try:
            return self.tools.words.words(card, cancel)
        except Cancelled:
            raise
        except EngineError:
            return ()  # the model has read the card; without words there is no evidence, that is all

    def _look(self, schema: Sequence[FieldSpec], values: Sequence[Value], words: Words) -> None:
        kinds = {spec.name: spec.type for spec in schema}
        checked = [v for v in values if v.text and kinds[v.field] is not FieldType.ENUM]
        look = Look(len(checked), sum(1 for v in checked if v.evidence), words.count, words.score)
        if self._sight.is_blind(look):
            raise EngineDown(BLIND, "blind")

    def _failure(self, error: Exception) -> EngineError:
        match error:
            case EngineError():
                return error
            case network.Stopped():
                return Cancelled("The batch was stopped while the model was reading this card.")
            case Down():
                return EngineDown(str(error), error.cause)
            case Fault() | NoValues():
                return UnreadableAnswer(str(error), error.cause)
        raise error

    def _redacted(self, text: str) -> str:
        """Without the key: some servers send back what they were sent."""
        key = self.tools.provider.settings.key.get_secret_value()
        return text.replace(key, "[key]") if len(key) >= 8 else text


def _value(spec: FieldSpec, text: str | None, words: Words) -> Value:
    if not text:
        return Value(spec.name, None, CERTAINTY["blank"])
    if spec.type is FieldType.ENUM:
        allowed = next((v for v in spec.values if v.casefold() == text.casefold()), None)
        certainty = CERTAINTY["unchecked" if allowed else "not_allowed"]
        return Value(spec.name, allowed or text, certainty, words.find(text), Source.MODEL)
    evidence = words.find(text)
    state = "found" if evidence else "not_found" if words.count else "unchecked"
    return Value(spec.name, text, CERTAINTY[state], evidence, Source.MODEL)


def _flags(outcome: Outcome, values: Sequence[Value], pages: Sequence[Page]) -> tuple[str, ...]:
    texts = [value.text for value in values if value.text]
    texts += ["\n".join(line.text for line in page.lines) for page in pages]
    return (*outcome.flags, "suspicious") if suspicion.instructs(texts) else outcome.flags
