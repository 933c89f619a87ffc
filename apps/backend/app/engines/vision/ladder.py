"""From one card to values: strict JSON schema, then JSON mode, then plain; each kind of bad answer has its rule.

| Cause | Rule |
|---|---|
| cut off | complete pairs are kept, the rest is asked for once more with more room |
| loop | complete pairs are kept, asked once more without schema |
| refusal, filter | asked twice more, then the card fails |
| empty, no JSON, wrong shape, schema sent back | asked once more, then once in a plainer form, then the card fails |
| the form of the request is refused | the next plainer form, and remembered |
"""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from app.core.errors import JsonValue
from app.engines.vision import salvage, shape, suspicion
from app.engines.vision.client import Answer, Request
from app.engines.vision.faults import Rejected
from app.models.record import FieldSpec, Usage

RUNGS: Final = ("schema", "json", "plain")
MOST_ASKS = 6
MORE_ROOM = 4
RAW_MOST = 64 * 1024
AGAIN: Final = {"cut_off": 1, "loop": 1, "refusal": 2, "filtered": 2}
"""How often each cause is asked again; others twice."""
MESSAGES: Final = {
    "refusal": "The model refused to read this card.",
    "filtered": "The provider's content filter stopped the answer.",
    "cut_off": "The model's answer was cut off before any value was complete.",
    "loop": "The model repeated itself without end and gave no value.",
    "empty": "The model gave an empty answer.",
    "no_values": "The model found nothing on this card, twice.",
    "no_json": "The model answered in prose instead of values.",
    "wrong_shape": "The model's answer names none of the fields.",
    "schema_echo": "The model sent back the schema instead of values.",
    "too_deep": "The model's answer is nested deeper than any record.",
    "too_long": "The model's answer is longer than any card.",
}
_REFUSES = re.compile(
    r"\b(i'?m sorry|i am sorry|i can'?t (help|assist|process|view|read)|i cannot|unable to (assist|process|view|help)"
    r"|es tut mir leid|ich kann (ihnen )?(dabei |das )?nicht)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Habits:
    """What is known of one model: how it wants to be asked. Learnt from refusals of a request's form; shared."""

    rung: int = 0
    several: bool = False
    """It understands pictures of several cards at once."""
    limit_name: str = "max_tokens"
    temperature: bool = True
    guard: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def learn(self, about: str, rung: int) -> bool:
        """Take note of what a provider does not accept; False when nothing can be left out."""
        with self.guard:
            if about == "images" and self.several:
                self.several = False
                return True
            if about == "temperature" and self.temperature:
                self.temperature = False
                return True
            if about == "max_tokens" and self.limit_name:
                self.limit_name = "" if self.limit_name == "max_completion_tokens" else "max_completion_tokens"
                return True
        return about in ("format", "") and rung < len(RUNGS) - 1

    def settle(self, rung: int) -> None:
        with self.guard:
            self.rung = max(self.rung, rung)


class NoValues(Exception):
    """No answer gave a value. ``cause`` names why."""

    def __init__(self, cause: str) -> None:
        super().__init__(MESSAGES[cause])
        self.cause = cause


@dataclass(slots=True)
class Tally:
    """What a card has cost so far, and what was said; kept when the card fails."""

    usage: Usage = field(default_factory=Usage)
    said: list[str] = field(default_factory=list)

    def add(self, answer: Answer, price: tuple[float, float] | None) -> None:
        cost = answer.cost
        if cost is None and price is not None:
            cost = (answer.prompt_tokens * price[0] + answer.completion_tokens * price[1]) / 1e6
        known = self.usage.cost
        self.usage = replace(
            self.usage,
            prompt_tokens=self.usage.prompt_tokens + answer.prompt_tokens,
            completion_tokens=self.usage.completion_tokens + answer.completion_tokens,
            cost=known if cost is None else (known or 0.0) + cost,
        )
        self.said.append(answer.content or answer.reasoning or answer.refusal)

    def sent(self) -> None:
        self.usage = replace(self.usage, calls=self.usage.calls + 1)

    @property
    def raw(self) -> str:
        """All answers, the last one first, up to the limit."""
        return "\n⁂\n".join(reversed(self.said))[:RAW_MOST]


@dataclass(frozen=True, slots=True)
class Judged:
    """One answer: the values that it names, and what is wrong with it, if anything."""

    values: dict[str, str | None]
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    values: dict[str, str | None]
    flags: tuple[str, ...]


def judge(answer: Answer, schema: Sequence[FieldSpec]) -> Judged:
    """Values and fault of an answer; never both empty."""
    text = answer.content
    found, cause = _values(text, schema)
    if not found.says and answer.reasoning:
        inner, inner_cause = _values(answer.reasoning, schema)
        if inner.says:
            found, cause, text = inner, inner_cause, answer.reasoning
    if cause in ("too_deep", "too_long"):
        return Judged(found.values, cause)
    if suspicion.is_loop(text) and (cause or answer.finish == "length" or suspicion.repeats(text)):
        return Judged(found.values, "loop")
    if answer.finish == "length" and cause:
        return Judged(found.values, "cut_off")
    if found.says:
        return Judged(found.values, cause)
    if answer.finish == "content_filter" and not answer.refusal:
        return Judged({}, "filtered")
    if answer.refusal or (cause == "no_json" and _REFUSES.search(text[:500])):
        return Judged({}, "refusal")
    return Judged({}, cause or "no_values")


def _values(text: str, schema: Sequence[FieldSpec]) -> tuple[shape.Fitted, str]:
    if not text.strip():
        return shape.Fitted({}), "empty"
    if len(text) > salvage.LONGEST:
        return shape.Fitted({}), "too_long"
    try:
        found = salvage.objects(text)
    except salvage.TooDeep:
        return shape.Fitted({}), "too_deep"
    if not found.nodes:
        return shape.Fitted({}), "no_json"
    fitted = shape.fit(found, schema)
    if fitted.echo:
        return fitted, "schema_echo"
    if found.cut and len(fitted.values) < len(schema):
        return fitted, "cut_off"
    if not fitted.values:
        return fitted, "wrong_shape"
    return fitted, "too_long" if fitted.too_long else ""


class Ladder:
    """One card's way to its values."""

    def __init__(
        self,
        ask: Callable[[Request], Answer],
        request: Request,
        habits: Habits,
        schema: Sequence[FieldSpec],
        *,
        text_for: Callable[[Sequence[FieldSpec]], str],
        schema_for: Callable[[Sequence[FieldSpec]], dict[str, JsonValue]],
        max_tokens: int,
    ) -> None:
        self._ask = ask
        self._request = request
        self._habits = habits
        self._schema = schema
        self._text_for = text_for
        self._schema_for = schema_for
        self._room = max_tokens
        self._wanted: Sequence[FieldSpec] = schema
        self._rung = habits.rung
        self._values: dict[str, str | None] = {}
        self._causes: Counter[str] = Counter()

    def climb(self) -> Outcome:
        """The card's values. Raises ``NoValues``, or the gateway's ``Fault``."""
        for _ in range(MOST_ASKS):
            judged = judge(self._answer(), self._wanted)
            for name, text in judged.values.items():
                if self._values.get(name) is None:
                    self._values[name] = text
            if not judged.cause:
                return self._outcome("")
            self._causes[judged.cause] += 1
            if not self._go_on(judged.cause):
                break
        cause = judged.cause
        if any(self._values.values()):
            return self._outcome(cause)
        raise NoValues(self._causes.most_common(1)[0][0])

    def _outcome(self, cause: str) -> Outcome:
        flags = [] if not cause or len(self._values) == len(self._schema) else ["incomplete"]
        if self._causes["loop"]:
            flags.append("repeats")
        return Outcome(dict(self._values), tuple(flags))

    def _go_on(self, cause: str) -> bool:
        """Prepare the next ask; False when there is none."""
        count = self._causes[cause]
        if count > AGAIN.get(cause, 2) or (cause == "no_values" and count > 1):
            return False
        if cause == "loop":
            self._rung = len(RUNGS) - 1
        elif cause == "cut_off":
            self._room *= MORE_ROOM
        elif count > 1:
            self._rung = min(self._rung + 1, len(RUNGS) - 1)
        if cause in ("cut_off", "loop"):
            missing = [field for field in self._schema if field.name not in self._values]
            self._wanted = missing or self._schema
            return bool(missing)
        return True

    def _answer(self) -> Answer:
        while True:
            try:
                answer = self._ask(self._made())
            except Rejected as fault:
                if not self._habits.learn(fault.about, self._rung):
                    raise
                if fault.about in ("format", ""):
                    self._rung += 1
            else:
                if not self._causes:
                    self._habits.settle(self._rung)
                return answer

    def _made(self) -> Request:
        extra: dict[str, JsonValue] = {}
        if self._habits.limit_name:
            extra[self._habits.limit_name] = self._room
        if self._habits.temperature:
            extra["temperature"] = 0
        more = self._request.more if self._habits.several else ()
        text = self._text_for(self._wanted)
        return replace(self._request, text=text, format=self._format(), extra=extra, more=more)

    def _format(self) -> dict[str, JsonValue] | None:
        match RUNGS[self._rung]:
            case "schema":
                schema = self._schema_for(self._wanted)
                return {"type": "json_schema", "json_schema": {"name": "card", "strict": True, "schema": schema}}
            case "json":
                return {"type": "json_object"}
        return None
