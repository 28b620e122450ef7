"""The demo local: invented people, agreements, cases and messages to look around in.

Everything here is made up. The local is "Tri-Rivers Federal Employees, Local 2741";
its agreements are our own writing and its people exist nowhere. The same anchor day
always gives the same local. Nothing in this package is used by a real local's data,
and `load_demo --remove` takes all of it away again.
"""
