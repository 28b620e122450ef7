"""Addresses of the pages of messages."""

from django.urls import path

from comms.views import approving, composing, lists, public, sending

app_name = "comms"
urlpatterns = [
    path("", lists.index, name="list"),
    path("new/", composing.new, name="new"),
    path("calendar/", lists.calendar, name="calendar"),
    path("house/", lists.house_page, name="house"),
    path("house/patterns/new/", lists.new_template, name="new-template"),
    path("house/patterns/<uuid:public_id>/", lists.template, name="template"),
    path("house/patterns/<uuid:public_id>/delete/", lists.drop_template, name="drop-template"),
    path("house/elections/", lists.add_election, name="add-election"),
    path("house/elections/<uuid:public_id>/delete/", lists.end_election, name="end-election"),
    path("returned/", sending.bounced, name="bounces"),
    path("stop/<str:token>/", public.unsubscribe, name="unsubscribe"),
    path("web/<uuid:public_id>/", public.web_copy, name="web-copy"),
    path("version/<uuid:public_id>/", composing.edit, name="edit"),
    path("version/<uuid:public_id>/rewrite/", composing.rewrite, name="rewrite"),
    path("version/<uuid:public_id>/accept/", composing.accept, name="accept"),
    path("version/<uuid:public_id>/drop/", composing.drop, name="drop"),
    path("version/<uuid:public_id>/keep/", composing.keep, name="keep"),
    path("version/<uuid:public_id>/remark/", composing.comment, name="comment"),
    path("version/<uuid:public_id>/wording/<int:number>/", composing.compare, name="compare"),
    path("version/<uuid:public_id>/wording/<int:number>/restore/", composing.restore, name="restore"),
    path("version/<uuid:public_id>/preview/", sending.preview, name="preview"),
    path("version/<uuid:public_id>/left-out/", sending.left_out, name="left-out"),
    path("version/<uuid:public_id>/test/", sending.test_send, name="test-send"),
    path("version/<uuid:public_id>/export/", sending.export, name="export"),
    path("going/<uuid:public_id>/", sending.sending_page, name="sending"),
    path("going/<uuid:public_id>/replies/", sending.reply, name="reply"),
    path("going/<uuid:public_id>/<slug:deed>/", sending.control, name="control"),
    path("<uuid:public_id>/", composing.versions, name="versions"),
    path("<uuid:public_id>/brief/", composing.brief, name="brief"),
    path("<uuid:public_id>/write/", composing.write, name="write"),
    path("<uuid:public_id>/checks/", composing.checks, name="checks"),
    path("<uuid:public_id>/approve/", approving.approve_page, name="approve"),
    path("<uuid:public_id>/ask/", approving.ask, name="ask"),
    path("<uuid:public_id>/yes/", approving.approve, name="yes"),
    path("<uuid:public_id>/back/", approving.send_back, name="send-back"),
    path("<uuid:public_id>/settings/", approving.settings, name="settings"),
    path("<uuid:public_id>/cancel/", approving.cancel, name="cancel"),
    path("<uuid:public_id>/send/", sending.send_page, name="send"),
    path("<uuid:public_id>/schedule/", sending.schedule, name="schedule"),
]
