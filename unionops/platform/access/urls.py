"""Addresses of accounts, roles, invitations and the policy."""

from django.urls import URLPattern

app_name = "access"
urlpatterns: list[URLPattern] = []
