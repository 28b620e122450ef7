"""Addresses of accounts, roles, invitations and the policy."""

from django.urls import path

from unionops.platform.access import views

app_name = "access"
urlpatterns = [
    path("who-may-do-what/", views.who_may, name="policy"),
    path("accounts-and-roles/", views.accounts, name="accounts"),
    path("accounts-and-roles/invite/", views.invite, name="invite"),
    path("accounts-and-roles/invitations/<uuid:public_id>/withdraw/", views.withdraw, name="withdraw"),
    path("accounts-and-roles/<uuid:public_id>/role/", views.give_role, name="give-role"),
    path("accounts-and-roles/<uuid:public_id>/stewardship/", views.give_stewardship, name="give-stewardship"),
    path("accounts-and-roles/<uuid:public_id>/second-factor/", views.reset_second_factor, name="reset-second-factor"),
    path("accounts-and-roles/<uuid:public_id>/end/", views.end_all, name="end-all"),
    path("accounts-and-roles/<uuid:public_id>/restore/", views.restore, name="restore"),
    path("accounts-and-roles/terms/<str:kind>/<uuid:public_id>/end/", views.end_term, name="end-term"),
    path("invitation/<str:token>/", views.accept, name="accept-invitation"),
    path("approvals/", views.approvals, name="approvals"),
    path("approvals/<uuid:public_id>/", views.decide, name="decide"),
    path("our-local/", views.local, name="local"),
]
