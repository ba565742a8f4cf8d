"""Whether a statement is denied: what says no plainly, what may stand for a no, and what only looks like one."""

import re
from dataclasses import dataclass

from interviews.bilingual.parity.page import Page


@dataclass(frozen=True, slots=True)
class Negations:
    """The printed negations of a text: `plain` ones ask for a counterpart, `possible` ones only answer for one."""

    plain: tuple[str, ...]
    possible: tuple[str, ...]


CHINESE_NONE = re.compile(
    r"不同|不良|不论|不过(?![了去])|不断|无疑|是否|能否|与否|相反|不仅|不但|不只|不光|不单|不过(?![了去])|不少|无?不论|不止|不久|不已|不得不|不一(?!定|致|样)|不等(?!式)|不妨|不愧|不禁|不时|不乏|"
    r"不凡|不俗|不错|不适(?![合用宜应])|不容忽视|不容小觑|不可忽视|不可忽略|不可或缺|不可缺少|不可小觑|不可避免|不可替代|不言而喻|不遗余力|不懈|不解|不吝|"
    r"不由得|不约而同|不谋而合|不亚于|不失为|不外乎|不外|不尽|不相上下|不相伯仲|不分伯仲|不胜|不惜|不计其数|不无|不免|不妙|不朽|不屈|不负|不愿意?看到|"
    r"毫不夸张|毫无疑问|毫无疑义|无非|无数|无比|无菌|无进展|无事件|无病生存|无复发生存|无白血病生存|无治疗|无失败|无创|无线|无缝|无私|无限|"
    r"无微不至|无独有偶|无可厚非|无可争议|无可替代|无与伦比|无穷|无愧|无形|无意|无缘|无辜|未来|未必不|未免|未尝不|未雨绸缪|未知数|非常|非凡|除非|非霍奇金|"
    r"非小细胞|非亲缘|非血缘|非移植|非编码|非临床|非酒精|非甾体|非清髓|非复发|非洲|非典|非同寻常|是非|莫非|无时无刻|绝无仅有|不可多得|一丝不苟|"
    r"能不能|是不是|会不会|要不要|有没有|可不可以|好不好|行不行|该不该|值不值得|够不够|适不适合|不只是|不仅仅|并非偶然|没错|没收|名不虚传|"
    r"免疫|免费|避免不了|以免|难怪|难得|难忘|莫大|缺一不可|供不应求|前所未有|史无前例|刻不容缓|迫不及待|势不可挡|必不可少|不厌其烦|锲而不舍|源源不断|"
    r"层出不穷|参差不齐|从无到有|有无|可否|可有可无|不具名|不妨碍|功不可没|永不言弃|坚持不懈|义不容辞|当仁不让|不辞|不变(?=的是)|百折不挠|"
    r"不孕|不育|不典型增生|再生不良|发育不良|分化不良|免不了|少不了|离不开|免除了?后顾|无忧|没有最|从不|绝不仅|并不仅|不再只|不再仅|不能不|无不|没有不|"
    r"不在话下|不一而足|不可同日|不置可否|供体特异|不[大太]可能不|不言自明|缺铁|缺氧|不容乐观|(?<=[^有])无水|不相关供|无关供|非相关|非特异|非肿瘤|非心|非感染|非血液|非裔|非随机|非劣|非盲"
)
CHINESE_PLAIN = re.compile(
    r"从不|从未|尚未|未曾|并未|并无|并不|并非|绝不|决不|毫无|毫不|没有|没|尚无|均无|暂无|仍无|再无|无法|无需|无须|无效|未(?![来])|不再|不能|不会|不(?![是]?[吗呢])|(?<![有])无|"
    r"非(?=[^常])|而非|绝非|缺乏|缺少|勿|莫(?=[要能])|否认|否定|(?<!亟)尚待|不存在"
)
# Told just as naturally without a negation in the other language ("不佳" is poor, "不足" insufficient or limited).
CHINESE_WEAK = re.compile(
    r"不佳|不理想|不足|不高|不大(?!可能)|不多|不强|不长|不利(?!于)|不易|不变|不全|不齐|不清|不便|不均|不平衡|不稳定?|不尽如人意|不尽相同|不一致|不一样|不太|不低|不小|"
    r"不容易|不简单|不愿意?|不满|不慎|不当|不含|不包括|不相合|未经治疗|未治疗|未成年|未分化|无症状|无效|非(?![^，。,]{0,6}不)|不对|不受"
)
CHINESE_POSSIBLE = re.compile(
    r"避免|免于|豁免|免去|免除|难以|难于|很难|较难|难(?=[治以])|失败|失效|失去|丧失|阴性|转阴|有待|尚待|亟待|亟需|等待|仍待|拒绝|停[药止用]|中断|排除|除外|除了|之外|脱离|摆脱|告别|"
    r"极少|很少|罕见|少见|较少|鲜有|鲜少|仅|只(?!要)|唯一|杜绝|防止|预防|否则|反而|取代|替代|代替|放弃|取消|省去|减免|空白|空缺|困难|有限|局限|禁(?!忌)|"
    r"慎用|零|例外|缺|免|非|仍需|还需|还要|绝望|不可|不"
)

ENGLISH_NONE = re.compile(
    r"\bnot (?:only|just|merely|solely|simply|to mention|least|surprisingly|unlike|uncommon(?:ly)?|infrequent(?:ly)?|without|too distant|least because|until)\b|\bno doubt\b|\bno matter\b|\bwhether or not\b|\bif not\b|\bor not\b|"
    r"\bno wonder\b|\bnothing (?:but|short of|less than)\b|\bNo\. ?(?=\d)|\bno small\b|\bno exception\b|\bno means\b(?<!by no means)|\bnonetheless\b|\bnone the less\b|\bnevertheless\b|\bnone other\b|"
    r"\bcan(?:not|'t) be (?:over|under)\w+|\bcould not be more\b|\bcouldn't be more\b|\bcan(?:not|'t) wait\b|\bwhy not\b|\bnever before\b|\bnever-ending\b|\bnon-(?:Hodgkin\w*|small|coding|relapse|clinical|alcoholic|steroidal|inferior\w*|myeloablative|random\w+|transplant|blinded)\b|"
    r"\blast but not least\b|\bmore often than not\b|\bno stranger\b|\bgoes without saying\b|\bwithout (?:a )?(?:doubt|question|exception)\b|\bnot (?:be )?(?:ignored|overlooked|underestimated|neglected)\b|\bno less (?:important|than)\b|\bno easy\b|\bno secret\b|\bno longer just\b|\bnot to be (?:ignored|overlooked|underestimated|neglected)\b",
    re.IGNORECASE,
)
ENGLISH_PLAIN = re.compile(
    r"\bno\b(?!\.)|\bnot\b|\w+n't\b|\bnever\b|\bnone\b|\bnothing\b|\bnobody\b|\bnowhere\b|\bneither\b|\bnor\b|\bcannot\b|\bwithout\b|\black(?:s|ed|ing)?\b(?! of (?:space|time)\b)|\babsence of\b|\bno-one\b",
    re.IGNORECASE,
)
ENGLISH_POSSIBLE = re.compile(
    r"\bfail(?:s|ed|ing|ure|ures)?\b|\bfew(?!er)\b|\blittle\b|\bhardly\b|\brare(?:ly)?\b|\bscarce(?:ly)?\b|\bseldom\b|\bbarely\b|\babsen(?:t|ce)\b|\bunable\b|\binability\b|\bavoid(?:s|ed|ing|ance)?\b|\bprevent\w*|\bspar(?:e|es|ed|ing)\b|"
    r"\bbypass\w*|\bobviat\w+|\beliminat\w+|\brather than\b|\binstead\b|\byet to\b|\b(?:is|are|has|have|remains?) (?:yet )?to be\b|\belusive\b|\bfar from\b|\btoo\b|\bexclud\w+|\bexclusion\b|\bexcept\w*|\brefus\w+|\bdiscontinu\w+|\bstop(?:s|ped|ping)?\b|\bceas\w+|"
    r"\bfree (?:of|from)\b|-free\b|-naive\b|\bless\b|\bdifficult\w*|\bhard\b|\btough\b|\blimit(?:s|ed|ing|ation|ations)?\b|\bnegativ\w+|\brul(?:e|ed|es|ing) out\b|\bpending\b|\bawait\w*|\bwait\w*|\bshort (?:of|on|supply)\b|\bshortage\w*|\bscarcity\b|\bbeyond\b|"
    r"\bunmet\b|\bden(?:y|ies|ied)\b|\bforgo\w*|\bskip\w*|\bomit\w*|\bdispens\w+|\bdepriv\w+|\bmiss(?:es|ed|ing)?\b|\bgap\b|\bcontraindicat\w+|\bintoleran\w+|"
    r"\b(?:advis|recommend|caution|warn|argue|decid)\w* against\b|\bagainst (?:using|doing|routine|the use)\b|\bneed(?:s|ed)? (?:more|further)\b|\bmore\b.{0,40}\bneeded\b|\bremains? (?:unclear|uncertain|unknown|unresolved|open)\b|\bstill (?:early|open|under|being|lack)\w*|\bopen question\b|\bimmature\b|\bpremature\b|\btoo early\b|"
    r"\bgone\b|\bgive[sn]? up\b|\bgave up\b|\babandon\w*|\bdropp?(?:ed|ing)\b|\bhalt\w*|\bdevoid\b|\bblank\b|\bvirgin\b|\bleft (?:without|behind)\b|\bnil\b|\bzero\b|\bban(?:ned|s)?\b|\bforbid\w*|\bprohibit\w*|\bdisappear\w*|\bwithhold\w*|\bwithheld\b|\bineligib\w+|\bunfit\b|"
    r"\bun(?:able|acceptable|affected|affordable|answered|approved|available|avoidable|aware|certain\w*|changed|clear|common|controll\w+|covered|desirable|detect\w+|differentiated|equal|even\w*|expected\w*|explored|familiar|favou?rable|finished|fit|fortunate\w*|identified|impeded|important|intended|known|likely|matched|measurable|met|necess\w+|needed|original|paired|planned|predict\w+|prepared|prevented|proven|realistic|related|relia\w+|resect\w+|resolved|responsive|safe|satisf\w+|seen|settled|solved|specified|stable|successful\w*|suit\w+|sustainable|tested|toler\w+|treated|usual|validated|vaccinated|willing\w*|workable|wise)\b|"
    r"\bin(?:accessib\w+|accura\w+|activ\w+|adequa\w+|adverten\w+|appropriate\w*|capab\w+|complete\w*|conclusive|consisten\w+|convenien\w+|curable|decisive|definite\w*|differen\w+|effective\w*|efficien\w+|eligib\w+|equal\w*|equit\w+|evitab\w+|feasib\w+|frequent\w*|operable|secur\w+|sensitiv\w+|sepa\w+|significan\w+|stabil\w+|sufficien\w+|toler\w+|visible|volunt\w+)\b|"
    r"\bim(?:balanc\w+|matur\w+|measur\w+|mobil\w+|possib\w+|practical\w*|precis\w+|perfect\w*|proper\w*|prudent)\b|\bir(?:regular\w*|relevan\w+|reversib\w+|resolv\w+|respective)\b|\bdis(?:agree\w*|advantag\w+|appear\w+|approv\w+|continu\w+|courag\w+|parit\w+|prov\w+|satisf\w+|similar|qualif\w+)\b|\bnon-?\w{3,}|\b\w{3,}less(?:ly)?\b(?<!unless)(?<!regardless)|"
    r"\bmis(?:match\w*|s)\b|\bneither\b|\bwithout\b|\bexhaust\w*|\bimpair\w*|\bdefici\w+|\bdefect\w*|\bunder(?:developed|served|powered|treated|represented)\b|\bopt(?:ed)? out\b|\bnot\b|\bno\b|\bnever\b|\bcannot\b|\bnothing\b|\bnone\b|\bhave yet\b|\bhas yet\b",
    re.IGNORECASE,
)

def chinese(page: Page) -> Negations:
    """Return the negations of a Chinese text; comparisons such as 不超过 must be taken before."""
    return _read(page, CHINESE_NONE, CHINESE_WEAK, CHINESE_PLAIN, CHINESE_POSSIBLE)


def english(page: Page) -> Negations:
    """Return the negations of an English text; comparisons such as "no more than" must be taken before."""
    return _read(page, ENGLISH_NONE, None, ENGLISH_PLAIN, ENGLISH_POSSIBLE)


def _read(page: Page, none: re.Pattern, weak: re.Pattern | None, plain: re.Pattern, possible: re.Pattern) -> Negations:
    possibly = [match[0] for match in possible.finditer(none.sub(" ", page.text))]
    page.drop(none)
    if weak:
        page.drop(weak)
    plainly = [page.take(*match.span()) for match in page.find(plain)]
    return Negations(tuple(plainly), tuple(possibly))
