"""Learning, certainty, audits and evaluations as answers."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.errors import JsonValue
from app.engines.comparing import Difference
from app.engines.local.learned import reliability, training
from app.models.evaluation_schemas import ComparisonRead, EvaluationBrief, EvaluationRead, EvaluationSummary
from app.models.learning_schemas import (
    AcceptanceRead,
    AuditAnswered,
    AuditBlind,
    AuditPart,
    AuditRead,
    ChangeRead,
    FieldLearned,
    LearningRead,
    ModelRead,
    NormaliserRead,
    RefieldPreview,
)
from app.models.learning_tables import Evaluation, LearnedModel, RuleAcceptance
from app.services.audit import Standing as AuditStanding
from app.services.learning import Standing
from app.services.refielding import Preview


def model_read(model: LearnedModel) -> ModelRead:
    return ModelRead.model_validate(
        {
            **model.summary, "version": model.version, "created_at": model.created_at, "cards": model.cards,
            "seconds": model.seconds,
        }
    )  # fmt: skip


def learning_read(standing: Standing) -> LearningRead:
    model = standing.model
    found: dict[str, JsonValue] = model.summary if model else {}
    fields, rules = found.get("fields"), found.get("normalisers")
    curve = [model_read(version) for version in standing.versions]
    return LearningRead(
        verified=standing.verified,
        least=training.LEAST_EXAMPLES,
        until_next=standing.until_next,
        training=standing.training,
        calibrated=model is not None and model.cards >= reliability.CALIBRATED_FROM,
        calibrated_from=reliability.CALIBRATED_FROM,
        trend=_trend(curve),
        shared=standing.scope.startswith("template:"),
        model=model_read(model) if model else None,
        curve=curve,
        fields=[
            FieldLearned.model_validate({"field": name, **own})
            for name, own in (fields.items() if isinstance(fields, dict) else ())
            if isinstance(own, dict)
        ],
        normalisers=[
            NormaliserRead.model_validate({**rule, "on": rule["key"] not in standing.off})
            for rule in (rules if isinstance(rules, list) else ())
            if isinstance(rule, dict)
        ],
    )


def _trend(curve: Sequence[ModelRead]) -> str:
    """The newest training against the one before: half a standard error counts as a change."""
    known = [one for one in curve if one.f1_macro is not None]
    if len(known) < 2:
        return "unknown"
    before, after = known[-2], known[-1]
    assert before.f1_macro is not None
    assert after.f1_macro is not None
    step = after.f1_macro - before.f1_macro
    least = max(0.005, (after.spread or 0.0) / 2)
    return "rising" if step > least else "falling" if step < -least else "flat"


def preview_read(preview: Preview) -> RefieldPreview:
    counts = {kind: preview.counts.get(kind, 0) for kind in ("changed", "filled", "emptied")}
    changes = [ChangeRead(filename=c.filename, field=c.field, before=c.before, after=c.after) for c in preview.changes]
    return RefieldPreview(cards=preview.cards, total=preview.total, examples=changes, **counts)


def acceptance_read(row: RuleAcceptance) -> AcceptanceRead:
    return AcceptanceRead.model_validate(
        {
            **row.rule, "id": row.id, "created_at": row.created_at, "who": row.who, "count": row.count,
            "undone_at": row.undone_at,
        }
    )  # fmt: skip


def audit_read(standing: AuditStanding, *, with_answers: bool = True) -> AuditRead:
    audit = standing.audit
    return AuditRead(
        id=audit.id, created_at=audit.created_at, who=audit.who, population=audit.population, size=standing.size,
        checked=standing.checked, wrong=standing.wrong, wrong_by_much=standing.wrong_by_much, rate=standing.rate,
        bound=standing.bound,
        fields=[AuditPart(name=p.name, checked=p.checked, wrong=p.wrong) for p in standing.fields],
        kinds=[AuditPart(name=p.name, checked=p.checked, wrong=p.wrong) for p in standing.kinds],
        next=AuditBlind(place=standing.next[0].place, filename=standing.next[1], field=standing.next[0].field)
        if standing.next
        else None,
        answered=[
            AuditAnswered(place=item.place, filename=name, field=item.field, machine=item.machine, answer=item.answer,
                          correct=bool(item.correct), near=bool(item.near))
            for item, name in standing.answered
        ] if with_answers else [],
    )  # fmt: skip


def evaluation_brief(row: Evaluation) -> EvaluationBrief:
    return EvaluationBrief.model_validate(
        {**row.summary, "id": row.id, "title": row.title, "created_at": row.created_at}
    )


def evaluation_read(row: Evaluation) -> EvaluationRead:
    return EvaluationRead(
        id=row.id, title=row.title, created_at=row.created_at, manifest=row.manifest,
        summary=EvaluationSummary.model_validate(row.summary),
    )  # fmt: skip


def comparison_read(found: Difference) -> ComparisonRead:
    return ComparisonRead(
        cards=found.cards, first=found.first, second=found.second, difference=found.difference, low=found.low,
        high=found.high, better=found.better, worse=found.worse, noise=found.is_noise,
    )  # fmt: skip
