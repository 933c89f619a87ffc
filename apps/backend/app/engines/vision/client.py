"""One call through the ``openai`` SDK: a request out, an ``Answer`` or a ``Fault`` back."""

from __future__ import annotations

import contextlib
import email.utils
import json
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx2

from app.core.errors import JsonValue
from app.engines.vision import network
from app.engines.vision.faults import Down, Fault, Refusal, Rejected, Transient, of_status
from app.engines.vision.network import NotAllowed, Stopped, TooLate, TooMuch, Wire
from app.engines.vision.providers import Provider

BODY_MOST = 10 * 2**20
MODELS_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Request:
    """``format``: the value of ``response_format``, if any. ``images``: data URLs, front first.

    ``more``: further pictures behind them, each with a line that says what it is.
    """

    model: str
    text: str
    images: tuple[str, ...]
    format: dict[str, JsonValue] | None = None
    max_tokens: int | None = None
    extra: dict[str, JsonValue] = field(default_factory=dict)
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model said. ``content`` and ``reasoning`` as sent; ``cost`` in US$ when the provider says so."""

    content: str
    reasoning: str = ""
    refusal: str = ""
    finish: str = ""
    model: str = ""
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A model of the provider's list. ``prices``: US$ per million prompt and completion tokens."""

    id: str
    images: bool | None = None
    prices: tuple[float, float] | None = None


class Client:
    """Speaks to one provider. Serves many threads."""

    def __init__(self, provider: Provider) -> None:
        import openai  # here, since it takes half a second that nobody shall wait for who has no such model

        self._provider = provider
        calls = provider.settings.calls
        wire = Wire(provider.origin, connections=calls + 4, most=BODY_MOST)
        self._http = httpx2.Client(transport=wire, trust_env=False, follow_redirects=False, timeout=None)
        self._sdk = openai.OpenAI(
            base_url=provider.settings.base_url,
            api_key=provider.settings.key.get_secret_value() or "none",
            organization="",
            project="",
            webhook_secret="",
            max_retries=0,
            http_client=self._http,
        )

    def ask(self, request: Request, stopped: Callable[[], bool]) -> Answer:
        """Raises ``Fault``; ``network.Stopped`` soon after ``stopped()``."""
        parts: list[JsonValue] = [_text_part(request.text), *map(_image_part, request.images)]
        for label, url in request.more:
            parts += [_text_part(label), _image_part(url)]
        body: dict[str, JsonValue] = {"model": request.model, "messages": [{"role": "user", "content": parts}]}
        if request.format is not None:
            body["response_format"] = request.format
        body.update(request.extra)
        raw = self._send(lambda: self._post(body), self._provider.settings.deadline, stopped)
        return read_answer(raw)

    def models(self, stopped: Callable[[], bool] = lambda: False) -> list[Listed]:
        """The models that the server lists. Raises ``Fault``."""
        raw = self._send(lambda: self._sdk.get("/models", cast_to=httpx2.Response).content, MODELS_SECONDS, stopped)
        try:
            data = json.loads(raw)
            rows = data["data"] if isinstance(data, dict) else data
            return [found for row in rows if (found := _listed(row)) is not None]
        except (ValueError, KeyError, TypeError, RecursionError):
            raise Transient("The provider's list of models cannot be understood.", "not_json") from None

    def close(self) -> None:
        self._http.close()

    def _post(self, body: dict[str, JsonValue]) -> bytes:
        return self._sdk.post("/chat/completions", cast_to=httpx2.Response, body=body).content

    def _send(self, send: Callable[[], bytes], seconds: float, stopped: Callable[[], bool]) -> bytes:
        import openai

        try:
            with network.patience(seconds, stopped):
                return send()
        except openai.APIStatusError as error:
            raise _of_response(error.response) from None
        except openai.APIConnectionError as error:
            raise _of_trouble(error.__cause__ or error, seconds) from None
        except (openai.OpenAIError, httpx2.HTTPError, Stopped, TooLate, TooMuch, NotAllowed) as error:
            raise _of_trouble(error, seconds) from None


def _text_part(text: str) -> JsonValue:
    return {"type": "text", "text": text}


def _image_part(url: str) -> JsonValue:
    return {"type": "image_url", "image_url": {"url": url}}


def _of_trouble(error: BaseException, seconds: float) -> Exception:
    seen: BaseException | None = error
    while seen is not None:
        match seen:
            case Stopped():
                return Stopped()
            case TooLate():
                return Transient(f"The provider did not answer within {seconds:.0f} seconds.", "timeout")
            case TooMuch():
                return Transient(f"The provider's answer is larger than {BODY_MOST // 2**20} MB.", "too_large")
            case NotAllowed():
                return Down("The provider's name leads to an address that is not allowed here.", "address_refused")
        seen = seen.__cause__ or seen.__context__
    return Transient("The connection to the provider broke.", "connection")


def _of_response(response: httpx2.Response) -> Fault:
    try:
        text = response.text
    except (httpx2.HTTPError, Stopped, TooLate, TooMuch, UnicodeError):
        text = ""
    return of_status(Refusal(response.status_code, text, retry_after(response.headers)))


def retry_after(headers: httpx2.Headers) -> float | None:
    """Seconds, from seconds or a date; the provider's own clock counts where it shows it."""
    given = (headers.get("retry-after") or "").strip()
    if not given:
        return None
    with contextlib.suppress(ValueError):
        seconds = float(given)
        return seconds if math.isfinite(seconds) else None
    try:
        until = email.utils.parsedate_to_datetime(given).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
    try:
        clock = email.utils.parsedate_to_datetime(headers["date"]).timestamp()
    except (KeyError, ValueError, TypeError, OverflowError):
        clock = time.time()
    return max(0.0, until - clock)


def read_answer(raw: bytes) -> Answer:
    """The body of a 200 as an answer. Raises ``Transient`` for what is none."""
    text = raw.decode("utf-8", "replace")
    if text.lstrip()[:1] == "<":
        raise Transient("The provider sent a web page instead of an answer.", "html")
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        raise Transient("The provider's answer is no whole JSON.", "not_json") from None
    if not isinstance(body, dict):
        raise Transient("The provider's answer has an unknown form.", "not_json")
    if isinstance(body.get("error"), dict):
        raise _of_error(body["error"])
    choices = body.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    if not isinstance(choice, dict):
        raise Transient("The provider's answer holds no choice.", "no_choices")
    if isinstance(choice.get("error"), dict):
        raise _of_error(choice["error"])
    message = choice.get("message")
    return _answer(body, choice, message if isinstance(message, dict) else {})


def _of_error(error: dict[str, object]) -> Fault:
    code = error.get("code")
    status = int(code) if isinstance(code, (int, str)) and str(code).isdigit() and 400 <= int(code) < 600 else 502
    fault = of_status(Refusal(status, json.dumps(error)[:4000]))
    return Rejected(str(fault), fault.cause) if isinstance(fault, Rejected) else fault


def _answer(body: dict[str, object], choice: dict[str, object], message: dict[str, object]) -> Answer:
    usage = body.get("usage")
    usage = usage if isinstance(usage, dict) else {}
    return Answer(
        content=_said(message.get("content")) or _tool_call(message),
        reasoning=_said(message.get("reasoning")) or _said(message.get("reasoning_content")),
        refusal=_said(message.get("refusal")),
        finish=str(choice.get("finish_reason") or "").casefold(),
        model=str(body.get("model") or "")[:200],
        prompt_tokens=_count(usage.get("prompt_tokens")),
        completion_tokens=_count(usage.get("completion_tokens")),
        cost=_amount(usage.get("cost")),
    )


def _said(content: object) -> str:
    """Text, or the texts of a list of parts."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "".join(str(part.get("text") or "") for part in content if isinstance(part, dict))
    return ""


def _tool_call(message: dict[str, object]) -> str:
    """Some servers put the object into a call of a function that nobody offered; it is text like any other."""
    match message.get("tool_calls"):
        case [{"function": {"arguments": str(arguments)}}, *_]:
            return arguments
    return ""


def _count(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < 2**31 else 0


def _amount(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value) if 0 <= value < 1e6 else None


def _listed(row: object) -> Listed | None:
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        return None
    inputs = row["architecture"].get("input_modalities") if isinstance(row.get("architecture"), dict) else None
    return Listed(row["id"][:200], "image" in inputs if isinstance(inputs, list) else None, _prices(row.get("pricing")))


def _prices(pricing: object) -> tuple[float, float] | None:
    if not isinstance(pricing, dict):
        return None
    try:
        prompt, completion = (round(float(pricing[k]) * 1e6, 6) for k in ("prompt", "completion"))
    except (KeyError, ValueError, TypeError):
        return None
    return (prompt, completion) if prompt >= 0 and completion >= 0 else None
