"""Spaces that a converter set between characters: 天 津 市 人 民 政 府, or between the words of a sentence."""

import re
from collections.abc import Iterator
from functools import cache

from policyparse.source.edits import Edit

_HAN = "\u4e00-\u9fff"
_SPACED = re.compile(rf"(?:[{_HAN}，。、；：！？（）《》“”0-9%][ \u00a0]){{5,400}}[{_HAN}，。、；：！？（）《》“”0-9%]")
_GAP = re.compile(rf"(?<=[{_HAN}，。、；：！？（）《》“”0-9])[ \u00a0](?=[{_HAN}，。、；：！？（）《》“”0-9%])")
_HAN_GAP = re.compile(rf"(?<=[{_HAN}])[ \u00a0](?=[{_HAN}])")
_PIECE = f"[{_HAN}，。、]{{1,4}}"
_GATE = re.compile(rf"[ \u00a0](?<=[{_HAN}，。、].){_PIECE}[ \u00a0]{_PIECE}[ \u00a0]{_PIECE}[ \u00a0]")
_PROSE = re.compile("[，。,]")
_WORDS = """
政府 人民 会议 工作 发展 建设 企业 经济 社会 管理 部门 规定 应当 单位 国家 全国
中国 我国 委员 代表 主席 主任 书记 产业 工业 农业 创新 改革 开放 服务 安全 环境
保护 教育 科技 技术 文化 生态 资源 项目 工程 规划 计划 方案 政策 措施 制度 机制
体系 能力 水平 质量 生产 投资 消费 市场 金融 城市 农村 乡村 加强 加快 推动 推进
促进 提高 提升 实施 组织 领导 干部 群众 公民 法律 条例 办法 决定 通知 关于 印发
意见 报告 依法 责任 行政 执法 监督 检查 问题 情况
"""
"""Words that a sentence of the field hardly does without."""

_KNOWN = 0.12
"""Least share of the spaced characters' pairs that are words of the field."""


def find_stray_spaces(text: str) -> Iterator[Edit]:
    """Find the spaces inside words and sentences, to be deleted; those of lists, tables and headings stay."""
    if not _GATE.search(text):
        return
    start = 0
    for line in text.split("\n"):
        if _GATE.search(line):
            yield from _find_in_line(line, start)
        start += len(line) + 1


def _find_in_line(line: str, offset: int) -> Iterator[Edit]:
    spaced = list(_SPACED.finditer(line))
    for run in spaced:
        if _is_text(_GAP.sub("", run[0])):
            for gap in _GAP.finditer(line, run.start(), run.end()):
                yield Edit(offset + gap.start(), offset + gap.end(), "", "stray_spaces", 0.95)
    if spaced:
        return
    gaps, han = list(_HAN_GAP.finditer(line)), len(re.findall(f"[{_HAN}]", line))
    if len(gaps) >= 8 and len(gaps) * 5 >= han and len(_PROSE.findall(line)) * 40 >= han and "：" not in line[:8]:
        for gap in _GAP.finditer(line):
            yield Edit(offset + gap.start(), offset + gap.end(), "", "stray_spaces", 0.9)


@cache
def _pairs() -> re.Pattern[str]:
    return re.compile("|".join(_WORDS.split()))


def _is_text(run: str) -> bool:
    """Whether the characters, closed up, are words of the field and no list (甲 乙 丙, 赵 钱 孙 李)."""
    known = 2 * len(_pairs().findall(run))
    return known >= 2 and known >= 2 * _KNOWN * len(run)
