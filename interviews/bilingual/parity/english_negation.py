"""The words by which English denies, and those that only look like it."""

import re

# Look like a no and are none.
SPURIOUS = re.compile(
    r"\bNo\. ?(?=\d)|\b(?:nonetheless|nevertheless|notwithstanding|none the less)\b|"
    r"\bnon-?(?:Hodgkin\w*|small|coding|relapse|clinical|alcoholic|steroidal|inferior\w*|myeloablative|"
    r"random\w+|transplant|blinded)\b|"
    r"\b(?:unique|unit|union|unite|univers)\w*",
    re.IGNORECASE,
)
# Say no without denying anything, but may answer for a no: "not only" stands for 不能只.
NO_FACT = re.compile(
    r"\bno exaggeration\b|\bnot (?:long|far|so much|all that)\b|\bnot\b[^.;,]{0,50}\buntil\b|"
    r"n't\b[^.;,]{0,50}\buntil\b|\bwithout (?:delay|hesitation|fail|interruption|exaggeration|precedent|"
    r"parallel)\b|\bin no time\b|\bnothing (?:is|could be|can be|matters)? ?more\b|\bnot a few\b|\bnot (?:only|"
    r"just|merely|solely|simply|to mention|least|surprisingly|unlike|uncommon(?:ly)?|infrequent(?:ly)?|without|"
    r"too distant|least because|until)\b|\bno doubt\b|\bno matter\b|\bwhether or not\b|\bif not\b|\bor not\b|"
    r"\bno wonder\b|\bnothing (?:but|short of|less than)\b|\bNo\. ?(?=\d)|\bno small\b|\bno exception\b|"
    r"\bno means\b(?<!by no means)|\bnonetheless\b|\bnone the less\b|\bnevertheless\b|\bnone other\b|"
    r"\bcan(?:not|'t) be (?:over|under)\w+|\bcould not be more\b|\bcouldn't be more\b|\bcan(?:not|"
    r"'t) wait\b|\bwhy not\b|\bnever before\b|\bnever-ending\b|\bnon-(?:Hodgkin\w*|small|coding|relapse|clinical|"
    r"alcoholic|steroidal|inferior\w*|myeloablative|random\w+|transplant|blinded)\b|"
    r"\blast but not least\b|\bmore often than not\b|\bno stranger\b|\bgoes without saying\b|"
    r"\bwithout (?:a )?(?:doubt|question|exception)\b|\bnot (?:be )?(?:ignored|overlooked|underestimated|"
    r"neglected)\b|\bno less (?:important|than)\b|\bno easy\b|\bno secret\b|\bno longer just\b|"
    r"\bnot to be (?:ignored|overlooked|underestimated|neglected)\b",
    re.IGNORECASE,
)
PLAIN = re.compile(
    r"\b(?:no(?!\.)|not|never|none|nothing|nobody|nowhere|neither|nor|cannot|without|lack(?:s|ed|"
    r"ing)?(?! of (?:space|time)\b)|absence of|no-one)\b|n't\b",
    re.IGNORECASE,
)
POSSIBLE = re.compile(
    r"\bfail(?:s|ed|ing|ure|ures)?\b|\bfew(?!er)\b|\blittle\b|\bhardly\b|\brare(?:ly)?\b|"
    r"\bscarce(?:ly)?\b|\bseldom\b|\bbarely\b|\babsen(?:t|ce)\b|\bunable\b|\binability\b|\bavoid(?:s|ed|ing|"
    r"ance)?\b|\bprevent\w*|\bspar(?:e|es|ed|ing)\b|"
    r"\bbypass\w*|\bobviat\w+|\beliminat\w+|\brather than\b|\binstead\b|\byet to\b|\b(?:is|are|has|have|"
    r"remains?) (?:yet )?to be\b|\belusive\b|\bfar from\b|\btoo\b|\bexclud\w+|\bexclusion\b|\bexcept\w*|"
    r"\brefus\w+|\bdiscontinu\w+|\bstop(?:s|ped|ping)?\b|\bceas\w+|"
    r"\bfree (?:of|from)\b|-free\b|-naive\b|\bless\b|\bdifficult\w*|\bhard\b|\btough\b|\blimit(?:s|ed|ing|"
    r"ation|ations)?\b|\bnegativ\w+|\brul(?:e|ed|es|ing) out\b|\bpending\b|\bawait\w*|\bwait\w*|\bshort (?:of|on|"
    r"supply)\b|\bshortage\w*|\bscarcity\b|\bbeyond\b|"
    r"\bunmet\b|\bden(?:y|ies|ied)\b|\bforgo\w*|\bskip\w*|\bomit\w*|\bdispens\w+|\bdepriv\w+|\bmiss(?:es|"
    r"ed|ing)?\b|\bgap\b|\bcontraindicat\w+|\bintoleran\w+|"
    r"\b(?:am|is|are|be|was|were|advis\w+|recommend\w*|caution\w*|warn\w*|argu\w*|decid\w*) against\b|"
    r"\boppos\w+|\brather\b[^.;]{0,70}\bthan\b|\breluctan\w+|\bhesita\w+|\bneed(?:s|ed)? (?:more|further)\b|"
    r"\bmore\b.{0,40}\bneeded\b|\bremains? (?:unclear|uncertain|unknown|unresolved|open)\b|\bstill (?:early|open|"
    r"under|being|lack)\w*|\bopen question\b|\bimmature\b|\bpremature\b|\btoo early\b|"
    r"\bgone\b|\bgive[sn]? up\b|\bgave up\b|\babandon\w*|\bdropp?(?:ed|ing)\b|\bhalt\w*|\bdevoid\b|"
    r"\bblank\b|\bvirgin\b|\bleft (?:without|behind)\b|\bnil\b|\bzero\b|\bban(?:ned|s)?\b|\bforbid\w*|"
    r"\bprohibit\w*|\bdisappear\w*|\bwithhold\w*|\bwithheld\b|\bineligib\w+|\bunfit\b|"
    r"\bun(?!der|til|less|to\b|i(?![mnd]))\w{3,}|\bregardless\b|\birrespective\b|\bcomparable\b|\bsimilar(?:ly)?\b|\bequivalent\b|"
    r"\bequally\b|\bthe same\b|\bon (?:a )?par\b|\balike\b|"
    r"\bin(?:fertil\w+|experien\w+|valid|direct\w*|flexib\w+|tractab\w+|solub\w+|dependen\w+|accessib\w+|accura\w+|activ\w+|adequa\w+|adverten\w+|appropriate\w*|capab\w+|complete\w*|"
    r"conclusive|consisten\w+|convenien\w+|curable|decisive|definite\w*|differen\w+|effective\w*|efficien\w+|"
    r"eligib\w+|equal\w*|equit\w+|evitab\w+|feasib\w+|frequent\w*|operable|secur\w+|sensitiv\w+|sepa\w+|"
    r"significan\w+|stabil\w+|sufficien\w+|toler\w+|visible|volunt\w+)\b|"
    r"\bim(?:balanc\w+|matur\w+|measur\w+|mobil\w+|possib\w+|practical\w*|precis\w+|perfect\w*|proper\w*|"
    r"prudent)\b|\bir(?:regular\w*|relevan\w+|reversib\w+|resolv\w+|respective)\b|\bdis(?:agree\w*|advantag\w+|"
    r"appear\w+|approv\w+|continu\w+|courag\w+|parit\w+|prov\w+|satisf\w+|similar|qualif\w+)\b|\bnon-?\w{3,}|"
    r"\b\w{3,}less(?:ly)?\b(?<!unless)(?<!regardless)|"
    r"\bmis(?:match\w*|s)\b|\bneither\b|\bwithout\b|\bexhaust\w*|\bimpair\w*|\bdefici\w+|\bdefect\w*|"
    r"\bunder(?:developed|served|powered|treated|represented)\b|\bopt(?:ed)? out\b|\bnot\b|\bno\b|\bnever\b|"
    r"\bcannot\b|\bnothing\b|\bnone\b|\bhave yet\b|\bhas yet\b",
    re.IGNORECASE,
)
