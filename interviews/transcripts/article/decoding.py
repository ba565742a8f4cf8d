"""Bytes of a pasted article to text, saying which encoding was believed."""

import codecs

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of a file and the name of the encoding it was read in (`utf-8`, `utf-16` or `gb18030`).

    A byte order mark decides; without one UTF-8 is tried, then GB18030, the encoding of older Chinese systems.
    Raises ValueError, saying so plainly, when none of them fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_strictly(data, encoding), encoding.removesuffix("-sig")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text = _decode_strictly(data, "gb18030")
    if "\0" in text:
        raise ValueError("the file is not a text: it holds null bytes")
    return text, "gb18030"


def _decode_strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(f"the file is not a text in UTF-8, UTF-16 or GB18030: byte {error.start} fits none") from None
