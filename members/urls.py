"""Addresses of the roster's pages."""

from django.urls import path

from members.views import duplicates, exports, imports, lists, money, people

app_name = "members"
urlpatterns = [
    path("", people.people_list, name="list"),
    path("new/", people.new, name="new"),
    path("tag/", lists.tag, name="tag"),
    path("tag/<uuid:public_id>/undo/", lists.undo_tag, name="undo-tag"),
    path("person/<uuid:public_id>/", people.detail, name="person"),
    path("person/<uuid:public_id>/edit/", people.edit, name="edit"),
    path("person/<uuid:public_id>/add/<slug:what>/", people.add_contact, name="add-contact"),
    path("person/<uuid:public_id>/end/<slug:what>/<uuid:contact_id>/", people.end_contact, name="end-contact"),
    path("person/<uuid:public_id>/consent/", people.consent, name="consent"),
    path("person/<uuid:public_id>/membership/", people.membership, name="membership"),
    path("person/<uuid:public_id>/membership/end/", people.end_membership, name="end-membership"),
    path("person/<uuid:public_id>/dues/", money.dues, name="dues"),
    path("person/<uuid:public_id>/conversation/", people.conversation, name="conversation"),
    path("person/<uuid:public_id>/record/", exports.record_file, name="record"),
    path("person/<uuid:public_id>/erase/", people.erase, name="erase"),
    path("imports/", imports.index, name="imports"),
    path("imports/<uuid:public_id>/", imports.detail, name="import"),
    path("imports/<uuid:public_id>/columns/", imports.columns, name="import-columns"),
    path("imports/<uuid:public_id>/decide/", imports.decide, name="import-decide"),
    path("imports/<uuid:public_id>/apply/", imports.apply, name="import-apply"),
    path("imports/<uuid:public_id>/again/", imports.again, name="import-again"),
    path("imports/<uuid:public_id>/undo/", imports.undo, name="import-undo"),
    path("imports/<uuid:public_id>/drop/", imports.drop, name="import-drop"),
    path("lists/", lists.index, name="segments"),
    path("lists/new/", lists.new, name="segment-new"),
    path("lists/condition/", people.condition, name="condition"),
    path("lists/count/", lists.count, name="count"),
    path("lists/<uuid:public_id>/", lists.detail, name="segment"),
    path("lists/<uuid:public_id>/edit/", lists.edit, name="segment-edit"),
    path("lists/<uuid:public_id>/remove/", lists.remove, name="segment-remove"),
    path("lists/<uuid:public_id>/why/<uuid:person_id>/", lists.why, name="why"),
    path("duplicates/", duplicates.index, name="duplicates"),
    path("duplicates/find/", duplicates.find, name="duplicates-find"),
    path("duplicates/<uuid:public_id>/<slug:verdict>/", duplicates.decide, name="duplicate"),
    path("density/", money.density, name="density"),
    path("reconcile/", money.reconcile, name="reconcile"),
    path("follow-ups/", money.follow_ups, name="follow-ups"),
    path("follow-ups/<uuid:public_id>/settle/", money.settle, name="settle"),
    path("exports/", exports.index, name="exports"),
]
