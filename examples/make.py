"""Makes the examples of this folder, the same bytes each time: `python examples/make.py`.

The texts are our own, about places that do not exist. The files are written by the makers of the tests.
"""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from generators.pages import wrapped  # noqa: E402 - found in the folder of the tests

REGULATION = """江南省湖泊保护条例
（2031年4月30日江南省第十五届人民代表大会常务委员会第八次会议通过）
第一条　为了加强湖泊保护，改善湖泊生态环境，制定本条例。
第二条　县级以上人民政府应当加强对湖泊保护工作的领导，将湖泊保护经费纳入本级预算。
第三条　禁止下列行为：
（一）围湖造地；
（二）向湖泊排放未经处理的污水。
第四条　违反本条例第三条规定的，由生态环境主管部门责令改正，处五千元以上五万元以下的罚款。
第五条　本条例自2031年7月1日起施行。
"""

DECISION = """东湖市人民代表大会常务委员会关于加强公园绿地管理的决定
（2032年3月29日东湖市第九届人民代表大会常务委员会第二十次会议通过）
为了加强公园绿地管理，根据有关法律、法规的规定，结合本市实际，作出如下决定：
一、市、区人民政府应当将公园绿地建设纳入国民经济和社会发展规划，保障公园绿地建设和养护所需的经费。
二、任何单位和个人不得擅自占用公园绿地，不得损毁公园绿地内的树木、花草和设施。
三、到2035年，本市人均公园绿地面积应当达到15平方米。
四、本决定自2032年5月1日起施行。
"""

NOTICE = """东湖市人民政府办公室关于做好冬季供暖工作的通知
东湖政办发〔2033〕12号
各区人民政府，市政府各部门：
为做好今年冬季供暖工作，现将有关事项通知如下。
一、落实责任。各区人民政府要对本辖区供暖工作负总责，确保11月15日前按时供暖。
二、保障供应。市发展改革委要做好煤炭、天然气的调度。
三、加强检查。市住房城乡建设局要开展供暖设施安全检查，及时消除隐患。
东湖市人民政府办公室
2033年10月8日
"""

MEETING = """东湖市召开湖泊保护工作座谈会
来源：东湖日报　2033年6月5日
6月5日，东湖市召开湖泊保护工作座谈会。市长林远主持会议并讲话。
林远指出，要把湖泊保护摆在更加突出的位置，今年完成12个入湖排污口整治。
市生态环境局局长周青表示，将加快建设湖泊水质监测网络。
"""

EXAMPLES = {
    "regulation.docx": ("numbered docx", REGULATION),
    "decision.pdf": ("pdf", DECISION),
    "notice.html": ("portal", NOTICE),
    "meeting.ofd": ("ofd", MEETING),
}
"""By name of the file: the form in which it is written, and its text."""


def made(name: str) -> bytes:
    """The bytes of an example."""
    form, text = EXAMPLES[name]
    return wrapped(form, 0, text)


if __name__ == "__main__":
    for name in EXAMPLES:
        (HERE / name).write_bytes(made(name))
