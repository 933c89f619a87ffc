"""Which theses the library drawer holds. Facts about printed works; shelf marks and subjects are ours.

A page number, publisher or format that we could not vouch for is left off the card.
"""

from sample_cards.dissertations import ELITE, PRINT, Block, Card

THESIS = "Dissertation or thesis"
REFERENCE = "Reference"

CARDS = [
    Card(
        "dis-0001",
        {
            "type": THESIS,
            "last_name": "Curie",
            "first_name": "Marie",
            "title": "Recherches sur les substances radio|actives",
            "place": "Paris",
            "publisher": "Gauthier-Villars",
            "year": "1903",
            "format": "8°",
            "pages": "142",
            "shelfmark": "Diss.1904,388",
            "subjects": "2/Radioaktivität/Radium/ Diss Phys",
        },
        [
            Block(
                110,
                "*{last_name}*, {first_name}. {title}. Thèse sc. phys. {place}. -- {place}: {publisher} "
                "{year}. -- {format} {pages} p.",
            ),
            Block(300, "_Standort_: {shelfmark}"),
            Block(570, "{subjects}"),
        ],
        skew=-0.5,
    ),
    Card(
        "dis-0002",
        {"type": REFERENCE, "last_name": "Curie", "first_name": "Marie"},
        [
            Block(96, "*Sklodowska*, Maria"),
            Block(160, "s.", x=560),
            Block(204, "*{last_name}*, {first_name}"),
        ],
        skew=0.4,
    ),
    Card(
        "dis-0003",
        {
            "type": THESIS,
            "last_name": "Planck",
            "first_name": "Max",
            "title": "Über den zweiten Haupt|satz der mecha|nischen Wärme|theorie",
            "place": "München",
            "year": "1879",
            "publisher": "Th. Ackermann",
            "pages": "61",
            "format": "8°",
        },
        [
            Block(
                236,
                "^{last_name},^ {first_name}: {title}. {place} {year}: {publisher}. ({pages} S.) {format}",
                x=90,
                hang=44,
                width=1010,
            ),
            Block(336, "München, Phil. Diss. v. 1879", x=112),
        ],
        kind=PRINT,
        skew=0.6,
        ruled=206,
    ),
    Card(
        "dis-0004",
        {
            "type": THESIS,
            "last_name": "Einstein",
            "first_name": "Albert",
            "title": "Eine neue Bestimmung der Molekül|dimen|sionen",
            "place": "Bern",
            "publisher": "K. J. Wyss",
            "year": "1905",
            "format": "8°",
            "pages": "21",
            "shelfmark": "AT Zürich 41",
            "subjects": "Diss Phys",
        },
        [
            Block(
                120,
                "*{last_name}*, {first_name}. {title}. (Diss. phil. II, Univ. Zürich). -- {place}: "
                "{publisher} {year}. -- {format} {pages} S.",
            ),
            Block(280, "_Standort_: {shelfmark}"),
            Block(610, "{subjects}"),
        ],
        kind=ELITE,
        skew=-0.8,
    ),
    Card(
        "dis-0005",
        {
            "type": THESIS,
            "last_name": "Marx",
            "first_name": "Karl",
            "title": "Differenz der demo|kriti|schen und epiku|reischen Natur|philo|sophie",
            "place": "Jena",
            "year": "1841",
            "shelfmark": "Diss. Jena 1841",
        },
        [
            Block(120, "{last_name}, {first_name}. {title}. [Hs.] -- {place} {year}.", hang=60),
            Block(270, "{shelfmark}"),
        ],
        skew=0.9,
        pencil="Kopie",
    ),
    Card(
        "dis-0006",
        {
            "type": THESIS,
            "last_name": "Gauss",
            "first_name": "Carl Friedrich",
            "title": "Demonstratio nova theorematis omnem functionem alge|braicam rationalem integram "
            "unius variabilis in factores reales primi vel secundi gradus resolvi posse",
            "place": "Helmstadii",
            "year": "1799",
            "publisher": "C. G. Fleckeisen",
        },
        [
            Block(
                150,
                "^{last_name},^ {first_name}: {title}. {place} {year}: {publisher}.",
                x=110,
                hang=44,
                width=1020,
            ),
            Block(342, "Helmstedt, Phil. Diss. v. 1799", x=132),
        ],
        kind=PRINT,
        skew=-0.3,
        pencil="1799",
    ),
    Card(
        "dis-0007",
        {
            "type": THESIS,
            "last_name": "Riemann",
            "first_name": "Bernhard",
            "title": "Grundlagen für eine allge|meine Theorie der Functionen einer veränder|lichen complexen Grösse",
            "place": "Göttingen",
            "publisher": "E. A. Huth",
            "year": "1851",
            "shelfmark": "Diss. Göttingen 1851",
            "subjects": "2/Funktionentheorie/ Diss Math",
        },
        [
            Block(112, "*{last_name}*, {first_name}. {title}. (Inaug.-Diss.). -- {place}: {publisher} {year}."),
            Block(290, "{shelfmark}"),
            Block(570, "{subjects}"),
        ],
        kind=ELITE,
        skew=1.1,
    ),
    Card(
        "dis-0008",
        {
            "type": THESIS,
            "last_name": "Noether",
            "first_name": "Emmy",
            "title": "Über die Bildung des Formen|systems der ternären biqua|dra|tischen Form",
            "place": "Berlin",
            "publisher": "Reimer",
            "year": "1908",
            "pages": "23-90",
            "format": "4°",
        },
        [
            Block(
                196,
                "^{last_name}, {first_name}:^ {title}. ([{place}: {publisher}] {year}.) S. {pages}. {format}",
                x=100,
                hang=44,
                width=1010,
            ),
            Block(286, "Aus: Journal f. d. reine u. angew. Mathematik. 134.", x=144),
            Block(334, "Erlangen, Phil. Diss. v. 1907", x=122),
        ],
        kind=PRINT,
        skew=0.2,
    ),
    Card(
        "dis-0009",
        {
            "type": THESIS,
            "last_name": "Huch",
            "first_name": "Ricarda",
            "title": "Die Neutra|lität der Eidge|nossen|schaft, besonders der Orte Zürich und Bern, "
            "während des spanischen Erbfolge|krieges",
            "place": "Zürich",
            "year": "1892",
            "shelfmark": "Diss. Zürich Univ. 1892",
            "subjects": "2/Schweiz. Geschichte/Neutralität/ Diss",
        },
        [
            Block(104, "*{last_name}*, {first_name}. {title}. (Diss. phil. I). -- {place} {year}."),
            Block(300, "_Standort_: {shelfmark}"),
            Block(560, "{subjects}"),
        ],
        skew=-1.2,
        stamp=["ausgeschieden"],
    ),
    Card(
        "dis-0010",
        {
            "type": REFERENCE,
            "last_name": "Huch",
            "first_name": "Ricarda",
            "title": "Die Neutra|lität der Eidge|nossen|schaft",
            "place": "Zürich",
            "year": "1892",
        },
        [
            Block(110, "Hugo, Richard [Pseud.]"),
            Block(160, "s.", x=520),
            Block(212, "*{last_name}*, {first_name}. {title} ... {place} {year}."),
        ],
        kind=ELITE,
        skew=0.5,
    ),
    Card(
        "dis-0011",
        {
            "type": THESIS,
            "last_name": "Durkheim",
            "first_name": "Émile",
            "title": "De la division du travail social. Étude sur l’organi|sation des sociétés supé|rieures",
            "place": "Paris",
            "year": "1893",
            "publisher": "F. Alcan",
            "pages": "IX, 471",
            "format": "8°",
        },
        [
            Block(
                226,
                "^{last_name},^ {first_name}: {title}. {place} {year}: {publisher}. ({pages} p.) {format}",
                x=84,
                hang=44,
                width=1000,
            ),
            Block(364, "Paris, Thèse lettres, 1893", x=106),
        ],
        kind=PRINT,
        skew=-0.6,
        ruled=196,
    ),
    Card(
        "dis-0012",
        {
            "type": THESIS,
            "last_name": "Bergson",
            "first_name": "Henri",
            "title": "Essai sur les données immé|diates de la conscience",
            "place": "Paris",
            "publisher": "F. Alcan",
            "year": "1889",
            "format": "8°",
            "pages": "VIII, 182",
            "shelfmark": "Bro 7.315",
        },
        [
            Block(
                118,
                "*{last_name}*, {first_name}. {title}. Thèse lettres Paris. -- {place}: {publisher} {year}. "
                "-- {format} {pages} p.",
            ),
            Block(300, "_Standort_: {shelfmark}"),
        ],
        skew=-0.1,
    ),
]
