"""What people do with the roster. One function per deed; each leaves an audit event."""
