"""What pages that are not ours ask about the box."""

from django import template

from unionops.platform.ops import mail

register = template.Library()


@register.simple_tag
def mail_goes_out() -> bool:
    """Whether a message can leave this machine."""
    return mail.is_ready()
