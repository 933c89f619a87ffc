"""Templates: saved schemas with their options."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.core import names
from app.core.clock import now
from app.core.errors import Conflict, NotFound
from app.db import templates
from app.models.tables import Template
from app.models.template_schemas import TemplateWrite
from app.services import schemata
from app.services.readers import Readers


def get(session: Session, template_id: int) -> Template:
    found = templates.get(session, template_id)
    if found is None:
        raise NotFound(
            f"There is no template {template_id}.", code="template_not_found", params={"template": template_id}
        )
    return found


def page(session: Session, *, offset: int, limit: int) -> tuple[list[Template], int]:
    return templates.page(session, offset=offset, limit=limit)


def users(session: Session, template_ids: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    """Name and title of the batches made with each template, newest first."""
    return templates.users(session, template_ids)


def create(session: Session, wanted: TemplateWrite, readers: Readers) -> Template:
    _require_free(session, wanted.name, None)
    moment = now()
    template = Template(created_at=moment, updated_at=moment)
    _fill(template, wanted, readers)
    session.add(template)
    session.flush()
    return template


def replace(session: Session, template_id: int, wanted: TemplateWrite, readers: Readers) -> Template:
    """Batches made from the template keep the schema they have."""
    template = get(session, template_id)
    _require_free(session, wanted.name, template_id)
    _fill(template, wanted, readers)
    template.version += 1
    template.updated_at = now()
    session.flush()
    return template


def delete(session: Session, template_id: int) -> None:
    session.delete(get(session, template_id))


def _key(name: str) -> str:
    """Folding may make a name longer than its column."""
    return names.key(name)[:200]


def _require_free(session: Session, name: str, own_id: int | None) -> None:
    other = templates.by_key(session, _key(name))
    if other is not None and other.id != own_id:
        raise Conflict(
            f"There is a template called {other.name!r} already.", code="name_taken", params={"name": other.name}
        )


def _fill(template: Template, wanted: TemplateWrite, readers: Readers) -> None:
    if wanted.engine is not None:
        readers.require(wanted.engine, wanted.model)
    template.name = wanted.name
    template.name_key = _key(wanted.name)
    template.fields = schemata.to_json(wanted.fields)
    template.engine, template.model = wanted.engine, wanted.model
    template.options = wanted.options.model_dump(mode="json", exclude_unset=True) if wanted.options else {}
