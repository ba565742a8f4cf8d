"""Whether a text asks: by its question mark, or by the words with which an interviewer requests an answer."""

import re

_ENDS_ASKING = re.compile(r"[?？][”’\"')\]）】]?\s*$")
_REQUESTS = re.compile(
    r"^(?:请|能否)|请(?:您|你|两位|三位|各位|大家|教授|问|谈|介绍|分享|展望|.{1,8}(?:教授|博士|主任|院长|院士))"
    r"|谈谈|您(?:怎么|如何|怎样|认为)"
    r"|\b(?:[Cc]ould|[Cc]an|[Ww]ould|[Ww]ill) you\b|\b[Pp]lease\b|\b(?:[Ww]hat|[Hh]ow) (?:do|would) you\b"
    r"|^(?:Tell us|Let us|Let’s|Let's)"
)


def asks(text: str) -> bool:
    """Say whether a text ends in a question, or requests something in its first or last words."""
    return (
        _ENDS_ASKING.search(text[-20:]) is not None
        or _REQUESTS.search(text[:60]) is not None
        or _REQUESTS.search(text[-80:]) is not None
    )
