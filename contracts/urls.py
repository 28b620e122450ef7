"""Addresses of the pages; agreements stand under their short name, behind the fixed words."""

from django.urls import path

from contracts.views import asking, comparing, managing, noting, practices, reading

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
    path("practices/", practices.practices, name="practices"),
    path("practices/new/", practices.new, name="practice-new"),
    path("practices/check/", practices.check, name="practice-check"),
    path("practices/<uuid:public_id>/", practices.practice, name="practice"),
    path("practices/<uuid:public_id>/change/", practices.change, name="practice-change"),
    path("practices/<uuid:public_id>/fact/", practices.add_fact, name="practice-fact"),
    path("practices/<uuid:public_id>/confirm/", practices.confirm, name="practice-confirm"),
    path("practices/<uuid:public_id>/end/", practices.end, name="practice-end"),
    path("practices/facts/<uuid:public_id>/withdraw/", practices.withdraw, name="practice-withdraw"),
    path("letters/", practices.letters, name="letters"),
    path("letters/<slug:slug>/", practices.letter, name="letter"),
    path("letters/changes/<uuid:public_id>/remove/", practices.unlink, name="letter-unlink"),
    path("<slug:slug>/", reading.agreement, name="agreement"),
    path("<slug:slug>/whole/", reading.whole, name="whole"),
    path("<slug:slug>/pocket/", reading.pocket, name="pocket"),
    path("<slug:slug>/<str:label>/", reading.page, name="reader"),
]
