"""Addresses of the pages."""

from django.urls import URLPattern

app_name = "grievances"
urlpatterns: list[URLPattern] = []
