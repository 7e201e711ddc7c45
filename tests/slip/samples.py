"""One realistic slip in each language, with everything that a slip can hold. Not the program's own translations."""

from dataclasses import dataclass
from datetime import UTC, datetime

from wijkwijzer_desktop.domain.slip import (
    ActivitiesBlock,
    ActivityRow,
    FooterBlock,
    Header,
    Slip,
    StepBlock,
    TalkBlock,
    UrgentBlock,
    WriteBlock,
)
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n.isolation import isolated
from wijkwijzer_desktop.i18n.languages import language

PHONES = {"phone": "053-1234567", "other": "088 766 36 66"}
PLACES = {"address": "Hengelosestraat 51, 7514 AD Enschede", "house": "De Posten 135"}
COUNTER = "Wijkwijzer De Magneet, Hertmebrink 1, Enschede"


@dataclass(frozen=True, slots=True)
class Words:
    """`{name}` is filled with what stays Dutch: a phone number, an address."""

    date: str
    urgent: tuple[str, str, str]
    concern: str
    what: str
    hours: str
    call: str
    where: str
    cost: str
    bring: str
    why: str
    activities: str
    meeting: tuple[str, str]
    talk: tuple[str, str]
    write: tuple[str, str, str]
    footer: tuple[str, str]


WORDS = {
    "nl": Words(
        "22 nov 2026",
        ("Vandaag bellen", "Denkt u aan zelfdoding? U hoeft dit niet alleen te doen.", "113, dag en nacht"),
        "Rekeningen betalen",
        "Hulp bij schulden. Samen maakt u een plan.",
        "Open: ma-vr 9-17. Vandaag tot 17:00.",
        "Bel {phone} of {other}.",
        "{address} (ongeveer 2 km)",
        "Kosten: gratis, of € 2,50",
        "Neem mee: brieven (van de bank) en uw pas",
        "Waarom: u zei “ik kan soms niet betalen”.",
        "Doe mee deze week",
        ("wo 25 nov 9:00–17:00", "{house}, ongeveer 2 km"),
        ("Lukt het niet? Kom terug.", "Open: ma-do 9:00–12:00"),
        ("Wie helpt mij?", "Mijn eerste stap", "Wanneer?"),
        ("Dit papier is van u. Wij bewaren niets.", "Is er nu gevaar? Bel 112."),
    ),
    "en": Words(
        "22 Nov 2026",
        ("Call today", "Are you thinking of suicide? You do not have to do this alone.", "113, day and night"),
        "Paying the bills",
        "Help with debts. Together you make a plan.",
        "Open: Mon-Fri 9-17. Today until 17:00.",
        "Call {phone} or {other}.",
        "{address} (about 2 km)",
        "Cost: free, or € 2.50",
        "Bring: letters (from the bank) and your ID card",
        "Why: you said “sometimes I can’t pay”.",
        "Join in this week",
        ("Wed 25 Nov 9:00–17:00", "{house}, about 2 km"),
        ("Not working out? Come back.", "Open: Mon-Thu 9:00–12:00"),
        ("Who helps me?", "My first step", "When?"),
        ("This paper is yours. We keep nothing.", "Danger right now? Call 112."),
    ),
    "de": Words(
        "22. Nov. 2026",
        ("Heute anrufen", "Denken Sie an Suizid? Sie müssen das nicht allein schaffen.", "113, Tag und Nacht"),
        "Rechnungen bezahlen",
        "Hilfe bei Schulden. Zusammen machen Sie einen Plan.",
        "Geöffnet: Mo-Fr 9-17. Heute bis 17:00.",
        "Rufen Sie an: {phone} oder {other}.",
        "{address} (ungefähr 2 km)",
        "Kosten: kostenlos, oder 2,50 €",
        "Mitbringen: Briefe (von der Bank) und Ihren Ausweis",
        "Warum: Sie sagten „ich kann manchmal nicht zahlen“.",
        "Machen Sie diese Woche mit",
        ("Mi 25. Nov. 9:00–17:00", "{house}, ungefähr 2 km"),
        ("Klappt es nicht? Kommen Sie wieder.", "Geöffnet: Mo-Do 9:00–12:00"),
        ("Wer hilft mir?", "Mein erster Schritt", "Wann?"),
        ("Dieses Papier gehört Ihnen. Wir bewahren nichts auf.", "Gefahr? Rufen Sie 112 an."),
    ),
    "tr": Words(
        "22 Kas 2026",
        ("Bugün arayın", "İntiharı mı düşünüyorsunuz? Bunu tek başınıza taşımak zorunda değilsiniz.", "113, gece gündüz"),
        "Faturaları ödemek",
        "Borçlar için yardım. Birlikte bir plan yaparsınız.",
        "Açık: Pzt-Cum 9-17. Bugün 17:00’ye kadar.",
        "Arayın: {phone} veya {other}.",
        "{address} (yaklaşık 2 km)",
        "Ücret: ücretsiz ya da 2,50 €",
        "Getirin: mektuplar (bankadan) ve kimliğiniz",
        "Neden: “bazen ödeyemiyorum” dediniz.",
        "Bu hafta katılın",
        ("25 Kas Çar 9:00–17:00", "{house}, yaklaşık 2 km"),
        ("Olmuyor mu? Tekrar gelin.", "Açık: Pzt-Per 9:00–12:00"),
        ("Bana kim yardım ediyor?", "İlk adımım", "Ne zaman?"),
        ("Bu kâğıt sizindir. Hiçbir şey saklamıyoruz.", "Şimdi tehlike mi var? 112’yi arayın."),
    ),
    "pl": Words(
        "22 lis 2026",
        ("Zadzwoń dzisiaj", "Myśli Pan lub Pani o samobójstwie? Nie trzeba być z tym samemu.", "113, dzień i noc"),
        "Płacenie rachunków",
        "Pomoc w długach. Razem ułożycie plan.",
        "Otwarte: pon-pt 9-17. Dzisiaj do 17:00.",
        "Proszę dzwonić: {phone} albo {other}.",
        "{address} (około 2 km)",
        "Koszt: bezpłatnie albo 2,50 €",
        "Proszę wziąć: listy (z banku) i dowód",
        "Dlaczego: słyszymy „czasem nie mogę zapłacić”.",
        "Dołącz w tym tygodniu",
        ("śr. 25 lis 9:00–17:00", "{house}, około 2 km"),
        ("Nie udaje się? Proszę wrócić.", "Otwarte: pon-czw 9:00–12:00"),
        ("Kto mi pomaga?", "Mój pierwszy krok", "Kiedy?"),
        ("Ta kartka jest Twoja. Niczego nie przechowujemy.", "Grozi niebezpieczeństwo? Dzwoń: 112."),
    ),
    "uk": Words(
        "22 лист. 2026",
        ("Зателефонуйте сьогодні", "Думаєте про самогубство? Ви не мусите бути з цим на самоті.", "113, удень і вночі"),
        "Сплачувати рахунки",
        "Допомога з боргами. Разом ви складете план.",
        "Відчинено: пн-пт 9-17. Сьогодні до 17:00.",
        "Телефонуйте {phone} або {other}.",
        "{address} (приблизно 2 км)",
        "Вартість: безкоштовно або 2,50 €",
        "Візьміть: листи (з банку) й посвідчення",
        "Чому: ви сказали «іноді не можу заплатити».",
        "Долучайтеся цього тижня",
        ("ср 25 лист. 9:00–17:00", "{house}, приблизно 2 км"),
        ("Не виходить? Приходьте ще.", "Відчинено: пн-чт 9:00–12:00"),
        ("Хто мені допомагає?", "Мій перший крок", "Коли?"),
        ("Цей папір ваш. Ми нічого не зберігаємо.", "Є небезпека? Телефонуйте 112."),
    ),
    "ar": Words(
        "22 نوفمبر 2026",
        ("اتصل اليوم", "هل تفكر في الانتحار؟ لست مضطرًا إلى أن تبقى وحدك.", "113، ليلًا ونهارًا"),
        "دفع الفواتير",
        "مساعدة في الديون. نضع معًا خطة.",
        "مفتوح: الاثنين-الجمعة 9-17. اليوم حتى 17:00.",
        "اتصل {phone} أو {other}.",
        "{address} (حوالي 2 كم)",
        "التكلفة: مَجّانًا، أو 2,50 €",
        "أحضر معك: الرسائل (من البنك) وبطاقة الهوية",
        "لماذا؟ قلت «لا أستطيع الدفع أحيانًا».",
        "شارك هذا الأسبوع",
        ("الأربعاء 25 نوفمبر 9:00–17:00", "{house}، حوالي 2 كم"),
        ("لم ينجح الأمر؟ عد إلينا. الآلاء لا للإلغاء.", "مفتوح: الاثنين-الخميس 9:00–12:00"),
        ("من يساعدني؟", "خطوتي الأولى", "متى؟"),
        ("هذه الورقة لك. نحن لا نحتفظ بشيء.", "هل هناك خطر الآن؟ اتصل 112."),
    ),
    "fa": Words(
        "22 نوامبر 2026",
        ("امروز زنگ بزنید", "به خودکشی فکر می‌کنید؟ لازم نیست تنها بمانید.", "113، شبانه‌روزی"),
        "پرداخت قبض‌ها",
        "کمک برای بدهی. با هم برنامه‌ای می‌سازید.",
        "باز: دوشنبه-جمعه 9-17. امروز تا 17:00.",
        "زنگ بزنید {phone} یا {other}.",
        "{address} (حدود 2 کیلومتر)",
        "هزینه: رایگان، یا 2,50 €",
        "همراه بیاورید: نامه‌ها (از بانک) و کارت شناسایی",
        "چرا؟ گفتید «گاهی نمی‌توانم بپردازم».",
        "این هفته شرکت کنید",
        ("چهارشنبه 25 نوامبر 9:00–17:00", "{house}، حدود 2 کیلومتر"),
        ("نشد؟ دوباره بیایید. پژوهش، گچ، خانۀ ما.", "باز: دوشنبه-پنجشنبه 9:00–12:00"),
        ("چه کسی به من کمک می‌کند؟", "اولین قدم من", "کی؟"),
        ("این کاغذ مال شماست. ما چیزی نگه نمی‌داریم.", "الان خطر هست؟ به 112 زنگ بزنید."),
    ),
    "ti": Words(
        "22 ሕዳር 2026",
        ("ሎሚ ደውሉ", "ህይወትኩም ንምጥፋእ ትሓስቡ ዶ? በይንኹም ክትኮኑ የብልኩምን።", "113፣ ለይትን መዓልትን"),
        "ዕዳ ምኽፋል",
        "ሓገዝ ብዛዕባ ዕዳ። ብሓባር መደብ ትገብሩ።",
        "ክፉት፦ ሰኑይ-ዓርቢ 9-17። ሎሚ ክሳብ 17:00።",
        "ናብ {phone} ወይ {other} ደውሉ።",
        "{address} (ብግምት 2 ኪ.ሜ)",
        "ዋጋ፦ ብናጻ፣ ወይ € 2,50",
        "ሒዝኩም ምጹ፦ ደብዳበታት (ካብ ባንኪ) ከምኡ’ውን መንነት ወረቐት",
        "ስለምንታይ፦ “ሓሓሊፉ ክኸፍል ኣይክእልን” ኢልኩም።",
        "ኣብዚ ሰሙን ተሳተፉ",
        ("ረቡዕ 25 ሕዳር 9:00–17:00", "{house}፣ ብግምት 2 ኪ.ሜ"),
        ("ኣይሰርሐን ዶ? ተመለሱ። ቋንቋ፡ ቈልዓ፡ ጓና።", "ክፉት፦ ሰኑይ-ሓሙስ 9:00–12:00"),
        ("መን ይሕግዘኒ?", "ናይ መጀመርታ ስጉምተይ", "መዓስ?"),
        ("እዚ ወረቐት ናትኩም እዩ። ንሕና ዝኾነ ነገር ኣይንዕቅብን።", "ሕጂ ሓደጋ ኣሎ? ናብ 112 ደውሉ።"),
    ),
    "so": Words(
        "22 Nof 2026",
        ("Maanta wac", "Ma ka fikiraysaa inaad is disho? Keligaa ma tihid.", "113, habeen iyo maalin"),
        "Bixinta biilasha",
        "Caawimo deynta. Wadajir ayaad qorshe u samaynaysaan.",
        "Furan: Isn-Jim 9-17. Maanta ilaa 17:00.",
        "Wac {phone} ama {other}.",
        "{address} (qiyaastii 2 km)",
        "Kharash: bilaash, ama € 2,50",
        "Soo qaado: warqadaha (bangiga) iyo kaarkaaga",
        "Sababta: waxaad tiri “mararka qaar ma bixin karo”.",
        "Ka qayb qaado toddobaadkan",
        ("Arb 25 Nof 9:00–17:00", "{house}, qiyaastii 2 km"),
        ("Ma shaqayn? Soo noqo.", "Furan: Isn-Kha 9:00–12:00"),
        ("Yaa i caawinaya?", "Tallaabadayda koowaad", "Goorma?"),
        ("Warqaddan adigaa leh. Waxba ma kaydinno.", "Khatar ma jirtaa hadda? Wac 112."),
    ),
    "ro": Words(
        "22 nov. 2026",
        ("Sunați astăzi", "Vă gândiți la sinucidere? Nu trebuie să fiți singuri.", "113, zi și noapte"),
        "Plata facturilor",
        "Ajutor la datorii. Împreună faceți un plan.",
        "Deschis: lun-vin 9-17. Astăzi până la 17:00.",
        "Sunați la {phone} sau {other}.",
        "{address} (cam 2 km)",
        "Cost: gratuit sau 2,50 €",
        "Aduceți: scrisori (de la bancă) și buletinul",
        "De ce: ați spus „uneori nu pot plăti”.",
        "Participați în această săptămână",
        ("mie. 25 nov. 9:00–17:00", "{house}, cam 2 km"),
        ("Nu reușiți? Reveniți la noi.", "Deschis: lun-joi 9:00–12:00"),
        ("Cine mă ajută?", "Primul meu pas", "Când?"),
        ("Această hârtie vă aparține. Nu păstrăm nimic.", "Este pericol acum? Sunați la 112."),
    ),
}


def sample(code: str) -> Slip:
    """The slip in this language and Dutch."""
    spoken = language(code)
    own, dutch = WORDS[code], WORDS["nl"]
    values = PHONES | PLACES
    kept = {name: isolated(value) for name, value in values.items()} if spoken.right_to_left else values

    def text(in_dutch: str, in_own: str) -> Text:
        return Text(in_dutch.format(**values), "" if code == "nl" else in_own.format(**kept))

    def texts(in_dutch: tuple[str, ...], in_own: tuple[str, ...]) -> tuple[Text, ...]:
        return tuple(text(*both) for both in zip(in_dutch, in_own, strict=True))

    title, line, whose = texts(dutch.urgent, own.urgent)
    meeting, talk = (texts(getattr(dutch, part), getattr(own, part)) for part in ("meeting", "talk"))
    lines = [
        text(getattr(dutch, part), getattr(own, part)) for part in ("what", "hours", "call", "where", "cost", "bring", "why")
    ]
    return Slip(
        Header(
            "Wijkwijzer De Magneet",
            "Hertmebrink 1, Enschede",
            datetime(2026, 11, 22, 10, tzinfo=UTC),
            text(dutch.date, own.date),
            "K7QM-3H",
        ),
        (
            UrgentBlock(title, (line,), (("113", whose),)),
            StepBlock(
                1,
                text(dutch.concern, own.concern),
                "Stadsbank Oost Nederland",
                tuple(lines),
                PHONES["other"],
                "tel:+31887663666",
            ),
            ActivitiesBlock(
                text(dutch.activities, own.activities),
                (ActivityRow(meeting[0], "Huiskamer van de Buurt", meeting[1]),),
            ),
            TalkBlock(talk[0], (Text(COUNTER), talk[1])),
            WriteBlock(texts(dutch.write, own.write)),
            FooterBlock(texts(dutch.footer, own.footer)),
        ),
        code,
        spoken.direction,
    )
