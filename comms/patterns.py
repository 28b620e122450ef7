"""The built-in patterns per channel and language; a local's own template stands before them.

A pattern is lines with `{{ slot }}`s of the brief. A line whose slot is empty disappears.
"""

SLOTS = (
    "headline purpose story facts when where deadline ask sources quotes contact link sender footer_note greeting title"
).split()

ENGLISH = {
    "email": (
        "{{ title }}",
        "{{ greeting }}\n\n{{ purpose }}\n\n{{ story }}\n\n{{ facts }}\n\nWhen: {{ when }}\nWhere: {{ where }}\n\n{{ quotes }}\n\n"
        "{{ deadline }}\n\nThe words to check: {{ link }}\n\nQuestions? {{ contact }}\n\n{{ footer_note }}\n\nIn solidarity,\n{{ sender }}",
    ),
    "sms": (
        "",
        "{{ sender }}: {{ headline }}. {{ when }}. {{ where }}. {{ deadline }}. {{ link }} {{ contact }} Reply STOP to opt out.",
    ),
    "letter": (
        "{{ title }}",
        "Dear {{ full_name }},\n\n{{ purpose }}\n\n{{ story }}\n\n{{ facts }}\n\nWhen: {{ when }}\nWhere: {{ where }}\n\n{{ quotes }}\n\n"
        "{{ deadline }}\n\nRead more: {{ link }}\n\nQuestions? {{ contact }}\n\n{{ footer_note }}\n\nIn solidarity,\n{{ sender }}",
    ),
    "flyer": (
        "{{ title }}",
        "{{ title }}\n\n{{ story }}\n\n{{ facts }}\n\nWhen: {{ when }}\nWhere: {{ where }}\n\n{{ deadline }}\n\nAsk: {{ contact }}\n{{ link }}\n\n"
        "{{ sender }}. Please read this off duty.",
    ),
    "board": (
        "{{ title }}",
        "{{ title }}\n\n{{ purpose }}\n\n{{ facts }}\n\nWhen: {{ when }}\nWhere: {{ where }}\n\n{{ deadline }}\n\nContact: {{ contact }}\n{{ link }}\n\n{{ sender }}",
    ),
    "phone": (
        "{{ title }}",
        "Hi, is this {{ first_name }}? I am calling for {{ sender }}.\n\nAsk first and listen: How is work going?\n\nThen say: {{ purpose }}\n\n"
        "{{ story }}\n\n{{ facts }}\n\nWhen: {{ when }}\nWhere: {{ where }}\n\n{{ deadline }}\n\nCan we count on you?\n\nIf yes: say thank you and write it "
        "down.\nIf no: ask what stands in the way and write it down.\nIf they say stop: say sorry, and note it so that nobody calls again.\n\n"
        "More: {{ link }}\nQuestions go to {{ contact }}",
    ),
    "talking_points": (
        "{{ title }}",
        "- {{ purpose }}\n- {{ story }}\n{{ facts }}\n- When: {{ when }}\n- Where: {{ where }}\n- {{ deadline }}\n\n{{ quotes }}\n\n"
        "If you are asked something you do not know, say so, write it down and call: {{ contact }}\n\nMore: {{ link }}\n\n"
        "Do not talk about any one member's case.",
    ),
    "social": ("", "{{ headline }}. {{ when }}. {{ where }}. {{ deadline }}. {{ link }} {{ contact }}"),
    "newsletter": (
        "{{ title }}",
        "{{ title }}\n\n{{ purpose }}\n\n{{ story }}\n\n{{ facts }}\n\nWhen: {{ when }}\nWhere: {{ where }}\n\n{{ quotes }}\n\n{{ deadline }}\n\nContact: {{ contact }}\n"
        "{{ link }}",
    ),
    "meeting_notice": (
        "{{ title }}",
        "NOTICE OF MEETING\n\n{{ title }}\n\nDate and time: {{ when }}\nPlace: {{ where }}\n\nAgenda\n{{ purpose }}\n{{ story }}\n{{ facts }}\n\n{{ deadline }}\n\n"
        "If you need a ramp, an interpreter or other help to take part, tell us: {{ contact }}\n{{ link }}\n\n{{ sender }}",
    ),
    "web": (
        "{{ title }}",
        "{{ purpose }}\n\n{{ story }}\n\n{{ facts }}\n\nWhen: {{ when }}\nWhere: {{ where }}\n\n{{ quotes }}\n\n{{ deadline }}\n\nRead more: {{ link }}\n\nQuestions? {{ contact }}\n\n{{ sender }}",
    ),
}

SPANISH = {
    "email": (
        "{{ title }}",
        "{{ greeting }}\n\n{{ purpose }}\n\n{{ story }}\n\n{{ facts }}\n\nCuándo: {{ when }}\nDónde: {{ where }}\n\n{{ quotes }}\n\n{{ deadline }}\n\n"
        "Para leer más: {{ link }}\n\n¿Preguntas? {{ contact }}\n\n{{ footer_note }}\n\nEn solidaridad,\n{{ sender }}",
    ),
    "sms": (
        "",
        "{{ sender }}: {{ headline }}. {{ when }}. {{ where }}. {{ deadline }}. {{ link }} {{ contact }} Responda STOP para no recibir más.",
    ),
    "social": ("", "{{ headline }}. {{ when }}. {{ where }}. {{ deadline }}. {{ link }} {{ contact }}"),
    "meeting_notice": (
        "{{ title }}",
        "AVISO DE REUNIÓN\n\n{{ title }}\n\nFecha y hora: {{ when }}\nLugar: {{ where }}\n\nTemas\n{{ purpose }}\n{{ story }}\n{{ facts }}\n\n{{ deadline }}\n\n"
        "Si necesita rampa, intérprete u otra ayuda, avísenos: {{ contact }}\n{{ link }}\n\n{{ sender }}",
    ),
    "*": (
        "{{ title }}",
        "{{ title }}\n\n{{ purpose }}\n\n{{ story }}\n\n{{ facts }}\n\nCuándo: {{ when }}\nDónde: {{ where }}\n\n{{ quotes }}\n\n{{ deadline }}\n\nContacto: {{ contact }}\n{{ link }}\n\n{{ sender }}",
    ),
}
PATTERNS = {"en": ENGLISH, "es": SPANISH}


def pattern(channel: str, language: str) -> tuple[str, str]:
    """(subject, body) of the built-in pattern."""
    texts = PATTERNS.get(language[:2], ENGLISH)
    return texts.get(channel) or texts.get("*") or ENGLISH[channel]
