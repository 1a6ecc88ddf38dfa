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
FUNCTION_WORDS = frozenset(
    "the of and to in a that is was for on with as by at from his her its their he she it they has had have were are "
    "be been not but said who which this an will would after over about into than".split()
)
ENGLISH_SHARE = 0.2  # function words among all words; texts of other languages stay below .08
WORD = re.compile(r"[^\W\d_]+")
NAMES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian",
    "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "eo": "Esperanto", "es": "Spanish", "et": "Estonian", "eu": "Basque",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician", "gu": "Gujarati",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "ht": "Haitian Creole", "hu": "Hungarian", "hy": "Armenian",
    "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh",
    "km": "Khmer", "kn": "Kannada", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz", "la": "Latin", "lo": "Lao",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi",
    "ms": "Malay", "mt": "Maltese", "nb": "Norwegian Bokmål", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian Nynorsk",
    "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "si": "Sinhala", "sk": "Slovak", "sl": "Slovene", "so": "Somali", "sq": "Albanian",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai", "tl": "Tagalog",
    "tr": "Turkish", "ug": "Uyghur", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese",
    "xh": "Xhosa", "yo": "Yoruba", "zh": "Chinese", "zu": "Zulu",
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


def detect_document(document: Document, settings: Settings = DEFAULTS) -> Language | None:
    """The language of the blocks that are read."""
    return detect(_included(document), settings)


def require_english(document: Document, settings: Settings = DEFAULTS) -> Document:
    """The document with its language; too little text counts as English.

    Raises:
        LanguageError: it reads as another language, and `settings.any_language` is off.
    """
    text = _included(document)
    language = detect(text, settings)
    if language is None or language.code == READ:
        return replace(document, language=READ)
    if settings.any_language:
        return replace(document, language=language.code)
    if _english_share(text) >= ENGLISH_SHARE:  # English, full of foreign names
        return replace(document, language=READ)
    raise LanguageError(
        f"This text reads as {language.name} ({language.code}, probability {language.probability:.2f}). "
        "Hedgerow reads English; choose 'read anyway' on the page, or --any-language on the command line"
    )


def _included(document: Document) -> str:
    return "\n".join(document.text[block.start : block.end] for block in document.blocks if block.included)


def _english_share(text: str) -> float:
    words = WORD.findall(text[:ENOUGH].casefold())
    return sum(word in FUNCTION_WORDS for word in words) / len(words) if words else 0.0
