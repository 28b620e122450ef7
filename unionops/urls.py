"""Addresses: one prefix for each room of the house."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("", include("unionops.platform.access.urls")),
    path("audit/", include("unionops.platform.audit.urls")),
    path("jobs/", include("unionops.platform.jobs.urls")),
    path("", include("unionops.platform.ui.urls")),
    path("files/", include("unionops.platform.files.urls")),
    path("models/", include("unionops.platform.ai.urls")),
    path("", include("unionops.platform.ops.urls")),
    path("members/", include("members.urls")),
    path("contracts/", include("contracts.urls")),
    path("grievances/", include("grievances.urls")),
    path("messages/", include("comms.urls")),
    path("", include("unionops.dashboards.urls")),
]

handler400 = "unionops.platform.access.errors.bad_request"
handler403 = "unionops.platform.access.errors.forbidden"
handler404 = "unionops.platform.access.errors.not_found"
handler500 = "unionops.platform.access.errors.server_error"
