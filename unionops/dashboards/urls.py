"""Addresses of the pages under the roof."""

from django.urls import path

from unionops.dashboards import views

app_name = "dashboards"
urlpatterns = [
    path("", views.home, name="home"),
    path("my-work/", views.my_work, name="my-work"),
    path("search/", views.search, name="search"),
    path("board/", views.board, name="board"),
    path("board/projector/", views.projector, name="projector"),
]
