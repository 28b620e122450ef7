"""Who is who and who may what: accounts, roles with terms, stewardships, invitations, the policy.

Everything is forbidden until a row of the policy table allows it. It never knows what an app holds.
"""
