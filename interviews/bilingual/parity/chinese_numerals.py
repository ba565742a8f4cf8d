"""Chinese numerals: 三十七, 两千五, 二〇二五, 七八十, 1.2亿."""

import re

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}

ARABIC = r"\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?"
HAN = r"[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?"
_TWO_DIGITS = re.compile(r"^([一二两三四五六七八九])([二两三四五六七八九])([十百千万亿]*)$")


def values(text: str) -> list[float]:
    """Return the value of a numeral, or both ends where two digits in a row give an estimate (三五, 七八十).

    Takes Chinese or Arabic digits with 万 and 亿. Raises ValueError for anything else.
    """
    estimate = _TWO_DIGITS.match(text)
    if estimate and DIGITS[estimate[1]] < DIGITS[estimate[2]]:
        return [_value(digit + estimate[3]) for digit in estimate.group(1, 2)]
    return [_value(text)]


def _value(text: str) -> float:
    if text[0].isdigit():
        number = re.match(ARABIC, text)
        times = 1
        for mark in text[number.end() :]:
            times *= (TENS | MYRIADS)[mark]
        return round(float(number[0].replace(",", "")) * times, 6)
    whole, _, decimals = text.partition("点")
    if decimals:
        return float(f"{_whole(whole)}." + "".join(str(DIGITS[digit]) for digit in decimals))
    return float(_whole(whole))


def _whole(text: str) -> int:
    if all(mark in DIGITS for mark in text):
        return int("".join(str(DIGITS[mark]) for mark in text))
    total = section = digit = 0
    last = 1
    for mark in text:
        if mark in DIGITS:
            digit = DIGITS[mark]
            if digit == 0:
                last = 10
        elif mark in TENS:
            section += (digit or 1) * TENS[mark]
            digit, last = 0, TENS[mark]
        else:
            total = (total + section + digit or 1) * MYRIADS[mark]
            section = digit = 0
            last = MYRIADS[mark]
    # 两千五 is 2500, 一百二 is 120; after ten and after zero a digit counts as itself.
    return total + section + digit * (last // 10 if digit and last > 10 else 1)
