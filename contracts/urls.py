"""Addresses of the pages; agreements stand under their short name, behind the fixed words."""

from django.urls import path

from contracts.views import asking, comparing, managing, noting, reading

app_name = "contracts"
urlpatterns = [
    path("", reading.home, name="home"),
    path("search/", reading.search, name="search"),
    path("ask/", asking.ask, name="ask"),
    path("questions/<uuid:public_id>/", asking.question, name="question"),
    path("questions/<uuid:public_id>/again/", asking.again, name="question-again"),
    path("questions/<uuid:public_id>/review/", asking.review, name="question-review"),
    path("compare/", comparing.compare, name="compare"),
    path("add/", managing.add, name="add"),
    path("versions/<uuid:public_id>/", managing.version, name="version"),
    path("versions/<uuid:public_id>/read-again/", managing.read_again, name="read-again"),
    path("versions/<uuid:public_id>/publish/", managing.publish, name="publish"),
    path("clauses/<uuid:public_id>/", reading.clause, name="clause"),
    path("clauses/<uuid:public_id>/correct/", managing.correct, name="correct"),
    path("clauses/<uuid:public_id>/note/", noting.add, name="add-note"),
    path("notes/<uuid:public_id>/withdraw/", noting.withdraw, name="withdraw-note"),
    path("<slug:slug>/", reading.agreement, name="agreement"),
    path("<slug:slug>/whole/", reading.whole, name="whole"),
    path("<slug:slug>/pocket/", reading.pocket, name="pocket"),
    path("<slug:slug>/<str:label>/", reading.page, name="reader"),
]
