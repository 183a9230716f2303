"""Mail (.eml): the text of the message."""

from email import message_from_bytes, policy

from policyparse import FileReader, SourceText, UnreadableInput


def read_mail(data: bytes) -> SourceText:
    """Read the text of a message."""
    message = message_from_bytes(data, policy=policy.default)
    body = message.get_body(("plain",))
    if body is None:
        raise UnreadableInput("the message has no plain text; save its attachment, and give that")
    return SourceText(body.get_content().replace("\r\n", "\n"))


def is_mail(data: bytes) -> bool:
    """Whether bytes without a name begin like a message."""
    return data.startswith((b"From:", b"Received:", b"Return-Path:", b"Subject:"))


MAIL = FileReader(name="eml", endings=(".eml",), read=read_mail, recognises=is_mail)
