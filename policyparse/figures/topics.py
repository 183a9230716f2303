"""What a clause is about before its numbers: 产业链方面，."""

from policyparse.knowledge.pattern import pattern

TOPIC = pattern(
    r"\s?(?P<topic>[^，。；：、\d]{1,16}?(?:产业链|产业园|项目|县|市|区|镇|乡|街道))方面，",
    method="match",
    matches=[
        *(("柑橘产业链方面，2024年落地项目5个。", {"topic": "柑橘产业链"}), ("乙县方面，", {"topic": "乙县"})),
        *("青河镇方面，", "东江市方面，", "望溪区方面，", "云岭乡方面，", "风电项目方面，", "北门街道方面，"),
        *((" 乙县方面，", {"topic": "乙县"}), "化工产业园方面，"),
    ],
    rejects=[
        *("客运方面，", "在柑橘产业链方面取得", "甲县、乙县方面，", "产业链方面，2024年落地项目5个。"),
        "优质脐橙和名优茶叶精深加工与冷链物流产业链方面，2024年落地项目5个。",
    ],
)
"""At the head of a sentence: whose numbers it gives."""
