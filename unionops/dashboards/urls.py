"""Addresses of the pages under the roof."""

from django.urls import path

from unionops.dashboards import telling, views

app_name = "dashboards"
urlpatterns = [
    path("", views.home, name="home"),
    path("my-work/", views.my_work, name="my-work"),
    path("search/", views.search, name="search"),
    path("told-cases/", telling.cases, name="told-cases"),
    path("told-cases/<uuid:public_id>/", telling.tell, name="tell"),
    path("told-cases/<uuid:public_id>/take-back/", telling.take_back, name="take-back"),
    path("board/", views.board, name="board"),
    path("board/projector/", views.projector, name="projector"),
]
