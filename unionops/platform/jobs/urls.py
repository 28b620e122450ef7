"""Addresses of jobs and their progress."""

from django.urls import path

from unionops.platform.jobs import views

app_name = "jobs"
urlpatterns = [
    path("", views.index, name="list"),
    path("<uuid:public_id>/", views.detail, name="detail"),
    path("<uuid:public_id>/progress/", views.progress, name="progress"),
    path("<uuid:public_id>/stop/", views.stop, name="stop"),
    path("<uuid:public_id>/retry/", views.retry, name="retry"),
]
