"""Slips made by hand, for every test of the paper."""

from datetime import UTC, datetime
from pathlib import Path

from wijkwijzer_desktop.domain.slip import (
    ActivitiesBlock,
    ActivityRow,
    Block,
    FooterBlock,
    Header,
    Slip,
    StepBlock,
    TalkBlock,
    UrgentBlock,
    WriteBlock,
)
from wijkwijzer_desktop.domain.text import Text

FONTS = Path(__file__).parents[2] / "resources" / "fonts"

HEADER = Header(
    "Wijkwijzer De Magneet",
    "Hertmebrink 1, Enschede",
    datetime(2026, 11, 22, 10, 0, tzinfo=UTC),
    Text("22 nov 2026"),
    "K7QM-3H",
)
URGENT = UrgentBlock(
    Text("Vandaag bellen"),
    (Text("Denkt u aan zelfdoding? U hoeft dit niet alleen te doen. Bel of chat, dag en nacht."),),
    (("113", Text("113 Zelfmoordpreventie")), ("0800-0113", Text("gratis"))),
)
STEPS = (
    StepBlock(
        1,
        Text("Ik kan de rekeningen niet betalen"),
        "Stadsbank Oost Nederland",
        (
            Text("Hulp bij schulden. Samen maakt u een plan."),
            Text("Open: ma t/m vr 9:00-17:00. Open vandaag tot 17:00."),
            Text("Hengelosestraat 51, 7514 AD Enschede (ongeveer 2 km)"),
            Text("Kosten: gratis"),
            Text("Neem mee: brieven van de bank en uw pas"),
            Text("Waarom? U zei: ik kan soms niet betalen."),
        ),
        "088 766 36 66",
        "tel:+31887663666",
    ),
    StepBlock(
        2,
        Text("Ik ben vaak alleen"),
        "Resto VanHarte De Magneet",
        (
            Text("Samen eten aan tafel, met mensen uit de buurt."),
            Text("Donderdag 26 nov om 18:00. Ongeveer 1 km van u."),
            Text("Neem mee: goede zin, en 6 euro"),
            Text("Waarom? U zei: ik eet meestal alleen."),
        ),
        "053 475 45 00",
        "https://restovanharte.nl/restaurants/enschede",
    ),
    StepBlock(
        3,
        Text("Een brief die ik niet snap"),
        "Formulierenbrigade",
        (
            Text("Een vrijwilliger leest de brief met u en vult samen in."),
            Text("Wij weten niet wanneer het open is. Bel eerst."),
            Text("Waarom? U zei: ik snap de brieven niet."),
        ),
    ),
)
ACTIVITIES = ActivitiesBlock(
    Text("Doe mee deze week"),
    (
        ActivityRow(Text("di 24 nov 12:00"), "Wandelgroep Wesselerbrink", Text("Het Bijvank 25, ongeveer 1 km")),
        ActivityRow(Text("wo 25 nov 10:00"), "Huiskamer van de Buurt", Text("De Posten 135, ongeveer 2 km")),
        ActivityRow(Text("do 26 nov 14:00"), "Taalcafé", Text("Pijpenstraat 15, ongeveer 3 km")),
        ActivityRow(Text("vr 27 nov 9:30"), "Samen bewegen", Text("Broekheurne-Ring 1010")),
    ),
)
TALK = TalkBlock(
    Text("Lukt het niet? Kom terug. Wij helpen u verder."),
    (Text("Wijkwijzer De Magneet, Hertmebrink 1, Enschede"), Text("Open: ma t/m do 9:00-12:00")),
)
WRITE = WriteBlock((Text("Wie helpt mij?"), Text("Mijn eerste stap"), Text("Wanneer?"), Text("Tel.")))
FOOTER = FooterBlock(
    (Text("Dit papier is van u. Wij bewaren niets."), Text("Is er nu gevaar? Bel 112."), Text("Vragenlijst 2026.11"))
)


def slip(*blocks: Block) -> Slip:
    """A Dutch slip of these blocks; without any, a usual whole one."""
    return Slip(HEADER, blocks or (*STEPS, ACTIVITIES, TALK, WRITE, FOOTER))


TURKISH = Slip(
    Header(HEADER.counter, HEADER.place, HEADER.at, Text("22 nov 2026", "22 Kas 2026"), HEADER.code),
    (
        UrgentBlock(
            Text("Vandaag bellen", "Bugün arayın"),
            (Text("U hoeft dit niet alleen te doen.", "Bunu tek başınıza yapmak zorunda değilsiniz."),),
            (("113", Text("113 Zelfmoordpreventie", "113 İntiharı önleme")),),
        ),
        StepBlock(
            1,
            Text("Rekeningen betalen", "Faturaları ödemek"),
            "Stadsbank Oost Nederland",
            (
                Text("Hulp bij schulden. Gratis.", "Borç yardımı. Ücretsiz."),
                Text("Neem mee: post en uw pas", "Getirin: mektuplar ve kimliğiniz"),
                Text("Waarom? U zei: ik kan soms niet betalen.", "Neden? Dediniz ki: bazen ödeyemiyorum."),
                Text("Openingstijden niet bekend. Bel eerst.", "Açılış saatleri bilinmiyor. Önce arayın."),
            ),
            "088 766 36 66",
            "tel:+31887663666",
        ),
        ActivitiesBlock(
            Text("Doe mee deze week", "Bu hafta katılın"),
            (ActivityRow(Text("di 24 nov 12:00", "24 Kas Sal 12:00"), "Wandelgroep", Text("ongeveer 2 km", "yaklaşık 2 km")),),
        ),
        TalkBlock(Text("Kom terug.", "Tekrar gelin."), (Text("Hertmebrink 1, Enschede", "Hertmebrink 1, Enschede"),)),
        WriteBlock((Text("Wie helpt mij?", "Bana kim yardım ediyor?"), Text("Wanneer?", "Ne zaman?"))),
        FooterBlock((Text("Dit papier is van u.", "Bu kâğıt sizindir."), Text("Bel 112.", "112’yi arayın."))),
    ),
    "tr",
)
