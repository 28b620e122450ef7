"""The outgoing mail door."""

from django.core.mail.backends.smtp import EmailBackend


class Backend(EmailBackend):
    """SMTP as the local set it up."""
