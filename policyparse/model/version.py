"""The version of the package: rules, readers and models change with it."""

VERSION = "0.2.0"
