"""Shows whether the model can be used, what is installed and what fits this machine."""

from dataclasses import asdict
from typing import Any

from unionops.platform.access.command import JsonCommand
from unionops.platform.ai import doors, machine, queries, state


class Command(JsonCommand):
    help = __doc__ or ""

    def perform(self, **_options: Any) -> Any:
        state.forget()
        passed, _problems = doors.open_hosts()
        return {
            "state": asdict(state.state()),
            "installed": [asdict(model) for host in passed for model in host.models],
            "in_use": [{"role": row.role, "name": row.name, "digest": row.digest} for row in queries.profiles()],
            "memory_gb": round(machine.memory_gb(), 1),
            "fits": [{"name": line.name, "role": line.role} for line in machine.fitting(machine.memory_gb())],
        }
