"""Addresses of jobs and their progress."""

from django.urls import URLPattern

app_name = "jobs"
urlpatterns: list[URLPattern] = []
