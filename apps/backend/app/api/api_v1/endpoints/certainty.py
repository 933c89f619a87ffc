"""Certainty: what it is worth, accepting by rule, and the blind audit that says when to stop."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path, Query, status

from app.api.deps import BatchName, DatabaseDep, LearningDep, PublisherDep
from app.api.learning_presenters import acceptance_read, audit_read
from app.db import rules
from app.models.learning_schemas import (
    AcceptancePage,
    AcceptanceRead,
    AcceptByRule,
    AuditAnswer,
    AuditCreate,
    AuditPage,
    AuditRead,
    CertaintyRead,
)
from app.models.schemas import Problem
from app.services import audit, certainty, records

router = APIRouter(
    prefix="/batches/{batch_name}", tags=["certainty"], responses={404: {"model": Problem}, 409: {"model": Problem}}
)
Number = Annotated[int, Path(ge=1, lt=2**63)]


@router.get("/certainty", response_model=CertaintyRead)
def get_certainty(
    batch_name: BatchName, db: DatabaseDep, precision: Annotated[float, Query(ge=0.5, le=1)] = 0.95
) -> CertaintyRead:
    """Reliability and what could be accepted, measured on this drawer's verified cards."""
    with db.reading() as session:
        batch = records.require_batch(session, batch_name)
        return CertaintyRead.model_validate(asdict(certainty.of_batch(session, batch, precision)))


@router.post("/rule-acceptances", response_model=AcceptanceRead, status_code=status.HTTP_201_CREATED)
def accept_by_rule(
    batch_name: BatchName, wanted: AcceptByRule, db: DatabaseDep, publisher: PublisherDep
) -> AcceptanceRead:
    """Accept every open value from a certainty upwards, in one step."""
    with db.session() as session:
        row = certainty.accept(session, batch_name, at=wanted.at, fields=wanted.fields, who=wanted.who)
        answer = acceptance_read(row)
    publisher.touch(batch_name)
    return answer


@router.get("/rule-acceptances", response_model=AcceptancePage)
def list_acceptances(batch_name: BatchName, db: DatabaseDep) -> AcceptancePage:
    with db.reading() as session:
        batch = records.require_batch(session, batch_name)
        return AcceptancePage(items=[acceptance_read(row) for row in rules.acceptances(session, batch.id)])


@router.delete("/rule-acceptances/{acceptance_id}", response_model=AcceptanceRead)
def undo_acceptance(
    batch_name: BatchName,
    acceptance_id: Number,
    db: DatabaseDep,
    publisher: PublisherDep,
    who: Annotated[str, Query(max_length=120, pattern=r"^[^\x00-\x1f]*$")] = "someone",
) -> AcceptanceRead:
    """Take back what a rule accepted, but for values on which a person has spoken since."""
    with db.session() as session:
        answer = acceptance_read(certainty.undo(session, batch_name, acceptance_id, who))
    publisher.touch(batch_name)
    return answer


@router.post("/audits", response_model=AuditRead, status_code=status.HTTP_201_CREATED)
def draw_audit(batch_name: BatchName, wanted: AuditCreate, db: DatabaseDep) -> AuditRead:
    """Draw a random sample of values that no person has looked at."""
    with db.session() as session:
        row = audit.draw(session, batch_name, wanted.size, wanted.who)
        batch = records.require_batch(session, batch_name)
        return audit_read(audit.standing(session, batch, row.id))


@router.get("/audits", response_model=AuditPage)
def list_audits(batch_name: BatchName, db: DatabaseDep) -> AuditPage:
    """All audits, the newest first, without their answers."""
    with db.reading() as session:
        batch = records.require_batch(session, batch_name)
        found = [audit.standing(session, batch, row.id) for row in rules.audits(session, batch.id)]
        return AuditPage(items=[audit_read(one, with_answers=False) for one in found])


@router.get("/audits/{audit_id}", response_model=AuditRead)
def get_audit(batch_name: BatchName, audit_id: Number, db: DatabaseDep) -> AuditRead:
    """How an audit stands, and the next value to check, blind."""
    with db.reading() as session:
        batch = records.require_batch(session, batch_name)
        return audit_read(audit.standing(session, batch, audit_id))


@router.post("/audits/{audit_id}/answers", response_model=AuditRead)
def answer_audit(
    batch_name: BatchName,
    audit_id: Number,
    wanted: AuditAnswer,
    db: DatabaseDep,
    publisher: PublisherDep,
    learned: LearningDep,
) -> AuditRead:
    """What a person reads there; it becomes a verified value too."""
    with db.session() as session:
        audit.answer(session, batch_name, audit_id, wanted.place, wanted.value, wanted.who)
        batch = records.require_batch(session, batch_name)
        answer = audit_read(audit.standing(session, batch, audit_id))
    publisher.touch(batch_name)
    learned.notice(batch_name)
    return answer
