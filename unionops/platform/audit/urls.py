"""Addresses of the audit trail."""

from django.urls import path

from unionops.platform.audit import views

app_name = "audit"
urlpatterns = [
    path("", views.index, name="list"),
    path("export/", views.export, name="export"),
]
