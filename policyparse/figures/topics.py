"""What a clause is about before its numbers: 产业链方面，."""

from policyparse.knowledge.pattern import pattern

TOPIC = pattern(
    r"\s?(?P<topic>[^，。；：、\d]{1,16}?(?:产业链|产业园|园区|开发区|新区|项目|县|市|区|镇|乡|街道))方面，",
    method="match",
    matches=[
        *(("柑橘产业链方面，2024年落地项目5个。", {"topic": "柑橘产业链"}), ("乙县方面，", {"topic": "乙县"})),
        *("乙镇方面，", "乙市方面，", "乙区方面，", "乙乡方面，", "乙项目方面，", "乙街道方面，"),
        *((" 乙县方面，", {"topic": "乙县"}), "乙产业园方面，"),
    ],
    rejects=[
        *("客运方面，", "在柑橘产业链方面取得", "甲县、乙县方面，", "产业链方面，2024年落地项目5个。"),
        "老旧小区加装电梯改造工程和农村公路产业链方面，2024年落地项目5个。",
    ],
)
"""At the head of a sentence: whose numbers it gives."""
