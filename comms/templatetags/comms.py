"""{% load comms %}: words with their merge fields shown as chips."""

from django import template
from django.utils.html import conditional_escape, linebreaks
from django.utils.safestring import SafeString

from comms.merging import FIELD

register = template.Library()


@register.filter
def with_fields(text: str) -> SafeString:
    """Paragraphs of escaped text; {{ first_name }} stands in a chip."""
    paragraphs = linebreaks(str(conditional_escape(text)), autoescape=False)
    return SafeString(FIELD.sub(lambda match: f'<span class="mf">{match[1]}</span>', paragraphs))
