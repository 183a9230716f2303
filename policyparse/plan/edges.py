"""Where lists of works end."""

from policyparse.knowledge.pattern import pattern

WORKS_END = pattern(
    r"[，。；！？：]|等",
    matches=["青禾水厂等", "青禾水厂，"],
    rejects=["青禾水厂、云岭电站和环湖隧道"],
)
"""A list of works after a verb ends before it."""
