"""Words that cards and schemas use for the same thing, in German, English and French.

A *concept* joins the words of a field's name or description with the labels printed on cards, and tells
which rule for running text can find it. Only common words of catalogues and card files; nothing of one drawer.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from app.models.enums import FieldType
from app.models.folding import fold
from app.models.record import FieldSpec


class Concept(StrEnum):
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    AUTHOR = "author"
    COMPOSER = "composer"
    POET = "poet"
    ARRANGER = "arranger"
    EDITOR = "editor"
    INCIPIT = "incipit"
    TITLE = "title"
    PLACE = "place"
    PUBLISHER = "publisher"
    YEAR = "year"
    DATE = "date"
    PAGES = "pages"
    FORMAT = "format"
    SHELFMARK = "shelfmark"
    IDENTIFIER = "identifier"
    SUBJECTS = "subjects"
    KIND = "kind"
    COMPANY = "company"
    PERSON = "person"
    BODY = "body"
    NOTES = "notes"
    MATERIAL = "material"
    SCORING = "scoring"
    EDITION = "edition"
    SERIES = "series"
    LANGUAGE = "language"
    KEY = "key"
    OPUS = "opus"
    ADDRESS = "address"
    BIRTH = "birth"
    DEATH = "death"
    OCCUPATION = "occupation"
    ORIGIN = "origin"
    PRICE = "price"


_WORDS: dict[Concept, str] = {
    Concept.FAMILY_NAME: (
        "last name, family name, surname, lastname, familienname, nachname, zuname, nom de famille, nom"
    ),
    Concept.GIVEN_NAME: (
        "first name, given name, given names, forename, firstname, vorname, vornamen, rufname, prénom, prénoms"
    ),
    Concept.AUTHOR: ("author, verfasser, verfasserin, autor, autorin, auteur, urheber, writer, written by"),
    Concept.COMPOSER: "composer, komponist, komponistin, compositeur, tonsetzer",
    Concept.POET: (
        "textdichter, dichter, textautor, librettist, libretto, lyricist, poet, poète, "
        "parolier, words by, text von, paroles"
    ),
    Concept.ARRANGER: ("bearbeiter, bearbeitung, arrangeur, arranger, arrangement, arr., satz, einrichtung, bearb."),
    Concept.EDITOR: ("herausgeber, herausgeberin, hrsg., hg., editor, edited by, éditeur scientifique"),
    Concept.INCIPIT: ("textanfang, incipit, textincipit, liedanfang, first line, premier vers, anfang"),
    Concept.TITLE: ("title, titel, titre, sachtitel, haupttitel, werktitel, betitelt, intitulé, main title"),
    Concept.PLACE: (
        "place, place of publication, ort, erscheinungsort, verlagsort, druckort, lieu, lieu "
        "d'édition, town, city, stadt, ville, location, druckort"
    ),
    Concept.PUBLISHER: (
        "publisher, verlag, verleger, éditeur, maison d'édition, printer, drucker, publishing "
        "house, imprimeur, institution"
    ),
    Concept.YEAR: ("year, jahr, erscheinungsjahr, année, year of publication, druckjahr, jahrgang, publication year"),
    Concept.DATE: "date, datum, tag, stamped date, stempeldatum, eingang, date d'entrée",
    Concept.PAGES: (
        "pages, seiten, seitenzahl, umfang, extent, number of pages, page range, nombre de "
        "pages, pagination, seitenumfang, collation"
    ),
    Concept.FORMAT: "format, size, buchformat, grösse, größe, book format, dimensions",
    Concept.SHELFMARK: (
        "shelfmark, shelf mark, call number, signatur, standort, cote, standnummer, location "
        "mark, aufstellung, bibliothekssignatur, sign."
    ),
    Concept.IDENTIFIER: (
        "identifier, id, aktenzeichen, nummer, number, inventarnummer, inventar-nr., "
        "inv.-nr., zugangsnummer, accession number, numéro, kennung, nr., no., "
        "registernummer, reference number"
    ),
    Concept.SUBJECTS: (
        "subjects, subject headings, subject, schlagwort, schlagworte, schlagwörter, "
        "sachgebiet, mots-clés, mots clés, sujet, sujets, class marks, keywords, stichworte"
    ),
    Concept.KIND: "type, art, kind, gattung, dokumenttyp, card type, genre",
    Concept.COMPANY: ("company, firma, firm, entreprise, unternehmen, société, körperschaft, organisation"),
    Concept.PERSON: "name, person, personne, vor- und zuname, name der person",
    Concept.BODY: (
        "body, body of the card, information, haupttext, kartentext, inhalt, corps, full "
        "text, text der karte, content, contenu, entry text, main text"
    ),
    Concept.NOTES: (
        "notes, note, remarks, bemerkungen, bemerkung, anmerkung, anmerkungen, remarques, "
        "comment, comments, bem., notizen, vermerk, observations, hinweise"
    ),
    Concept.MATERIAL: ("material, materialien, notenmaterial, matériel, medium, bestand, ausgabeform"),
    Concept.SCORING: "besetzung, scoring, instrumentation, distribution, instruments",
    Concept.EDITION: "edition, auflage, ausgabe, édition, aufl.",
    Concept.SERIES: "series, reihe, serie, collection, schriftenreihe, gesamttitel, série",
    Concept.LANGUAGE: "language, sprache, langue",
    Concept.KEY: "tonart, musical key, tonalité",
    Concept.OPUS: "opus, opuszahl, werkverzeichnis, opus number, numéro d'opus, wv",
    Concept.ADDRESS: "address, adresse, anschrift, wohnort, wohnung, domicile, residence",
    Concept.BIRTH: (
        "birth, born, date of birth, geburtsdatum, geboren, geb., date de naissance, né, née, "
        "né le, née le, geb. am, geboren am, born on, geburtstag"
    ),
    Concept.DEATH: ("death, died, date of death, todesdatum, gestorben, gest., date de décès, décédé"),
    Concept.OCCUPATION: "occupation, profession, beruf, métier, job",
    Concept.ORIGIN: "provenance, provenienz, herkunft, origin, origine, fundort",
    Concept.PRICE: "price, preis, prix",
}
WORDS: dict[Concept, tuple[str, ...]] = {
    concept: tuple(word.strip() for word in words.split(",")) for concept, words in _WORDS.items()
}
ABBREVIATED: dict[str, Concept] = {
    "verf.": Concept.AUTHOR, "vf.": Concept.AUTHOR, "komp.": Concept.COMPOSER, "comp.": Concept.COMPOSER,
    "tit.": Concept.TITLE, "verl.": Concept.PUBLISHER, "jg.": Concept.YEAR, "sign.": Concept.SHELFMARK,
    "sig.": Concept.SHELFMARK, "bem.": Concept.NOTES, "bearb.": Concept.ARRANGER, "dat.": Concept.DATE,
    "schlagw.": Concept.SUBJECTS, "aut.": Concept.AUTHOR, "publ.": Concept.PUBLISHER, "auth.": Concept.AUTHOR,
    "éd.": Concept.PUBLISHER, "text": Concept.POET,
}  # fmt: skip
_BY_TYPE = {
    FieldType.YEAR: Concept.YEAR,
    FieldType.DATE: Concept.DATE,
    FieldType.SHELFMARK: Concept.SHELFMARK,
}
_NOT_WORDS = re.compile(r"[\W_]+")
_SPLIT_CASE = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")


def plain(text: str) -> str:
    """Folded words with single blanks: ``last_name``, ``lastName`` and ``Last name:`` are the same."""
    return _NOT_WORDS.sub(" ", fold(_SPLIT_CASE.sub(" ", text))).strip()


_CONCEPTS = {plain(word): concept for concept, words in WORDS.items() for word in words}


@lru_cache(maxsize=1024)
def concept_of(field: FieldSpec) -> Concept | None:
    """What a field asks for: by its name, its synonyms, its type, or the first known words of its description."""
    for word in (field.name, *field.synonyms):
        if (found := _CONCEPTS.get(plain(word))) is not None and found not in _VAGUE:
            return found
    return _described(field) or _BY_TYPE.get(field.type) or _CONCEPTS.get(plain(field.name)) or _by_part(field.name)


def words_of(concept: Concept) -> tuple[str, ...]:
    return WORDS[concept]


_SHORT_WORDS = {fold(abbreviation): concept for abbreviation, concept in reversed(ABBREVIATED.items())}


@lru_cache(maxsize=8192)
def label_concept(label: str) -> Concept | None:
    """The concept of a printed label (``Verf.:``, ``Titre``), or None."""
    return _SHORT_WORDS.get(fold(label.rstrip(": "))) or _CONCEPTS.get(plain(label))


_VAGUE = {Concept.KIND, Concept.PERSON, Concept.BODY, Concept.PLACE}
"""Their words are used for much else (``name``, ``location``): the description speaks first."""


def _described(field: FieldSpec) -> Concept | None:
    """The known word that stands first in the description; of two at one place the longer."""
    if not field.description:
        return None
    text = f" {plain(field.description)} "
    found = [
        (text.index(f" {word} "), -len(word), concept)
        for word, concept in _CONCEPTS.items()
        if f" {word} " in text and len(word) > 2
    ]
    return min(found)[2] if found else None


def _by_part(name: str) -> Concept | None:
    """``pub_year`` asks for a year: its last known word decides."""
    for word in reversed(plain(name).split()):
        if word in _CONCEPTS:
            return _CONCEPTS[word]
    return None
