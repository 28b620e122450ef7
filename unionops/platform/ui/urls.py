"""Addresses of the frame's own pages."""

from django.urls import path

from unionops.platform.ui import views

app_name = "ui"
urlpatterns = [
    path("preferences/", views.preferences, name="preferences"),
    path("reading/", views.set_preferences, name="set-preferences"),
    path("stay/", views.stay, name="stay"),
    path("here/", views.here, name="here"),
    path("help/", views.help_page, name="help"),
    path("help/keyboard/", views.keyboard, name="keyboard"),
    path("help/accessibility/", views.accessibility, name="accessibility"),
    path("ui/", views.gallery, name="gallery"),
]
