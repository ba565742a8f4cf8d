"""Diseases, endpoints and drugs whose Chinese and English names are one fact.

Each line holds one thing: Latin names first, then Chinese names, parted by `=`. A Latin name in capitals is matched
as printed, any other without regard to case.
"""

from collections import defaultdict
from collections.abc import Iterator

from interviews.bilingual.parity.facts import WEAK

DISEASES = """
AML=acute myeloid leukemia=acute myelogenous leukemia=急性髓系白血病=急性髓性白血病=急性髓细胞白血病=急髓
APL=acute promyelocytic leukemia=急性早幼粒细胞白血病=急早幼
ALL=acute lymphoblastic leukemia=acute lymphocytic leukemia=急性淋巴细胞白血病=急性淋巴母细胞白血病=急淋
CML=chronic myeloid leukemia=chronic myelogenous leukemia=慢性髓系白血病=慢性髓性白血病=慢性粒细胞白血病=慢粒
CLL=chronic lymphocytic leukemia=慢性淋巴细胞白血病=慢淋
CMML=chronic myelomonocytic leukemia=慢性粒单核细胞白血病
JMML=juvenile myelomonocytic leukemia=幼年型粒单核细胞白血病
MDS=myelodysplastic syndrome=myelodysplastic syndromes=myelodysplastic neoplasm=骨髓增生异常综合征=骨髓增生异常肿瘤
MPN=myeloproliferative neoplasm=myeloproliferative neoplasms=骨髓增殖性肿瘤
MM=multiple myeloma=myeloma=多发性骨髓瘤=骨髓瘤
DLBCL=diffuse large B-cell lymphoma=弥漫大B细胞淋巴瘤=弥漫性大B细胞淋巴瘤
FL=follicular lymphoma=滤泡性淋巴瘤=滤泡淋巴瘤
MCL=mantle cell lymphoma=套细胞淋巴瘤
MZL=marginal zone lymphoma=边缘区淋巴瘤
PTCL=peripheral T-cell lymphoma=外周T细胞淋巴瘤
HL=Hodgkin lymphoma=Hodgkin's lymphoma=霍奇金淋巴瘤
NHL=non-Hodgkin lymphoma=non-Hodgkin's lymphoma=非霍奇金淋巴瘤
WM=Waldenström macroglobulinemia=Waldenstrom macroglobulinemia=华氏巨球蛋白血症
PMF=primary myelofibrosis=myelofibrosis=原发性骨髓纤维化=骨髓纤维化
PV=polycythemia vera=真性红细胞增多症
ET=essential thrombocythemia=原发性血小板增多症
SAA=aplastic anemia=aplastic anaemia=再生障碍性贫血=再障
PNH=paroxysmal nocturnal hemoglobinuria=阵发性睡眠性血红蛋白尿
ITP=immune thrombocytopenia=免疫性血小板减少症=原发免疫性血小板减少症
TTP=thrombotic thrombocytopenic purpura=血栓性血小板减少性紫癜
HLH=hemophagocytic lymphohistiocytosis=噬血细胞综合征=噬血细胞性淋巴组织细胞增多症
"""

OUTCOMES = """
OS=overall survival=总生存=总体生存
PFS=progression-free survival=无进展生存
EFS=event-free survival=无事件生存
DFS=disease-free survival=无病生存
RFS=relapse-free survival=无复发生存
DOR=duration of response=缓解持续时间=持续缓解时间
CRS=cytokine release syndrome=细胞因子释放综合征
ICANS=immune effector cell-associated neurotoxicity=免疫效应细胞相关神经毒性
GVHD=graft-versus-host disease=graft versus host disease=移植物抗宿主病
TLS=tumor lysis syndrome=肿瘤溶解综合征
NRM=non-relapse mortality=nonrelapse mortality=非复发死亡
"""

DRUGS = """
venetoclax=VEN=维奈克拉=维奈托克
azacitidine=AZA=azacytidine=阿扎胞苷
decitabine=地西他滨
cytarabine=Ara-C=阿糖胞苷
daunorubicin=柔红霉素
idarubicin=去甲氧柔红霉素=伊达比星
mitoxantrone=米托蒽醌
doxorubicin=adriamycin=多柔比星=阿霉素
homoharringtonine=omacetaxine=高三尖杉酯碱
imatinib=伊马替尼=格列卫
dasatinib=达沙替尼
nilotinib=尼洛替尼
bosutinib=博舒替尼
flumatinib=氟马替尼
ponatinib=普纳替尼=泊那替尼
olverembatinib=奥雷巴替尼
asciminib=阿思尼布=阿西米尼
gilteritinib=吉瑞替尼=吉列替尼
quizartinib=奎扎替尼
midostaurin=米哚妥林
sorafenib=索拉非尼
crenolanib=克莱拉尼
ivosidenib=艾伏尼布
enasidenib=恩西地平
olutasidenib=奥鲁他尼布
revumenib=瑞维美尼
ziftomenib=齐夫托美尼
blinatumomab=贝林妥欧单抗=贝林妥欧=倍林妥莫=博纳吐单抗
inotuzumab ozogamicin=inotuzumab=奥加伊妥珠单抗
gemtuzumab ozogamicin=gemtuzumab=吉妥珠单抗
inaticabtagene autoleucel=inaticabtagene=Inati-cel=纳基奥仑赛
tisagenlecleucel=tisa-cel=替沙仑赛=司利弗明
axicabtagene ciloleucel=axi-cel=阿基仑赛
brexucabtagene autoleucel=brexu-cel=布瑞基奥仑赛
lisocabtagene maraleucel=liso-cel
relmacabtagene autoleucel=relma-cel=瑞基奥仑赛
equecabtagene autoleucel=eque-cel=伊基奥仑赛
zevorcabtagene autoleucel=zevor-cel=泽沃基奥仑赛
ciltacabtagene autoleucel=cilta-cel=西达基奥仑赛
idecabtagene vicleucel=ide-cel=艾基维仑赛
obecabtagene autoleucel=obe-cel=奥贝基奥仑赛
rituximab=利妥昔单抗=美罗华
obinutuzumab=奥妥珠单抗=奥比妥珠单抗
glofitamab=格菲妥单抗
epcoritamab=艾可瑞妥单抗=依可瑞妥单抗
mosunetuzumab=莫妥珠单抗
teclistamab=特立妥单抗
talquetamab=塔奎妥单抗
elranatamab=埃纳妥单抗
linvoseltamab=林沃塞妥单抗
polatuzumab vedotin=polatuzumab=维泊妥珠单抗
brentuximab vedotin=brentuximab=维布妥昔单抗
loncastuximab tesirine=loncastuximab=泰朗妥昔单抗
belantamab mafodotin=belantamab=玛贝兰妥单抗
tafasitamab=坦昔妥单抗
daratumumab=达雷妥尤单抗=达雷木单抗
isatuximab=艾沙妥昔单抗
elotuzumab=埃罗妥珠单抗
magrolimab=莫洛利单抗
bortezomib=硼替佐米=万珂
carfilzomib=卡非佐米
ixazomib=伊沙佐米
lenalidomide=来那度胺
thalidomide=沙利度胺
pomalidomide=泊马度胺
iberdomide=伊柏米特
mezigdomide=美齐度胺
selinexor=塞利尼索
melphalan=美法仑
bendamustine=苯达莫司汀
ibrutinib=伊布替尼
acalabrutinib=阿可替尼=阿卡替尼
zanubrutinib=泽布替尼
orelabrutinib=奥布替尼
pirtobrutinib=匹妥布替尼
nemtabrutinib=尼妥布替尼
sonrotoclax=索托克拉
lisaftoclax=利沙托克拉
idelalisib=艾德拉尼
duvelisib=度维利塞
linperlisib=林普利塞
chidamide=tucidinostat=西达本胺
golidocitinib=戈利昔替尼
ruxolitinib=芦可替尼
fedratinib=菲卓替尼
pacritinib=帕克替尼=帕瑞替尼
momelotinib=莫洛替尼
jaktinib=杰克替尼
luspatercept=罗特西普
imetelstat=伊美司他
eltrombopag=艾曲泊帕
avatrombopag=阿伐曲泊帕
hetrombopag=海曲泊帕
romiplostim=罗普司亭
eculizumab=依库珠单抗
ravulizumab=雷夫利珠单抗=瑞利珠单抗
iptacopan=伊普可泮
emicizumab=艾美赛珠单抗
caplacizumab=卡普赛珠单抗
cyclophosphamide=环磷酰胺
fludarabine=氟达拉滨
busulfan=白消安
thiotepa=塞替派
treosulfan=曲奥舒凡
cyclosporine=ciclosporin=环孢素
tacrolimus=他克莫司
mycophenolate mofetil=mycophenolate=吗替麦考酚酯=霉酚酸酯
sirolimus=rapamycin=西罗莫司=雷帕霉素
methotrexate=甲氨蝶呤
vincristine=长春新碱
dexamethasone=地塞米松
prednisone=泼尼松
methylprednisolone=甲泼尼龙=甲强龙
asparaginase=天冬酰胺酶=门冬酰胺酶
pegaspargase=培门冬酶
tocilizumab=托珠单抗
anakinra=阿那白滞素
letermovir=来特莫韦
posaconazole=泊沙康唑
voriconazole=伏立康唑
defibrotide=去纤苷
belumosudil=贝舒地尔
vedolizumab=维得利珠单抗
etoposide=依托泊苷
cladribine=克拉屈滨
clofarabine=氯法拉滨
aclarubicin=阿柔比星=阿克拉霉素
arsenic trioxide=三氧化二砷=亚砷酸
all-trans retinoic acid=ATRA=全反式维甲酸=全反式维A酸
hydroxyurea=羟基脲
interferon=干扰素
pembrolizumab=帕博利珠单抗
nivolumab=纳武利尤单抗
tislelizumab=替雷利珠单抗
sintilimab=信迪利单抗
camrelizumab=卡瑞利珠单抗
plerixafor=普乐沙福
motixafortide=莫替福肽
deferasirox=地拉罗司
"""

_SORTS = ((DISEASES, "disease", WEAK), (OUTCOMES, "outcome", WEAK), (DRUGS, "drug", WEAK))


def _entries() -> Iterator[tuple[str, str, str, int]]:
    for lines, group, level in _SORTS:
        for line in lines.split("\n"):
            name, *others = line.split("=")
            yield from ((form, name, group, level) for form in (name, *others) if form)


def _index(begin: int, han: bool) -> dict[str, list[tuple[str, str, str, int]]]:
    index = defaultdict(list)
    for form, name, group, level in _entries():
        if not form.isupper() and (form[0] >= "一") is han:
            index[form[:begin].lower()].append((form.lower(), name, group, level))
    return {key: sorted(found, key=lambda entry: -len(entry[0])) for key, found in index.items()}


# Names by how they begin, the longest first; names in capitals are looked up as whole words.
HAN = _index(2, han=True)
LATIN = _index(3, han=False)
ABBREVIATIONS = {form: (name, group, level) for form, name, group, level in _entries() if form.isupper()}
