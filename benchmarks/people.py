"""Invented experts: their names in both scripts, where they work, what they did."""

from collections.abc import Iterator, Mapping
from random import Random

from interviews.models import BiographyEntry, Speaker, language
from interviews.transcripts.transcript import Text


def _pairs(printed: str) -> dict[str, str]:
    words = printed.split()
    return dict(zip(words[::2], words[1::2], strict=True))


# As printed in Chinese and in Latin letters; of foreign names the Chinese is the sound.
SURNAMES = _pairs("""
王 Wang 李 Li 张 Zhang 刘 Liu 陈 Chen 杨 Yang 赵 Zhao 黄 Huang 周 Zhou 吴 Wu 徐 Xu 孙 Sun 胡 Hu
朱 Zhu 高 Gao 林 Lin 何 He 郭 Guo 马 Ma 罗 Luo 梁 Liang 宋 Song 郑 Zheng 谢 Xie 韩 Han 唐 Tang
冯 Feng 于 Yu 董 Dong 欧阳 Ouyang 单 Shan 曾 Zeng
""")
GIVEN = _pairs("""
安 an 博 bo 春 chun 德 de 恩 en 芳 fang 国 guo 海 hai 和 he 佳 jia 建 jian 静 jing 凯 kai 兰 lan
丽 li 明 ming 宁 ning 平 ping 青 qing 瑞 rui 思 si 涛 tao 文 wen 晓 xiao 欣 xin 雪 xue 雅 ya 永 yong
志 zhi 祥 xiang
""")
FOREIGN = _pairs("""
ma 马 ri 里 lo 洛 ka 卡 te 特 no 诺 sa 萨 vi 维 de 德 ber 伯 ton 顿 son 森 man 曼 lin 林 dro 德罗
""")
PLACES = {
    "北岭": "Beiling",
    "南浦": "Nanpu",
    "东屏": "Dongping",
    "西川": "Xichuan",
    "高原": "Gaoyuan",
    "海州": "Haizhou",
    "云城": "Yuncheng",
}
HOUSES = {
    "大学附属第一医院": "First University Hospital",
    "血液病研究所": "Institute of Hematology",
    "肿瘤中心": "Cancer Center",
    "人民医院": "People’s Hospital",
    "儿童医院": "Children’s Hospital",
}
OFFICES = {
    "血液科主任": "Chief of hematology",
    "移植中心主任": "Director of the transplant center",
    "副院长": "Vice president",
}
CAREER = ("position", "position", "education", "award")
SHARE_OF_CHINESE = 0.75


def people(random: Random, count: int) -> tuple[list[Speaker], list[BiographyEntry]]:
    """Return so many people with their keys set, and their careers; nothing is saved."""
    speakers, careers = [], []
    for key in range(1, count + 1):
        chinese, latin, reading = _chinese(random) if random.random() < SHARE_OF_CHINESE else _foreign(random)
        speaker = Speaker(pk=key, slug=f"{latin.lower().replace(' ', '-')}-{key}", reading=reading)
        language.assign(speaker, "name", Text({"zh-hans": chinese, "en": latin}))
        language.assign(speaker, "honorific", Text({"zh-hans": "教授", "en": "Prof."}))
        language.assign(speaker, "affiliation", _any_of(random, PLACES, HOUSES))
        language.assign(speaker, "headline", _any_of(random, OFFICES))
        speakers.append(speaker)
        careers += _career(random, speaker)
    return speakers, careers


def _career(random: Random, speaker: Speaker) -> Iterator[BiographyEntry]:
    for position, section in enumerate(CAREER, start=1):
        row = BiographyEntry(speaker=speaker, position=position, section=section, start=str(random.randint(1985, 2020)))
        language.assign(row, "text", _any_of(random, PLACES, HOUSES, OFFICES))
        yield row


def _any_of(random: Random, *parts: Mapping[str, str]) -> Text:
    chosen = [random.choice(list(part.items())) for part in parts]
    chinese, latin = zip(*chosen, strict=True)
    return Text({"zh-hans": "".join(chinese), "en": ", ".join(reversed(latin))})


def _chinese(random: Random) -> tuple[str, str, str]:
    surname = random.choice(list(SURNAMES))
    given = random.choices(list(GIVEN), k=random.choice((1, 2, 2, 2)))
    spelled = "".join(GIVEN[character] for character in given).capitalize()
    return surname + "".join(given), f"{spelled} {SURNAMES[surname]}", f"{SURNAMES[surname]} {spelled}"


def _foreign(random: Random) -> tuple[str, str, str]:
    names = [random.choices(list(FOREIGN), k=count) for count in (2, random.choice((2, 3)))]
    first, last = ("".join(parts).capitalize() for parts in names)
    return "·".join("".join(map(FOREIGN.get, parts)) for parts in names), f"{first} {last}", f"{last} {first}"
