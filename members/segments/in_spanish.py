"""A list's question said in Spanish, put into the English words that `plainly` reads.

Names of places, jobs and tags stay as the roster writes them. What has no entry here stays as it is, and is then
not understood, as in English.
"""

from __future__ import annotations

from collections.abc import Iterator

from members.segments.heard import Word, Words, held, words
from unionops.platform.core import lazy_re as re

MONTHS = {
    "enero": "January", "febrero": "February", "marzo": "March", "abril": "April", "mayo": "May", "junio": "June",
    "julio": "July", "agosto": "August", "septiembre": "September", "setiembre": "September", "octubre": "October",
    "noviembre": "November", "diciembre": "December",
}  # fmt: skip
A_DATE = re.compile(rf"\b(?:(?:el )?(\d{{1,2}}) de )?({'|'.join(MONTHS)}) del? (\d{{4}})\b", re.IGNORECASE)
EMPTY = (
    "personas", "persona", "gente", "trabajadores", "trabajadoras", "empleados", "empleadas", "todos", "todas",
    "todo el mundo", "quienes", "los", "las", "el", "la", "lo", "que", "son", "es", "estan", "esta", "tienen",
    "trabajan", "trabaja", "su", "sus", "un", "una", "aun", "todavia", "fueron", "fue", "han", "sido", "se", "al",
)  # fmt: skip
"""Say nothing by themselves."""
PHRASES = {
    **dict.fromkeys(EMPTY, "who"),
    "de": "of", "del": "of", "en": "at", "a": "at", "y": "and", "e": "and", "o": "or", "u": "or", "no": "not",
    "con": "with", "sin": "without", "excepto": "except", "salvo": "except", "menos": "except", "pero no": "but not",
    **dict.fromkeys(("miembros", "miembro", "afiliados", "afiliadas", "afiliado", "afiliada", "socios"), "members"),
    **dict.fromkeys(
        ("no miembros", "no afiliados", "no afiliadas", "no son miembros", "no es miembro", "no son afiliados",
         "sin afiliar"), "non members"),
    "jubilados": "retirees", "jubiladas": "retirees", "retirados": "retirees",
    "antiguos miembros": "former members", "exmiembros": "former members",
    **dict.fromkeys(("turno de noche", "turno de la noche", "turno nocturno", "de noche", "noches"), "nights"),
    **dict.fromkeys(("turno de dia", "turno diurno", "turno del dia", "de dia", "dias", "dia"), "days"),
    **dict.fromkeys(("turno de tarde", "turno de la tarde", "turno vespertino", "de tarde", "tardes"), "evenings"),
    **dict.fromkeys(("contratados", "contratadas", "contratado", "contratada"), "hired"),
    **dict.fromkeys(("se afiliaron", "se unieron", "ingresaron al sindicato"), "joined"),
    "antes de": "before", "antes del": "before", "despues de": "after", "despues del": "after", "desde": "since",
    "hasta": "until", "entre": "between", "este ano": "this year", "este mes": "this month",
    "el ano pasado": "last year", "el mes pasado": "last month", "ultimos": "last", "en los ultimos": "in the last",
    "en las ultimas": "in the last", "ultimas": "last",
    "anos": "years", "ano": "year", "meses": "months", "mes": "month", "semanas": "weeks", "semana": "week",
    "por nomina": "paying by payroll", "pagan por nomina": "paying by payroll",
    "pagan en efectivo": "paying by cash", "pagan con tarjeta": "paying by card", "pagan cuotas": "paying dues",
    "pagan": "paying dues", "no pagan": "non payers", "no pagan cuotas": "non payers",
    **dict.fromkeys(("correo", "correo electronico"), "e-mail"),
    **dict.fromkeys(("correo personal", "correo electronico personal"), "personal e-mail"),
    "telefono": "phone", "direccion": "address", "direccion postal": "address",
    **dict.fromkeys(("celular", "telefono celular", "movil", "telefono movil"), "cell"),
    **dict.fromkeys(("delegado", "delegada", "delegado sindical", "representante"), "steward"),
    **dict.fromkeys(("delegados", "delegadas", "delegados sindicales"), "stewards"),
    "grado": "grade", "grados": "grades", "escalon": "step",
    **dict.fromkeys(("o mas", "o superior", "o mayor"), "or above"),
    **dict.fromkeys(("o menos", "o inferior", "o menor"), "or below"),
    "mas de": "more than", "menos de": "less than",
    **dict.fromkeys(("anos de servicio", "anos de antiguedad"), "years of service"),
    **dict.fromkeys(("hablan espanol", "habla espanol", "hispanohablantes"), "speak Spanish"),
    **dict.fromkeys(("etiquetados", "etiquetados con", "con la etiqueta", "con etiqueta"), "tagged"),
    **dict.fromkeys(("dejaron el sindicato", "renunciaron", "se dieron de baja"), "left"),
    **dict.fromkeys(("miembros de un comite", "en un comite", "en algun comite"), "committee members"),
    **dict.fromkeys(("tarjeta firmada", "tarjeta de afiliacion", "formulario firmado"), "signed card"),
    **dict.fromkeys(("exmiembro", "ex miembros", "antiguos socios"), "former members"),
    "sin etiqueta": "untagged", "nunca evaluados": "never assessed", "sin evaluar": "never assessed",
    "nunca se ha hablado con": "never talked with", "con quienes nunca se ha hablado": "never talked with",
    "dijeron no a": "said no to", "rechazaron": "said no to", "dijeron si a": "said yes to", "aceptaron": "agreed to",
    **dict.fromkeys(("mensajes", "mensajes de texto", "los mensajes de texto", "textos"), "texts"),
    "llamadas": "calls", "las llamadas": "calls", "en la unidad": "in the unit",
    "tiempo completo": "full time", "medio tiempo": "part time",
}  # fmt: skip


def in_english(text: str) -> str:
    return " ".join(Spanish(words(A_DATE.sub(_date, text)), held()).said())


def _date(found: re.Match[str]) -> str:
    day, month, year = found.groups()
    return " ".join(part for part in (day, MONTHS[month.casefold()], year) if part)


class Spanish(Words):
    def __init__(self, said: list[Word], places: dict[str, dict[str, str]]) -> None:
        self.words, self.places = said, places

    def said(self) -> Iterator[str]:
        at = 0
        while at < len(self.words):
            named = self._phrase(at, self.places)
            found = None if named else self._phrase(at, PHRASES)
            end = named[1] if named else found[1] if found else at + 1
            yield found[0] if found else " ".join(map(_as_written, self.words[at:end]))
            at = end


def _as_written(word: Word) -> str:
    return f'"{word.raw}"' if word.is_quoted else word.raw
