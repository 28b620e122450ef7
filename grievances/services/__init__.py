"""What people do with cases: one function per deed, each leaves an event in the trail."""
