"""Addresses of the box's own pages."""

from django.urls import path

from unionops.platform.ops import views

app_name = "ops"
urlpatterns = [
    path("welcome/", views.welcome, name="welcome"),
    path("setup/<slug:code>/", views.setup, name="setup"),
    path("first-run/", views.first_run, name="first-run"),
    path("first-run/<slug:name>/", views.first_run_step, name="first-run-step"),
    path("checklist/", views.first_steps, name="checklist"),
    path("settings/mail/", views.mail_settings, name="mail"),
    path("settings/mail/test/", views.mail_test, name="mail-test"),
    path("backups/", views.backups, name="backups"),
    path("backups/now/", views.back_up_now, name="back-up-now"),
    path("backups/recovery/", views.recovery_sheet, name="recovery"),
    path("backups/file/<str:name>", views.download_backup, name="download-backup"),
    path("duties/", views.duties, name="duties"),
    path("duties/<uuid:public_id>/done/", views.duty_done, name="duty-done"),
    path("duties/<uuid:public_id>/office/", views.duty_office, name="duty-office"),
    path("keeping/", views.keeping_page, name="keeping"),
    path("health/", views.health, name="health"),
]
