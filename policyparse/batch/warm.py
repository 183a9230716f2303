"""What a process imports before it is forked into those that parse: the parser, with every pattern compiled.

So it is done once and not once a process, and the memory for it is shared. A text of each kind is parsed, so that what
is loaded at its first use is loaded here.
"""

import gc

from policyparse.api import parse
from policyparse.knowledge.kept import keep
from policyparse.knowledge.pattern import patterns
from policyparse.model.errors import PolicyParseError

SAMPLES = (
    "某市河道管理条例\n（2023年5月25日某市第十七届人民代表大会常务委员会第三次会议通过）\n"
    "第一条 为了保护河道，根据《中华人民共和国水法》，制定本条例。\n"
    "第二条 违反本条例第一条规定的，由市水行政主管部门责令改正，处五万元以上十万元以下罚款。\n"
    "第三条 本条例自2023年7月1日起施行。\n",
    "某市人民政府关于推进产业发展的意见\n某政发〔2024〕3号\n各区县人民政府：\n一、总体要求\n"
    "（一）到2025年，工业增加值年均增长6%。（责任单位：市工业和信息化局、市发展改革委，2024年6月底前完成）\n"
    "某市人民政府\n2024年3月1日\n",
    "某市召开产业链座谈会\n来源：某日报 2024-03-01\n3月1日，市政协召开座谈会。市政协主席王某出席并讲话。\n"
    "李某委员建议，加快建设新能源项目，投资3亿元。市工信局局长张某表示：“将培育10家企业。”\n",
    "某市经济平稳增长\n某通讯社某市3月1日电（记者 陈某）记者从市统计局获悉，"
    "去年全市生产总值达1.2万亿元，同比增长5.3%。果农老李说，今年收成好。\n",
)
"""A text of each kind of document."""

for _sample in SAMPLES:
    try:
        parse(_sample)
    except PolicyParseError:  # a sample that a rule refuses warms less
        continue
for _pattern in patterns():
    _pattern.search("")

keep()
gc.collect()
gc.freeze()
