"""The title among the lines above the body."""

import pytest

from policyparse.model.diagnostics import Diagnostics
from policyparse.page.layout import Page, lay_out
from policyparse.repair import repair
from policyparse.source.source_text import SourceText

BODY = "\n近日，有关部门召开会议，研究部署下一阶段的各项重点工作。\n"


def page(text: str) -> Page:
    diagnostics = Diagnostics()
    return lay_out(repair(SourceText(text), diagnostics), diagnostics)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("某市工业和信息化局门户网站\n促进制造强市建设\n来源：某报", "促进制造强市建设"),
        ("某某新闻网\n要闻\n市政府召开常务会议\n2024-05-06 10:00", "市政府召开常务会议"),
        ("某某日报\n2024年3月18日\n第05版：经济\n链上发力强产业\n——某市调查\n本报记者 王小明", "链上发力强产业"),
        ("# 推进新型工业化\n来源：某报", "推进新型工业化"),
        ("某政发〔2024〕3号\n某市人民政府关于加强管理的意见\n各区人民政府：", "某市人民政府关于加强管理的意见"),
        ("某市人民代表大会常务委员会公告\n第十二号", "某市人民代表大会常务委员会公告"),
        ("某市河道管理条例\n（2021年3月1日某市人民代表大会常务委员会通过 2022年5月6日修正）", "某市河道管理条例"),
        ("【系列报道】小零件撬动大产业\n来源：某台", "【系列报道】小零件撬动大产业"),
        ("立足定位 勇争先、善作为\n2024-02-07 13:52:00", "立足定位 勇争先、善作为"),
        ("今年工业怎么干？", "今年工业怎么干？"),
        ("江州|30个项目集体启动\n04.01.2016 12:48\n本文来源: 某报", "江州|30个项目集体启动"),
        ("首页 工作动态 市工信局召开推进会\n市工信局召开推进会\n2024-05-06 10:00", "市工信局召开推进会"),
        ("市工信局召开推进会- 【某某在线】\n市工信局召开推进会\n发布人：王小明", "市工信局召开推进会"),
        ("市县联动\n市县联动 | 园区上门解难题\n2024-05-06 10:00", "市县联动 | 园区上门解难题"),
        ("江州日报数字报 2023年5月8日 星期一 第03版：要闻\n老港口焕发新活力", "老港口焕发新活力"),
        ("当前版：第02版 要闻   上一版  下一版\n江州日报\n老港口焕发新活力\n——江州市见闻", "老港口焕发新活力"),
        ("省政协召开专题协商会\n王小明主持 李晓红到会听取意见\n2024-05-06", "省政协召开专题协商会"),
        ("江州市中级人民法院\n江州市人民检察院\n公　告", "公　告"),
        ("市县联动 | 园区上门解难题\n原创 某县发布 2025年5月8日 19:42 江州", "市县联动 | 园区上门解难题"),
    ],
)
def test_title(head: str, title: str) -> None:
    found = page(head + BODY).title
    assert found is not None
    assert found.text == title


@pytest.mark.parametrize(
    ("head", "title", "subtitle"),
    [
        ("链上发力强产业\n——某市产业集群调查", "链上发力强产业", "某市产业集群调查"),
        ("链上发力强产业 ——某市产业集群调查与思考", "链上发力强产业", "某市产业集群调查与思考"),
        ("# 链上发力强产业\n\n## ——某市产业集群调查", "链上发力强产业", "某市产业集群调查"),
        ("老瓶装新茶——某市首家茶饮店亮相街头巷尾引关注", "老瓶装新茶", "某市首家茶饮店亮相街头巷尾引关注"),
        ("2021—2025年某市产业规划纲要", "2021—2025年某市产业规划纲要", None),
    ],
)
def test_subtitle(head: str, title: str, subtitle: str | None) -> None:
    found = page(head + "\n来源：某报" + BODY)
    assert found.title is not None
    assert found.title.text == title
    assert (found.subtitle and found.subtitle.text) == subtitle


def test_the_start_of_a_broken_sentence_is_no_title() -> None:
    text = "江州市人民代表大会常务委员会公告\n某条例已于5月8日由江州市人民代表大会常务委员会会议通\n过，现予公布，自2025年1月1日起施行，请遵照执行。\n"
    found = page(text).title
    assert found is not None
    assert found.text == "江州市人民代表大会常务委员会公告"
