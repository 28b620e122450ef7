"""Addresses of the pages."""

from django.urls import URLPattern

app_name = "ai"
urlpatterns: list[URLPattern] = []
