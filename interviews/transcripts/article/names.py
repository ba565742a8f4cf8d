"""How names and honorifics are printed in the two languages: the vocabulary of the label's grammar."""

import re
import unicodedata
from collections.abc import Iterable

from interviews.transcripts.surnames import COMPOUND_SURNAMES

from .language import has_han

# The most frequent Chinese surnames: a Han name without other evidence begins so.
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪"
    "庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房"
    "滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁"
    "沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花"
    "权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿"
    "常傅代洪赖萧荀钮谯苻韶蓟鄂逄扶堵宰郦郤璩濮寿郏阎宦庾暨禄殳沃蔚厍訾毋巢蒯竺桓邴牧隗宓郗仰钭昌酆贲滑羿汲苍莘贡荔"
    "鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝贝智幸奉植衡富尧闭由保"
)

HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
_HAN_TITLES = (
    "副教授|教授|副主任医师|主任医师|副主任委员|主任委员|候任主委|主委|副主任|主任|院士|副院长|院长|副所长|所长"
    "|副理事长|理事长|副会长|会长"
    "|副主席|主席|博士|医生|医师|大夫|老师|先生|女士|研究员|书记|秘书长|总监|主编|校长"
)
HAN_HONORIFIC = rf"(?:{_HAN_TITLES})(?:[、/·\s]?(?:{_HAN_TITLES})){{0,2}}"
LATIN_HONORIFIC = (
    r"(?:(?:Associate |Assistant |Emeritus )?(?:Prof(?:essor)?s?|Dr|Doctor)\b\.?|Academician|President|Chair(?:man"
    r"|woman|person)?"
    r"|Director|Dean|Mr\.?|Mrs\.?|Ms\.?|Sir)(?:\s{0,2}Dr\.?)?"
)
# Every capital letter of the Latin script (`Łukasz`, `Şahin`, `Ōta`), and what may follow it, accents of their own too.
UPPER = "[" + "".join(c for c in map(chr, (*range(0x250), *range(0x1E00, 0x1F00))) if c.isupper()) + "]"
_LETTER = r"A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\u0300-\u036f"
# `el-Masry`, `d'Amico`, `Mac an tSaoi`
_PREFIX = r"(?:[ae]l-|d['’]|t(?=S))?"
_WORD = rf"{_PREFIX}{UPPER}(?:[{_LETTER}’'\-]{{0,24}}|\.)\.?(?:-{UPPER}\.)?"
_PARTICLE = (
    r"(?:van|von|de|den|der|del|della|di|da|dos|du|la|le|bin|ibn|al|el|ter|ten|e|y|do|das|dal|zu|zur|af|av|an|ben|abu)"
)
_NO_HONORIFIC = r"(?!(?:Profs?|Professor|Drs?|Doctor|Mr|Mrs|Ms)\b)"
LATIN_NAME = (
    rf"{_NO_HONORIFIC}{_WORD}"
    rf"(?:[ \u00a0]{{1,2}}(?:(?:{_PARTICLE}[ \u00a0]){{0,2}}{_WORD})|(?<=\.){_WORD}){{0,4}}"
)
# A surname may begin with a small particle where an honorific stands beside it: `Prof. de Santis`, `van Loon教授`.
HONORED_LATIN_NAME = rf"(?:{_PARTICLE}[ \u00a0]){{0,2}}{LATIN_NAME}"
_DOTTED = rf"{HAN}{{1,8}}(?:-{HAN}{{1,6}})?(?:[·•・‧]{HAN}{{1,10}}(?:-{HAN}{{1,6}})?){{1,3}}"
HAN_NAME = rf"(?:{_DOTTED}|{HAN}{{2}}|{HAN}[ \u3000]{HAN}|{HAN}{{1,4}}?)"
# Beside an honorific and a colon a name may be longer than a Chinese one: 田中健太郎.
LONG_HAN_NAME = rf"(?:{HAN_NAME}|{HAN}{{5,8}}?)"
DEGREES = (
    r"(?:\s?[,，]\s?(?:M\.?D\.?|Ph\.?\s?D\.?|M\.?Sc\.?|MPH|MBBS|MBA|FRCP|FACP|DSc|M\.?S\.?|MHS|FRCPath|FASCO)\b\.?)"
    r"{1,4}"
)
BRACKET = r"\s?[(（](?P<bracket>[^()（）]{1,80}(?:[(（][^()（）]{1,40}[)）][^()（）]{0,40})?)[)）]"

# Words that stand before a title without being anybody's name: 云南大学教授, 全国名医.
_NO_PERSON = re.compile(
    r"大学|医院|学院|中心|研究|学会|协会|医科|全国|国家|中国|中华|时间|方面|关于|通常|以及|因此|平时|同时|目前"
    r"|首先|其次|总之|经过|相关|广大|温馨|高级|安全"
)
_NO_GIVEN_NAME = re.compile(
    r"^(?:[这那哪几各诸两三多有某一每]|我|你|您|他|她|另|其|外|年轻|资深|著名|知名|特聘|客座|终身|名誉|首席|主治|住院|上述|前面|刚才|感谢|请问?)"
    r"|[科部室所院系组会的和与及]$"
)
_NO_LONG_NAME = re.compile(
    r"[的和与及或是在有了们等位将曾也都就该由为被把对从向并但而则若如]|团队|科室|负责|临床|病房|患者|主任|教授|专家|青年|血液|肿瘤|[内外妇儿全]科"
    r"|大会|会议|论坛|会场|执行|轮值|名誉|荣誉|共同|特邀|点评|讨论|本[期场次]|学术|社区|基层|乡镇|家庭|值班|主[管治诊]|住院|[门急]诊"
)
_LATIN_LETTERS = re.compile(r"[^a-z ]")
# Letters that no accent parts from their plain form.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})


def is_han_name(name: str) -> bool:
    """Say whether a string looks like a Chinese person's name or surname, or a transliterated foreign one."""
    bare = re.sub(r"[\s\u3000]", "", name)
    if any(dot in bare for dot in "·•・‧"):
        return True
    if _NO_PERSON.search(bare):
        return False
    if bare.startswith(COMPOUND_SURNAMES):
        return len(bare) <= 4
    return 1 <= len(bare) <= 3 and bare[0] in SURNAMES


def may_be_han_name(name: str) -> bool:
    """Say whether a string may be a name whose surname is too rare to be listed, or that is built in another way."""
    if _NO_PERSON.search(name) or _NO_GIVEN_NAME.search(name):
        return False
    return 2 <= len(name) <= 3 or (4 <= len(name) <= 8 and not _NO_LONG_NAME.search(name))


def is_rare_han_name(name: str) -> bool:
    """Say whether a Han string says of itself only by its length that it may be a name: 扎西多吉, 田中健太郎."""
    return has_han(name) and 4 <= len(name) <= 8 and not is_han_name(name)


def is_short_han_name(name: str) -> bool:
    """Say whether a string is a Han name of at most three characters."""
    return has_han(name) and len(name) <= 3 and is_han_name(name)


def is_surname(name: str) -> bool:
    """Say whether a Han string is a surname alone."""
    return (len(name) == 1 and name in SURNAMES) or name in COMPOUND_SURNAMES


def latin_tokens(name: str) -> tuple[str, ...]:
    """Return the parts of a Latin name for comparison: lower case, without accents, hyphens, dots or apostrophes."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = plain.lower().translate(_PLAIN)
    plain = re.sub(r"[.,]", " ", plain.replace("-", "").replace("’", "").replace("'", ""))
    return tuple(_LATIN_LETTERS.sub("", plain).split())


def same_latin_name(one: str, two: str) -> bool:
    """Say whether two Latin names may be one person's: swapped, hyphenated, abbreviated, or the surname alone."""
    return _same_tokens(latin_tokens(one), latin_tokens(two))


def _same_tokens(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    first, second = sorted((one, two), key=len)
    if not first or not second:
        return False
    if "".join(first) in {"".join(second), "".join((*second[1:], second[0])), "".join((second[-1], *second[:-1]))}:
        return True
    return _fits(first, second) and any(len(token) > 1 and token in second for token in first)


def _fits(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Each part of the short name is a part of the long one, or an initial of it."""
    left = list(long)
    for token in sorted(short, key=len, reverse=True):
        match = next((t for t in left if t == token), None) or next(
            (t for t in left if (len(token) == 1 or len(t) == 1) and t[0] == token[0]), None
        )
        if match is None:
            return False
        left.remove(match)
    return True


def same_han_name(one: str, two: str) -> bool:
    """Say whether two Han names may be one person's: equal, or one of them the surname or given name alone."""
    short, long = sorted((one, two), key=len)
    if short == long:
        return True
    if any(dot in long for dot in "·•・‧"):
        return short in re.split("[·•・‧]", long)
    if is_rare_han_name(long):
        return len(short) > 1 and (long.startswith(short) or long.endswith(short))
    return (is_surname(short) and long.startswith(short)) or (
        len(short) == 2 and len(long) == 3 and long.endswith(short)
    )


class NameIndex:
    """Finds, among many names, those that may be the same person's, without comparing each with each."""

    _MOST_COMPARED = 12

    def __init__(self, printed: Iterable[str] = ()) -> None:
        self._buckets: dict[str, list[str]] = {}
        self._known: set[str] = set()
        self._tokens: dict[str, tuple[str, ...]] = {}
        for name in printed:
            self.add(name)

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def add(self, name: str) -> None:
        """Take a name up."""
        if name in self._known:
            return
        self._known.add(name)
        for part in self._parts(name):
            self._buckets.setdefault(part, []).append(name)

    def similar(self, name: str) -> list[str]:
        """Return the names that may be the same person's, the name itself included, in the order they were taken up."""
        found = {name: None} if name in self._known else {}
        for part in self._parts(name):
            for one in self._buckets.get(part, ())[: self._MOST_COMPARED]:
                if one not in found and has_han(one) == has_han(name) and self._same(one, name):
                    found[one] = None
        return list(found)

    def _same(self, one: str, two: str) -> bool:
        return same_han_name(one, two) if has_han(one) else _same_tokens(self._tokens_of(one), self._tokens_of(two))

    def _tokens_of(self, name: str) -> tuple[str, ...]:
        if name not in self._tokens:
            self._tokens[name] = latin_tokens(name)
        return self._tokens[name]

    @staticmethod
    def _parts(name: str) -> set[str]:
        if has_han(name):
            return {name[0], name[:2], name[-2:], *re.split("[·•・‧]", name)}
        tokens = latin_tokens(name)
        return {
            *tokens,
            "".join(tokens),
            "".join((*tokens[1:], *tokens[:1])),
            "".join((*tokens[-1:], *tokens[:-1])),
        } - {""}
