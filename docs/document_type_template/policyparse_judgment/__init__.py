"""Judgments (裁判文书) for policyparse."""
