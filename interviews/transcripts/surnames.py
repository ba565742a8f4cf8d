"""Chinese surnames of two characters, and how a surname of several readings is read."""

import re

COMPOUND_SURNAMES = tuple(
    re.findall(
        "..",
        "欧阳上官司马诸葛东方皇甫尉迟公孙慕容令狐夏侯司徒端木长孙宇文轩辕鲜于呼延独孤申屠淳于南宫闻人赫连钟离澹台拓跋西门百里濮阳万俟宗政"
        "太叔漆雕亓官司空颛孙巫马公冶公羊谷梁仲孙叔孙梁丘左丘东郭纳兰完颜贺兰闾丘",
    )
)
# How a character of several readings is read where it is a surname.
SURNAME_READINGS = dict(
    re.findall(
        r"(\S+) (\S+)",
        "单 shan 曾 zeng 仇 qiu 解 xie 查 zha 任 ren 盖 ge 朴 piao 区 ou 翟 zhai 缪 miao 覃 qin 秘 bi 冼 xian "
        "洗 xian 种 chong 员 yun 贠 yun 召 shao 折 she 能 nai 乜 nie 逄 pang 郄 qie 郗 xi 佴 nai 谌 chen 燕 yan "
        "应 ying 乐 yue 宁 ning 纪 ji 过 guo 柏 bai 薄 bo 卜 bu 车 che 晁 chao 褚 chu 都 du 葛 ge 句 gou 和 he "
        "贾 jia 隗 wei 牟 mou 宓 mi 瞿 qu 撒 sa 石 shi 沈 shen 盛 sheng 台 tai 相 xiang 叶 ye 於 yu 恽 yun 粘 nian "
        "占 zhan 祭 zhai 繁 po 幺 yao 么 yao 冯 feng 郇 xun 宿 su 藏 zang 厍 she 尉 wei 隽 juan 訾 zi 呙 guo 华 hua "
        "黑 he 俞 yu 强 qiang 仝 tong 镡 tan 那 na 阚 kan 殷 yin 观 guan 曲 qu 尉迟 yuchi 万俟 moqi 长孙 zhangsun "
        "澹台 tantai 令狐 linghu 鲜于 xianyu 夏侯 xiahou 宗政 zongzheng 亓官 qiguan 呼延 huyan 独孤 dugu 拓跋 tuoba "
        "颛孙 zhuansun 谷梁 guliang",
    )
)
