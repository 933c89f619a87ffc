"""The ``fields.json`` of both drawers."""

from typing import TypedDict

from sample_cards.dissertation_cards import REFERENCE, THESIS


class Field(TypedDict, total=False):
    """A field as the contract has it."""

    name: str
    type: str
    description: str
    values: list[str]
    synonyms: list[str]


class Schema(TypedDict, total=False):
    """Title, fields and options of a batch."""

    title: str
    fields: list[Field]
    options: dict[str, str]


MUSIC: Schema = {
    "title": "Musikarchiv (Beispielkarten)",
    "fields": [
        {"name": "Komponist", "description": "Familienname, Vorname"},
        {"name": "Signatur", "type": "shelfmark", "description": "Standort im Archiv, z. B. Spez.12.433"},
        {"name": "Titel", "description": "Titel des Werks mit Opus- oder Verzeichnisnummer"},
        {"name": "Textanfang", "description": "Erste Worte des gesungenen Textes", "synonyms": ["Incipit"]},
        {"name": "Textdichter", "description": "Wer den Text schrieb", "synonyms": ["Text", "Dichter"]},
        {
            "name": "Bearbeiter",
            "description": "Wer das Werk eingerichtet hat",
            "synonyms": ["Arrangeur", "Satz"],
        },
        {"name": "Verlag", "description": "Ort und Verlag"},
        {"name": "Material", "description": "Art und Zahl der Noten: Partitur, Stimmen, Klavierauszug"},
        {"name": "Bemerkungen", "description": "Alles Weitere, oft auf der Rückseite"},
    ],
    "options": {"pairing": "suffix"},
}

DISSERTATIONS: Schema = {
    "title": "Dissertations (sample cards)",
    "fields": [
        {
            "name": "type",
            "type": "enum",
            "values": [THESIS, REFERENCE],
            "description": "Reference if a line 's.' points to another heading, else the other",
        },
        {
            "name": "last_name",
            "description": "Author's family name; on a reference, of the author referred to",
        },
        {
            "name": "first_name",
            "description": "Author's given names; on a reference, of the author referred to",
        },
        {"name": "title", "description": "Title of the thesis with its subtitle"},
        {"name": "year", "type": "year", "description": "Year in which it was printed"},
        {"name": "place", "description": "Town in which it was printed, as on the card"},
        {"name": "pages", "description": "Extent or page range, without 'S.' or 'p.'"},
        {"name": "publisher", "description": "Publisher or printer, as on the card"},
        {"name": "format", "description": "Size of the book: 8°, 4°"},
        {
            "name": "shelfmark",
            "type": "shelfmark",
            "description": "Where it stands: Diss., AT or Bro and a number",
        },
        {"name": "subjects", "description": "Line of subject headings at the foot of the card"},
    ],
}
