"""Templates: saved schemas."""

from __future__ import annotations

from fastapi import APIRouter, Response, status

from app.api.deps import DatabaseDep, Limit, Offset, ReadersDep, TemplateId
from app.api.presenters import template_read
from app.models.schemas import Problem
from app.models.template_schemas import TemplatePage, TemplateRead, TemplateWrite
from app.services import templates

router = APIRouter(
    prefix="/templates", tags=["templates"], responses={404: {"model": Problem}, 409: {"model": Problem}}
)


@router.post("", response_model=TemplateRead, status_code=status.HTTP_201_CREATED)
def create_template(wanted: TemplateWrite, db: DatabaseDep, readers: ReadersDep) -> TemplateRead:
    with db.session() as session:
        return template_read(templates.create(session, wanted, readers))


@router.get("", response_model=TemplatePage)
def list_templates(db: DatabaseDep, offset: Offset = 0, limit: Limit = 200) -> TemplatePage:
    with db.reading() as session:
        found, total = templates.page(session, offset=offset, limit=limit)
        used = templates.users(session, [template.id for template in found])
        return TemplatePage(items=[template_read(t, used.get(t.id, ())) for t in found], total=total)


@router.get("/{template_id}", response_model=TemplateRead)
def get_template(template_id: TemplateId, db: DatabaseDep) -> TemplateRead:
    with db.reading() as session:
        used = templates.users(session, [template_id])
        return template_read(templates.get(session, template_id), used.get(template_id, ()))


@router.put("/{template_id}", response_model=TemplateRead)
def replace_template(
    template_id: TemplateId, wanted: TemplateWrite, db: DatabaseDep, readers: ReadersDep
) -> TemplateRead:
    with db.session() as session:
        used = templates.users(session, [template_id])
        return template_read(templates.replace(session, template_id, wanted, readers), used.get(template_id, ()))


@router.delete("/{template_id}", status_code=status.HTTP_204_NO_CONTENT)
def delete_template(template_id: TemplateId, db: DatabaseDep) -> Response:
    with db.session() as session:
        templates.delete(session, template_id)
    return Response(status_code=status.HTTP_204_NO_CONTENT)
