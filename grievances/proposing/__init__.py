"""Finds the time limits of a grievance article in its words and proposes steps and rules; a person signs them. Pure."""

from grievances.proposing.article import propose
from grievances.proposing.days_said import words_on_days
from grievances.proposing.proposal import TITLES, Proposal
from grievances.proposing.said_once import what_silence_does, words_on_silence

__all__ = ["TITLES", "Proposal", "propose", "what_silence_does", "words_on_days", "words_on_silence"]
