"""Addresses of the pages."""

from django.urls import path

from unionops.platform.ai import views

app_name = "ai"
urlpatterns = [
    path("", views.models, name="models"),
    path("choose/", views.choose, name="choose"),
    path("pull/", views.pull, name="pull"),
    path("remove/", views.remove, name="remove"),
    path("<uuid:public_id>/window/", views.options, name="options"),
    path("<uuid:public_id>/off/", views.switch_off, name="switch-off"),
    path("<uuid:public_id>/test/", views.test, name="test"),
    path("runs/", views.runs, name="runs"),
    path("runs/<uuid:public_id>/", views.run, name="run"),
    path("memory/", views.memory, name="memory"),
    path("memory/new/", views.remember, name="remember"),
    path("memory/<uuid:public_id>/", views.change, name="change-memory"),
    path("memory/<uuid:public_id>/delete/", views.forget, name="forget"),
]
