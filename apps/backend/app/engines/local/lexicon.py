"""Words that cards and schemas use for the same thing, in German, English and French.

A *concept* joins the words of a field's name or description with the labels printed on cards, and tells
which rule for running text can find it. Only common words of catalogues and card files; nothing of one drawer.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from app.models.folding import fold


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
_ASKED: dict[Concept, str] = {
    Concept.FAMILY_NAME: "lname, family part, family, nom d'auteur, name of the author, name der verfasserin",
    Concept.GIVEN_NAME: "fname, given, given part, christian name, initials, forename s, first name s, vorname n",
    Concept.AUTHOR: "wrote, creator, verfassername, schrieb, who wrote",
    Concept.TITLE: (
        "title proper, called, name of the thesis, name of the work, name of the book, heisst, betitelt, ttl, work, "
        "überschrift, bezeichnung, designation"
    ),
    Concept.PLACE: (
        "printed in, published in, loc, domicile, seat, sitz, firmensitz, hauptsitz, siège, came out in, "
        "in welcher stadt, place of printing, lieu d'impression, lieu de publication, city of printing, "
        "where it came out"
    ),
    Concept.PUBLISHER: (
        "publ, pub, issued by, printed by, published by, printer publisher, who published, who printed, druckerei, "
        "verlagshaus, publishing firm, publishing company, press, imprimerie, herausgebende stelle, name of publisher"
    ),
    Concept.YEAR: (
        "yr, jahreszahl, when, wann, date of publication, publication date, date of printing, date de parution, "
        "date de publication, erschienen"
    ),
    Concept.DATE: "stamp, stempel, tampon, dated, stamped on, date of the stamp, eingangsstempel",
    Concept.PAGES: (
        "page, pp, page count, page number, how many pages, seitenanzahl, anzahl seiten, wie viele seiten, "
        "number of leaves, length, physical extent, nombre de page, zahl der seiten, kollation"
    ),
    Concept.FORMAT: "fmt, how big, height, octavo, quarto, oktav, quart, buchgrösse, how large, bibliographic format",
    Concept.SHELFMARK: (
        "call no, shelf number, shelving number, shelving code, classmark, class mark, library number, shelf, "
        "shelving, ablage, find it, signature, regal, emplacement, cote de rangement, pressmark, "
        "holding location, on the shelf"
    ),
    Concept.IDENTIFIER: (
        "reference no, file number, file no, dossier, dossiernummer, aktennummer, registriernummer, "
        "registration number, case number, laufnummer, numéro de dossier"
    ),
    Concept.SUBJECTS: (
        "topic, topical headings, headings, subject term, descriptor, sachgruppe, sachbegriff, begriff, thema, "
        "themen, about, subject headings, class marks, matière, vedette matière, classification, keyword, stichwort"
    ),
    Concept.COMPANY: "business, enterprise, firmenname, company name, betrieb, raison sociale, establishment",
    Concept.BODY: (
        "everything, below the heading, under the heading, below the first line, text of the card, "
        "the entry itself, entry, eintrag, details, angaben, was auf der karte steht, text, "
        "unter der überschrift, remainder, rest of the card"
    ),
}
"""Words by which schemas ask for something, but which no card prints as a label."""
ASKED: dict[Concept, tuple[str, ...]] = {
    concept: tuple(word.strip() for word in words.split(",")) for concept, words in _ASKED.items()
}
TAILS: dict[str, Concept] = {
    "familienname": Concept.FAMILY_NAME, "vorname": Concept.GIVEN_NAME, "titel": Concept.TITLE, "ort": Concept.PLACE,
    "stadt": Concept.PLACE, "sitz": Concept.PLACE, "verlag": Concept.PUBLISHER, "jahr": Concept.YEAR,
    "datum": Concept.DATE, "stempel": Concept.DATE, "umfang": Concept.PAGES, "seitenzahl": Concept.PAGES,
    "format": Concept.FORMAT, "grosse": Concept.FORMAT, "signatur": Concept.SHELFMARK, "nummer": Concept.IDENTIFIER,
    "firma": Concept.COMPANY, "schlagwort": Concept.SUBJECTS, "sprache": Concept.LANGUAGE, "preis": Concept.PRICE,
}  # fmt: skip
"""What German puts last in a compound: ``Druckort`` is a place."""
_VAGUE = (
    "name, person, personne, type, art, kind, information, inhalt, content, contenu, body, corps, text, location, "
    "mark, number, nummer, no, nr, id, identifier, where, when, wann, work, family, given, called, about, heading, "
    "entry, eintrag, standort, everything, details, angaben, page, length, height, seat, press, stamp, shelf, "
    "signature, author, verfasser, autor, auteur, wrote"
)
VAGUE = frozenset(_VAGUE.split(", "))
"""Words that are used for much else: others, in the name or the description, speak first."""
_NOT_WORDS = re.compile(r"[\W_]+")
_SPLIT_CASE = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")


def plain(text: str) -> str:
    """Folded words with single blanks: ``last_name``, ``lastName`` and ``Last name:`` are the same."""
    return _NOT_WORDS.sub(" ", fold(_SPLIT_CASE.sub(" ", text))).strip()


_CONCEPTS = {plain(word): concept for concept, words in WORDS.items() for word in words}


def words_of(concept: Concept) -> tuple[str, ...]:
    return WORDS[concept]


_SHORT_WORDS = {fold(abbreviation): concept for abbreviation, concept in reversed(ABBREVIATED.items())}


@lru_cache(maxsize=8192)
def label_concept(label: str) -> Concept | None:
    """The concept of a printed label (``Verf.:``, ``Titre``), or None."""
    return _SHORT_WORDS.get(fold(label.rstrip(": "))) or _CONCEPTS.get(plain(label))
