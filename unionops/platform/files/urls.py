"""Addresses of stored files."""

from django.urls import path

from unionops.platform.files import views

app_name = "files"
urlpatterns = [
    path("<uuid:public_id>/", views.download, name="download"),
    path("<uuid:public_id>/share/", views.share, name="share"),
    path("<uuid:public_id>/bare/", views.bare, name="bare"),
    path("<uuid:public_id>/page/<int:number>/", views.page, name="page"),
]
