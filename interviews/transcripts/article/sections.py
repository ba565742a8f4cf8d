"""What a line is by itself, apart from who speaks: a section's heading, a credit, a tag list, the notice, furniture."""

import re
from dataclasses import dataclass

from . import names

NOTE, BIOGRAPHY, REFERENCES, RELATED, CAST = "note", "biography", "references", "related", "cast"
FURNITURE, CREDITS, TAGS, DISCLAIMER, FUNDING, CAPTION, SOURCE, DISCLOSURE = (
    "furniture",
    "credits",
    "tags",
    "disclaimer",
    "funding",
    "caption",
    "source",
    "disclosure",
)


@dataclass(frozen=True)
class Section:
    """What a line is, the text that remains without its label, and the label."""

    kind: str
    rest: str = ""
    label: str = ""


_OPEN, _CLOSE = r"^[\s【\[（(<《■▌▎●•·◆▼※*#—\-–]{0,4}", r"[\s】\])）>》—\-–]{0,4}"
_HEADINGS = (
    (
        NOTE,
        r"编者按语?|编辑按|编者的话|按语|Editor\s?['’‘`´]?\s?s?['’]?\s{1,2}Notes?|Editorial Note|Editors['’] Note",
        True,
    ),
    (
        NOTE,
        r"导语|导读|前言|引言|摘要|内容提要|内容摘要|Abstract|Introduction|Summary|Foreword|Preface|Synopsis",
        False,
    ),
    (
        BIOGRAPHY,
        r"(?:受访|点评|采访|访谈|与会|主持|讨论)?(?:专家|嘉宾|讲者|作者|学者|人物|主持人|主席|教授|个人"
        r"|受访者)(?:们)?(?:简介|介绍|档案|名片|小传|信息|资料|简历)"
        r"|(?:Expert|Speaker|Author|Interviewee|Guest|Panell?ist|Moderator|Faculty"
        r"|Professor)s?['’]?s?\s(?:Profiles?|Biograph(?:y|ies)"
        r"|Bios?|Introductions?)|About the (?:Expert|Speaker|Author|Interviewee|Guest|Panell?ist)s?|Biograph(?:y"
        r"|ies)|Profiles?|简介",
        False,
    ),
    (REFERENCES, r"参考文献|参考资料|References?(?: List)?|Bibliography", False),
    (
        RELATED,
        r"相关(?:推荐|阅读|文章|新闻|资讯|链接|内容)|推荐阅读|延伸阅读|(?:热门|最新|精彩|更多)(?:文章|推荐|资讯"
        r"|内容)|猜你喜欢|往期(?:回顾|推荐|精彩)"
        r"|Related (?:Articles?|Posts?|Reading|News|Content|Stories|Links)|Recommended(?: for you| reading)?"
        r"|You (?:may|might) also like"
        r"|More from .{1,40}|Latest (?:News|Articles|Posts)|Most (?:Read|Popular)|Popular Posts|Recent Posts"
        r"|Further Reading",
        False,
    ),
)
_HEADING_PATTERNS = tuple(
    (
        kind,
        re.compile(
            rf"{_OPEN}(?P<label>{words}){_CLOSE}(?:\s{{0,3}}[:：]{_CLOSE}\s*(?P<rest>.*)|$"
            + (r"|\s*(?P<bare>(?<![A-Za-z])\S.*|\s\S.*)" if may_lack_colon else r"|(?<=】)\s*(?P<bare>\S.*)")
            + r")$",
            re.IGNORECASE | re.DOTALL,
        ),
    )
    for kind, words, may_lack_colon in _HEADINGS
)
_OF_A_PERSON = re.compile(
    rf"^[\s【\[■●◆]{{0,3}}(?:(?P<han>(?:{names.HAN_NAME}"
    rf"|{names.LATIN_NAME})\s?(?:{names.HAN_HONORIFIC}))\s?(?:个人|专家"
    rf"|的)?(?:简介|介绍|简历)"
    rf"|(?P<latin>{names.LATIN_HONORIFIC}\s?{names.LATIN_NAME})(?:['’]s)?\s(?:Profile|Biography|Bio)"
    rf"|(?:About|(?:Profile|Biography) of)\s(?P<about>{names.LATIN_HONORIFIC}\s?{names.LATIN_NAME}))[】\]]?\s?[:：]?$"
)
_FURNITURE = re.compile(
    _OPEN + r"[•·]?\s{0,3}(?:"
    r"(?:发表|提交|查看|我要|全部|最新|网友|写)?评论(?:\s?[(（]?\d*[)）]?)|学术领域|分享(?:到"
    r"|至)?(?:[:：].{0,60})?|(?:微信|微博|QQ|朋友圈|扫码).{0,20}"
    r"|收藏|点赞|打印(?:本页)?|举报|(?:返回|回到)(?:页面)?(?:顶部|首页|列表|页首|top)|(?:上|下)一(?:篇|页|条)(?:[:：\s].{0,120})?|首\s?页"
    r"|尾页|末页|关注我们|扫一扫.{0,30}|长按.{0,30}"
    r"|(?:点击)?阅读(?:原文|全文|更多)|(?:点击)?查看(?:原文|更多|全文)|字[号体]\s?[:：].{0,20}|(?:登录"
    r"|注册)(?:\s?[|/｜]?\s?(?:登录|注册))?|搜索"
    r"|(?:浏览|阅读|点击|访问|观看|播放)(?:量|数|次数)?\s?[:：]?\s?[\d,.万]{1,12}\s?次?"
    r"|[\d,.万]{1,12}\s?(?:次浏览|次阅读|人阅读|阅读|浏览)"
    r"|第\s?\d{1,3}\s?页.{0,12}|共\s?\d{1,3}\s?页.{0,12}|\d{1,3}\s?/\s?\d{1,3}|(?:\[?\d{1,2}\]?\s{1,3}){2,12}(?:\d{1,2}"
    r"|下一页|尾页|Next).{0,12}"
    r"|(?:版权|Copyright|©|\(c\)\s?20|版权所有).{0,200}|.{0,60}(?:ICP[备证]|公网安备|All rights reserved"
    r"|版权所有).{0,120}"
    r"|本(?:文|站|刊|网|平台).{0,16}版权.{0,120}"
    r"|(?:Unauthori[sz]ed )?(?:Reproduction|Redistribution|Reprinting)\b.{0,60}"
    r"\b(?:permission|prohibited|forbidden)\b.{0,60}"
    r"|未经.{0,20}(?:授权|许可|允许).{0,80}"
    r"|(?:Share|Tweet|Facebook|Twitter|LinkedIn|WhatsApp|WeChat|Email|Print|Pinterest|Copy link|X)"
    r"(?:(?:\s?[|/,·•]\s?|\s)(?:Share|this|on|via|to|article|post|Tweet|Facebook|Twitter|LinkedIn|WhatsApp|WeChat"
    r"|Email|Print|X|Weibo|Copy link)){0,10}\s?:?"
    r"|(?:\d{1,5}\s)?Comments?(?:\s?\(?\d{0,5}\)?)|(?:Leave|Post|Add|Submit|Write) (?:a |your )?(?:comment|reply)"
    r"|Submit|Cancel reply"
    r"|Back to (?:top|home)|(?:Next|Previous|Prev)(?:\s(?:article|post|page|story))?(?:\s?[:：»>].{0,120})?"
    r"|Page \d{1,3}(?: of \d{1,3})?|Read more.{0,40}"
    r"|(?:Views?|Reads?|Hits|Page views)\s?[:：]?\s?[\d,]{1,12}|[\d,]{1,12}\s(?:views?|reads?|hits)|Home|Menu|Search"
    r"|Log ?in|Sign (?:in|up)|Subscribe.{0,40}"
    r"|Follow us.{0,60}|Scan (?:the )?QR.{0,60}|Skip to (?:main )?content|Categories|Archives|Privacy Policy.{0,40}"
    r"|Contact us.{0,40}|About us"
    r"|Academic (?:Fields?|Areas?)|Load more|Click (?:here|to) .{0,60}|广告|Advertisement|-{0,3}\s?(?:END|End|完|全文完"
    r"|正文结束)\s?-{0,3}|(?:点击|扫描|识别|长按).{0,40}(?:查看|了解|关注|二维码|更多|原文).{0,12}"
    r")[\s】\])）>》»›→↑⬆▲。.]{0,4}$",
    re.IGNORECASE | re.DOTALL,
)
_BREADCRUMB = re.compile(
    r"^(?:(?:您?(?:的|现在的)?(?:当前)?位置|当前位置|你的位置|您现在的位置|Location|You are here"
    r"|Breadcrumbs?)\s{0,2}(?:是)?[:：].{0,200}"
    r"|(?:首页|Home|主页)\s{0,3}[>»›/→|·].{0,200}|[^>»›。!?]{1,40}(?:\s{0,2}[>»›]\s{0,2}[^>»›。!?]{1,60}){2,8})$",
    re.IGNORECASE,
)
_TAGS = re.compile(
    _OPEN + r"(?P<label>相关搜索|相关标签|相关话题|热门标签|文章标签|关键词|关键字|标签|话题|Tags?|Tagged(?: with)?"
    r"|Key\s?words?|Related (?:Searches"
    r"|Topics|Tags)|Topics?)" + _CLOSE + r"(?:(?:\s{0,3}[:：]|(?<=】))\s*(?P<rest>.{0,600})|$)$",
    re.IGNORECASE | re.DOTALL,
)
_DISCLAIMER = re.compile(
    r"^[\s（(【\[*※★]{0,3}(?:"
    r"(?P<label>免责声明|郑重声明|特别声明|声明|重要提示|温馨提示|Disclaimer|Notice|Important notice"
    r"|Medical disclaimer)[】\]]?\s?[:：]\s*"
    r"|(?=(?:本|此|该|以上)(?:文章?|内容|资料|平台|材料|网站|信息|页面|资讯|访谈|稿).{0,40}(?:仅供|仅作|只供|仅限"
    r"|旨在|不代表|不构成|专供|不得|供.{0,12}(?:参考|阅读|使用)))"
    r"|(?=(?:仅供|供|专供|仅限).{0,8}(?:医学|医疗|医药|卫生|专业).{0,20}$)"
    r"|(?=This (?:article|content|material|information|page|interview|website|document|site"
    r"|publication)\b.{0,80}\b(?:only|intended|not|solely)\b)"
    r"|(?=(?:Intended |Only |Solely )?(?:For|for) (?:the )?(?:use of |reference (?:of|by) )?(?:health\s?care"
    r"|medical|HCP).{0,80}$)"
    r"|(?=(?:The |All )?(?:contents?|information|views|opinions)\b.{0,120}\b(?:professionals|reference"
    r"|not (?:constitute|represent|reflect|intended)|medical advice))"
    r")",
    re.IGNORECASE,
)
_FUNDING = re.compile(
    r"^(?P<label>基金项目|基金资助|资助项目|项目资助|资金支持|Funding|Fund(?:ed|ing) by|Grant support"
    r"|Financial support)\s{0,3}[:：]\s*(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_DISCLOSURE = re.compile(
    r"^(?P<label>利益冲突(?:声明|披露)?|利益声明|Conflicts? of interests?|(?:Financial )?Disclosures?"
    r"|Competing interests?)\s{0,3}[:：]\s*(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_CAPTION = re.compile(
    r"^(?:[▲△▼▽↑⬆]\s?\S.{0,300}|[(（\[【]?\s?(?:图|表|附图|附表)\s?(?:\d{1,2}"
    r"|[一二三四五六七八九十])(?:-\d)?(?:[\s.．:：、|丨]"
    r"|[】\])）]).{0,300}"
    r"|[(（\[【]?\s?(?:图片?|照片|配图)(?:说明|来源)?\s?[:：].{1,200}|(?:Figure|Fig\.?|Table|Photo"
    r"|Image)\s?\d{1,2}[a-z]?\s?[.:：|–—-]\s?.{0,300}"
    r"|(?:Photo|Image|Caption|Pictured?)(?: caption)?\s?:.{1,200})$",
    re.IGNORECASE | re.DOTALL,
)
_SOURCE = re.compile(
    r"^(?:(?:原文|本文|文章|来源)?(?:链接|地址|网址|出处|来源|原文)\s?[:：]?\s?|(?:Source|URL|Link"
    r"|Original(?: article)?|Available at)\s?[:：]?\s?)?"
    r"(?P<rest>https?://[^\s，。；）)]{4,500})$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"^(?:[\[［(（]?\d{1,3}[\]］)）]?[.．、\s]?\s{0,3}\S|[•\-*]\s?\S|.{0,2000}?(?:et al|doi|\(?(?:19"
    r"|20)\d\d\)?\s?[;；:：,.]|Abstract|摘要号|https?://))",
    re.IGNORECASE | re.DOTALL,
)


_FURNITURE_WORD = re.compile(
    r"(?:收藏|点赞|分享(?:到|至)?|转发|评论|举报|打印|关注|在看|喜欢|微信|微博|朋友圈|空间|QQ空间|QQ好友|登录|注册|首页|上一页|下一页|尾页|末页"
    r"|上一篇|下一篇|Share|Like|Tweet|Comments?|Print|Save|E-?mail|Facebook|Twitter|X|LinkedIn|WhatsApp|WeChat|Weibo|Reddit|Instagram|YouTube|Telegram|Bluesky|Threads|to|us"
    r"|移动版|手机版|电脑版|繁体版?|中文版|英文版|English|客户端|收藏本站|加入收藏|设为首页|网站地图|联系我们|关于我们|广告服务|投稿|订阅|RSS"
    r"|Next|Previous|Prev|Page|Home|this|article|on|via|copy|link|bookmark|follow|subscribe|About|us|Contact|Privacy|Terms|Cookies|Sitemap|\d{1,5}|[|/·•<>«»…:：,，、-]{1,3})",
    re.IGNORECASE,
)


_COUNTED = (
    r"(?:(?:about\s|约\s?)?\d{1,3}[\s-]?(?:min(?:ute)?s?\b\.?(?:\s(?:read|to read))?|分钟(?:阅读|读完)?)"
    r"|\d[\d,.]{0,9}[kKmM万]?\+?\s?(?:views?|reads?|likes?|hits|shares?|comments?|次?(?:阅读|浏览|播放|点赞|评论|收藏|分享|转发))"
    r"|(?:(?:Page )?Views?|Reads?|Likes?|Hits|Shares?|Comments?|(?:Reading|Read) time|阅读(?:时间|时长)"
    r"|(?:阅读|浏览|播放|点赞|评论|收藏|分享|转发)(?:量|数|次数)?)\s?[:：]?\s?\d[\d,.]{0,9}(?:[kKmM万]\b|\s?(?:min(?:ute)?s?|分钟))?)"
)
# What a site counts: `4 min read · 1,204 views`.
_COUNTS = re.compile(
    rf"^(?!\d+[\s-]?(?:min(?:ute)?s?|分钟)\.?$){_COUNTED}(?:[\s·•|｜/,，;；—–-]{{1,5}}{_COUNTED}){{0,5}}$",
    re.IGNORECASE,
)


def _is_furniture(text: str) -> bool:
    """Say whether a line is a site's, by its whole form or because each of its words is a button's or a pager's."""
    if _FURNITURE.match(text) or _BREADCRUMB.match(text) or _COUNTS.match(text):
        return True
    words = re.split(r"[\s:：|/,，]+", text.strip(" :：|/[]()（）【】"))
    known = all(_FURNITURE_WORD.fullmatch(word) for word in words)
    return known and len(words) > 1 and any(len(word) > 1 and not word.isdigit() for word in words)


def read_section(text: str) -> Section | None:
    """Return what a line is by its own words, or None for running text and speech."""
    for kind, pattern in _HEADING_PATTERNS:
        if found := pattern.match(text):
            rest = found["rest"] or found.groupdict().get("bare") or ""
            return Section(kind, rest.strip(), found["label"])
    if len(text) < 100 and (found := _OF_A_PERSON.match(text)):
        return Section(BIOGRAPHY, found["han"] or found["latin"] or found["about"])
    if len(text) > 700:
        return None
    if _is_furniture(text):
        return Section(FURNITURE)
    for kind, pattern in ((SOURCE, _SOURCE), (TAGS, _TAGS), (FUNDING, _FUNDING), (DISCLOSURE, _DISCLOSURE)):
        if found := pattern.match(text):
            return Section(kind, (found["rest"] or "").strip(), found.groupdict().get("label") or "")
    if found := _DISCLAIMER.match(text):
        return Section(DISCLAIMER, text[found.end() :] if found["label"] else text, found["label"] or "")
    if _CAPTION.match(text):
        return Section(CAPTION, text)
    return None


def looks_like_reference(text: str) -> bool:
    """Say whether a line below the heading of the references may be one of them."""
    return _REFERENCE.match(text[:2100]) is not None
