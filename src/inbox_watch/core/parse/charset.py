"""Bytes to text, whatever the sender said about them."""

from __future__ import annotations

import codecs
import re
import unicodedata

# Python's codec registry also holds transforms (rot13, zlib), slow ones (punycode, idna are quadratic) and one that
# makes control characters (unicode_escape). A sender may only name a real character set.
_REAL = re.compile(
    r"(?:ascii|utf-8|utf-8-sig|utf-7|utf-16|utf-16-[lb]e|utf-32|utf-32-[lb]e|iso8859-[0-9]{1,2}|cp[0-9]{3,5}|"
    r"koi8-[rtu]|gb2312|gbk|gb18030|hz|big5|big5hkscs|johab|euc_[a-z0-9]{2,12}|shift_jis[a-z0-9_]{0,6}|"
    r"iso2022_[a-z0-9_]{2,8}|mac-[a-z-]{3,12}|tis-620|ptcp154|kz1048|hp-roman8)"
)
# What mailers write, against what they mean: the wider set of the same family (as the WHATWG's encoding standard does).
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
_OTHER_NAMES = {
    "iso-8859-8-i": "iso8859-8",
    "x-sjis": "cp932",
    "utf8mb4": "utf-8",
    "unicode-1-1-utf-7": "utf-7",
}
_BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def find_codec(name: str | None) -> str | None:
    """Return the codec for a declared character set, or None where the name is unknown or no character set."""
    if not name or len(name) > 60 or not name.isascii():
        return None
    wanted = name.strip(" \t\"'").lower()
    try:
        found = codecs.lookup(_OTHER_NAMES.get(wanted, wanted)).name
    except (LookupError, ValueError):
        return None
    return _WIDER.get(found, found) if _REAL.fullmatch(found) else None


def decode(data: bytes, declared: str | None = None) -> str:
    """Decode text: by its byte order mark, as declared, as UTF-8, else as Windows-1252; it never fails.

    Text that is declared as Western but reads as UTF-8 is UTF-8: the other way round it would be gibberish.
    """
    for mark, codec in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return without_surrogates(data.decode(codec, "replace"))
    codec_name = find_codec(declared)
    if codec_name in (None, "utf-8", "cp1252"):
        return _decode_western(data)
    assert codec_name is not None
    try:
        return without_surrogates(data.decode(codec_name))
    except UnicodeError:
        return _decode_badly_declared(data, codec_name)


def _decode_western(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        rest = data.decode("utf-8", "ignore")
    return data.decode("cp1252", "replace") if rest.isascii() else data.decode("utf-8", "replace")


def _decode_badly_declared(data: bytes, codec_name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return without_surrogates(data.decode(codec_name, "replace"))


def without_surrogates(text: str) -> str:
    """Replace lone surrogates, which no UTF-8 output can hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return text


_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")


def clean_text(text: str) -> str:
    """Give every line end as LF, and drop control characters: none of them is something a person wrote."""
    return without_surrogates(_CONTROLS.sub("", _LINE_ENDS.sub("\n", text)))


_SPACES = re.compile(r"\s+")


def clean_line(text: str) -> str:
    """Return text as one line, composed (NFC), with single spaces, and without control characters."""
    return unicodedata.normalize("NFC", _SPACES.sub(" ", clean_text(text)).strip())
