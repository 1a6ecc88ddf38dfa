"""Which language a text is in, and whether Hedgerow reads it."""

import re
from dataclasses import dataclass, replace
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from framing.document.types import Document
from framing.errors import LanguageError
from framing.settings import DEFAULTS, Settings

READ = "en"
ENOUGH = 20_000  # code points: more text does not change the answer
FUNCTION_WORDS = frozenset(  # no words of German, Dutch, French, Spanish, Italian or Portuguese
    "the and that for with by from his its their it they has have were are been but said who which this "
    "would after about into than to".split()
)
ENGLISH_SHARE = 0.08  # function words among all words: English has .2 and more, other languages below .02
SURE = 0.6  # probability below which the detector has only seen names; texts of other languages reach .9
WORD = re.compile(r"[^\W\d_]+")
NAMES = {
    "af": "Afrikaans", "am": "Amharic", "an": "Aragonese", "ar": "Arabic", "ary": "Moroccan Arabic",
    "arz": "Egyptian Arabic", "as": "Assamese", "az": "Azerbaijani", "ba": "Bashkir", "be": "Belarusian",
    "bg": "Bulgarian", "bn": "Bengali", "br": "Breton", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech",
    "cy": "Welsh", "da": "Danish", "de": "German", "dz": "Dzongkha", "el": "Greek", "en": "English",
    "eo": "Esperanto", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish",
    "fo": "Faroese", "fr": "French", "fy": "Frisian", "ga": "Irish", "gd": "Scottish Gaelic",
    "gl": "Galician", "gu": "Gujarati", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "ht": "Haitian Creole", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "ig": "Igbo",
    "is": "Icelandic", "it": "Italian", "ja": "Japanese", "jv": "Javanese", "ka": "Georgian",
    "kk": "Kazakh", "km": "Khmer", "kn": "Kannada", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz",
    "la": "Latin", "lb": "Luxembourgish", "lg": "Ganda", "ln": "Lingala", "lo": "Lao", "lt": "Lithuanian",
    "lv": "Latvian", "mg": "Malagasy", "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian",
    "mr": "Marathi", "ms": "Malay", "mt": "Maltese", "my": "Burmese", "nb": "Norwegian Bokmål",
    "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian Nynorsk", "no": "Norwegian", "oc": "Occitan",
    "om": "Oromo", "or": "Odia", "pa": "Punjabi", "pcm": "Nigerian Pidgin", "pl": "Polish", "ps": "Pashto",
    "pt": "Portuguese", "qu": "Quechua", "ro": "Romanian", "ru": "Russian", "rw": "Kinyarwanda",
    "sa": "Sanskrit", "se": "Northern Sami", "si": "Sinhala", "sk": "Slovak", "sl": "Slovene",
    "sn": "Shona", "so": "Somali", "sq": "Albanian", "sr": "Serbian", "st": "Sotho", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "tg": "Tajik", "th": "Thai", "tk": "Turkmen",
    "tl": "Tagalog", "tr": "Turkish", "tt": "Tatar", "ug": "Uyghur", "uk": "Ukrainian", "ur": "Urdu",
    "uz": "Uzbek", "vi": "Vietnamese", "vo": "Volapük", "wa": "Walloon", "wuu": "Wu Chinese", "xh": "Xhosa",
    "yo": "Yoruba", "yue": "Cantonese", "zh": "Chinese", "zu": "Zulu",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Language:
    code: str  # ISO 639-1
    name: str  # in English; the code where no name is known
    probability: float  # among all languages of the detector, 0 to 1


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect(text: str, settings: Settings = DEFAULTS) -> Language | None:
    """The language of a text; `None` below `settings.min_language_letters` letters."""
    sample = text[:ENOUGH]
    if sum(sign.isalpha() for sign in sample) < settings.min_language_letters:
        return None
    code, probability = _identifier().classify(sample.encode(errors="replace").decode())
    return Language(code, NAMES.get(code, code), probability)


def require_english(document: Document, settings: Settings = DEFAULTS) -> Document:
    """The document with its language; too little text counts as English.

    Raises:
        LanguageError: it reads as another language, and `settings.any_language` is off.
    """
    text = _included(document)
    if not settings.any_language and _english_share(text) >= ENGLISH_SHARE:
        return replace(document, language=READ)  # whatever the detector makes of the foreign names in it
    language = detect(text, settings)
    if language is None or language.code == READ:
        return replace(document, language=READ)
    if settings.any_language:
        return replace(document, language=language.code)
    if language.probability < SURE:
        return replace(document, language=READ)
    raise LanguageError(
        f"This text reads as {language.name} ({language.code}, probability {language.probability:.2f}). "
        "Hedgerow reads English; read anyway (--any-language on the command line), the result is worth little"
    )


def _included(document: Document) -> str:
    return "\n".join(document.text[block.start : block.end] for block in document.blocks if block.included)


def _english_share(text: str) -> float:
    words = WORD.findall(text[:ENOUGH].casefold())
    return sum(word in FUNCTION_WORDS for word in words) / len(words) if words else 0.0
