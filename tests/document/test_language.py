"""Which language, and whether it is read."""

from dataclasses import replace

import pytest

from framing.document import detect, from_text, require_english
from framing.document.language import NAMES, _identifier
from framing.errors import LanguageError
from framing.settings import DEFAULTS

OTHERS = {
    "German": "Der Kreml lehnte es am Montag ab, Berichte über den Besuch des chinesischen Präsidenten zu kommentieren.",
    "French": "Le Kremlin a refusé lundi de commenter les informations sur la visite du président chinois à Moscou, selon l'agence.",
    "Spanish": "El Kremlin se negó el lunes a comentar las informaciones sobre la visita del presidente chino a Moscú.",
    "Russian": "В Кремле в понедельник отказались комментировать сообщения о визите председателя КНР Си Цзиньпина в Москву.",
    "Chinese": "克里姆林宫周一拒绝就中国国家主席访问莫斯科的报道发表评论。" * 4,
    "Arabic": "رفض الكرملين يوم الاثنين التعليق على التقارير المتعلقة بزيارة الرئيس الصيني إلى موسكو، وفق ما ذكرته وكالة الأنباء.",
    "Hebrew": "הקרמלין סירב ביום שני להגיב על הדיווחים על ביקורו של נשיא סין במוסקבה, כך מסרה סוכנות הידיעות רויטרס מבייג'ינג.",
    "Turkish": "Kremlin, Çin Devlet Başkanı'nın Moskova ziyaretine ilişkin haberler hakkında pazartesi günü yorum yapmaktan kaçındı.",
}
ENGLISH = [
    "Kyrylo Budanov told Ukrainska Pravda that Wagner fighters had left Bakhmut for Luhansk, Donetsk and Rostov-on-Don.",
    "Recep Tayyip Erdoğan and Kılıçdaroğlu held rallies in İzmir, Diyarbakır and Şanlıurfa ahead of Sunday's vote.",
    "Ngozi Okonjo-Iweala, Muhammadu Buhari and Olusegun Obasanjo attended the service in Abuja on Friday, aides said.",
    "Xi Jinping, Li Qiang, Zhao Leji, Wang Huning, Cai Qi, Ding Xuexiang and Li Xi walked onto the stage in Beijing.",
    "Mette Frederiksen, Ulf Kristersson, Jonas Gahr Støre and Sanna Marin met in Ystad, Sweden, for talks on Øresund.",
    "“¡No pasarán!” chanted supporters of Cristina Fernández de Kirchner outside the Casa Rosada in Buenos Aires.",
    "Bundeskanzler Olaf Scholz, as Germans call him, met Bundespräsident Frank-Walter Steinmeier at Schloss Bellevue.",
    "Le Monde and Libération reported that Jean-Luc Mélenchon had split with La France Insoumise's Parisian deputies.",
    "Nguyễn Phú Trọng, Võ Văn Thưởng and Phạm Minh Chính were absent from the congress in Hà Nội, state media reported.",
    "Seyyed Ebrahim Raisi's helicopter crashed near Varzaqan in East Azerbaijan, the Tasnim and IRNA agencies reported.",
    "Vučić, Dodik, Kurti, Abazović and Kovačevski signed the Ohrid annex, but Belgrade's Politika called it worthless.",
    "Narendra Modi's Bharatiya Janata Party lost Karnataka to Siddaramaiah and D.K. Shivakumar's Congress on Saturday.",
    'Yoon Suk Yeol, Fumio Kishida and Joe Biden gathered at Camp David; Pyongyang\'s KCNA denounced an "Asian NATO".',
    "Prosecutors in São Paulo charged Jair Bolsonaro's aide Mauro Cid; Alexandre de Moraes and Luís Barroso will rule.",
    "Mateusz Morawiecki's Prawo i Sprawiedliwość and Donald Tusk's Koalicja Obywatelska traded accusations in the Sejm.",
    "Orbán Viktor's Fidesz, Magyar Péter's Tisza and the Demokratikus Koalíció are running in Győr, Pécs and Szeged.",
    "The Kremlin declined to comment, while the Elysee and Downing Street said little about the call.",
    "Shares in Toyota, Nissan, Mitsubishi Heavy, Kawasaki and Sumitomo fell in Tokyo; Samsung and Hyundai rose in Seoul.",
    "Ayman Safadi, Faisal bin Farhan, Badr Abdelatty and Abdullah bin Zayed will meet Blinken in Aqaba, Amman said.",
    "Volodymyr Zelensky dismissed Valerii Zaluzhnyi, naming Oleksandr Syrskyi commander-in-chief of Ukraine's forces.",
    "Iñigo Urkullu, Pere Aragonès and Carles Puigdemont welcomed the amnesty; Feijóo and Abascal vowed to fight it.",
    "Hezbollah's al-Manar said Ibrahim Aqil and Ahmed Wahbi had died in Dahiyeh; Israel's army confirmed the strike.",
    "Rodrigo Duterte, Bongbong Marcos and Leni Robredo all laid wreaths at the Libingan ng mga Bayani in Taguig City.",
    "Giorgia Meloni's Fratelli d'Italia, Salvini's Lega and Forza Italia agreed on the manovra, Corriere della Sera said.",
    "Abiy Ahmed and Debretsion Gebremichael met in Halala Kella; Getachew Reda said Mekelle's banks would soon reopen.",
    "Mikheil Saakashvili, Bidzina Ivanishvili, Irakli Kobakhidze and Salome Zourabichvili traded blame over Tbilisi's law.",
    "Kassym-Jomart Tokayev dismissed Karim Massimov; Nursultan Nazarbayev's Nur Otan was renamed Amanat in Astana.",
    "Prabowo Subianto, Ganjar Pranowo and Anies Baswedan filed papers at the Komisi Pemilihan Umum in Jakarta Pusat.",
    "Þórdís Kolbrún Gylfadóttir closed Iceland's embassy in Moscow; Reykjavík said the Althing had been consulted first.",
    "MOSCOW/BEIJING, March 13 (Reuters) - Xi plans to travel to Russia to meet Putin next week, people briefed said.",
]


@pytest.mark.parametrize("name", OTHERS)
def test_other_languages_are_refused_by_name(name: str) -> None:
    document = from_text(OTHERS[name])
    with pytest.raises(LanguageError, match=rf"reads as {name} \(\d+ % sure\)"):
        require_english(document)
    assert require_english(document, replace(DEFAULTS, any_language=True)).language != "en"


@pytest.mark.parametrize("paragraph", ENGLISH)
def test_english_full_of_foreign_names_is_read(paragraph: str) -> None:
    assert require_english(from_text(paragraph)).language == "en"


def test_too_few_letters_are_no_evidence() -> None:
    assert detect("Der Kreml schweigt.") is None
    assert require_english(from_text("Der Kreml schweigt.")).language == "en"


def test_only_included_blocks_count() -> None:
    menu = "Accepter les cookies\nContinuer sans accepter\n" * 20
    assert require_english(from_text(menu + "\n\n" + ENGLISH[16] + "\n\n" + ENGLISH[19])).language == "en"


def test_every_language_of_the_detector_has_a_name() -> None:
    assert {code for code in _identifier().labels if len(code) == 2 and code not in NAMES} == set()
