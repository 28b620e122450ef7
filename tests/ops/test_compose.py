"""The compose file keeps its promises: pinned, healthy, without root, the model cut off from the network."""

import http.server
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
import yaml

from unionops.platform.ops import household

ROOT = Path(__file__).resolve().parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
LASTING = [name for name, service in SERVICES.items() if service.get("restart") == "unless-stopped"]
OURS = [name for name, service in SERVICES.items() if service.get("build")]
READS = re.compile(
    r"""(?:env\.(?:text|flag|number|words|time_zone)|environ\.get|environ|number|getenv)[(\[]\s*["']([A-Z][A-Z0-9_]+)"""
)
OTHERS = {"REMAP_SIGTERM", "CELERY_SKIP_CHECKS"}  # read by Celery itself


def variables_the_program_reads() -> set[str]:
    sources = [*ROOT.glob("unionops/**/*.py"), *ROOT.glob("[mcg]*/**/*.py")]
    found = {name for path in sources for name in READS.findall(path.read_text())}
    return found | {f"{name}_FILE" for name in found} | {"UNIONOPS_CLOCK"} | OTHERS


@pytest.mark.parametrize("name", OURS)
def test_every_variable_is_one_the_program_reads(name: str) -> None:
    unknown = set(SERVICES[name]["environment"]) - variables_the_program_reads()
    assert not unknown


@pytest.mark.parametrize("name", SERVICES)
def test_images_are_pinned_to_a_release(name: str) -> None:
    assert re.search(r":\d+\.\d+\.?\d*", SERVICES[name]["image"])


@pytest.mark.parametrize("name", SERVICES)
def test_nothing_has_more_rights_than_it_needs(name: str) -> None:
    service = SERVICES[name]
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    if name != "models-folder":  # it hands a folder to its owner, without a network, and ends
        assert not str(service["user"]).startswith("0")
    else:
        assert service["network_mode"] == "none"


@pytest.mark.parametrize("name", LASTING)
def test_what_lasts_has_a_health_check_and_a_read_only_root(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"]
    assert SERVICES[name]["read_only"] is True


@pytest.mark.parametrize(("status", "code"), [(200, 0), (301, 0), (503, 1)])
def test_a_page_that_points_to_https_is_well_and_a_fault_is_not(status: int, code: int) -> None:
    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("Location", "https://127.0.0.1:9/accounts/login/")
            self.end_headers()

    server = http.server.HTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    flag, words = SERVICES["web"]["healthcheck"]["test"][2:]
    done = subprocess.run([sys.executable, flag, words.replace("8000", str(server.server_port))], capture_output=True)
    server.shutdown()
    server.server_close()
    assert done.returncode == code


def test_only_the_page_is_published_and_only_to_this_machine() -> None:
    published = {name: service["ports"] for name, service in SERVICES.items() if service.get("ports")}
    assert list(published) == ["web"]
    assert all(port.startswith("127.0.0.1:") for port in published["web"])


def test_model_and_database_have_no_way_out() -> None:
    assert COMPOSE["networks"]["inner"]["internal"] is True
    for name in ("ollama", "database", "redis", "worker-ai"):
        assert SERVICES[name]["networks"] == ["inner"]
    assert SERVICES["ollama"]["environment"]["OLLAMA_NO_CLOUD"] == "1"


def test_every_queue_has_a_worker_and_one_clock_ticks() -> None:
    commands = [" ".join(map(str, service.get("command", ""))) for service in SERVICES.values()]
    queues = {queue for text in commands for found in re.findall(r"-Q (\S+)", text) for queue in found.split(",")}
    assert queues == {"ai.interactive", "ai.bulk", "default", "mail", "export"}
    assert sum("UNIONOPS_CLOCK" in service.get("environment", {}) for service in SERVICES.values()) == 1


def test_passwords_come_from_files_only() -> None:
    text = (ROOT / "docker-compose.yml").read_text()
    assert not re.search(r"PASSWORD:\s*\S", text)
    assert all(secret["file"].startswith("./compose-secrets/") for secret in COMPOSE["secrets"].values())


def test_dockerfile_runs_without_root_and_installs_by_hash() -> None:
    text = (ROOT / "Dockerfile").read_text()
    assert re.search(r"^USER unionops$", text, re.MULTILINE)
    assert "--require-hashes" in text


def test_the_shared_redis_knows_no_command_that_reads_or_empties_everything() -> None:
    """The same that the private Redis of one box does without."""
    words = " ".join(SERVICES["redis"]["command"])
    renamed = re.findall(r"--rename-command (\w+) ''", words)
    assert renamed == list(household.FORBIDDEN)


def test_the_image_holds_the_program_and_nothing_else() -> None:
    """No history, no tests, no keys and no data of whoever builds it."""
    first, *let_in = (ROOT / ".dockerignore").read_text().split()
    assert first == "*"
    rooms = {"unionops", "members", "contracts", "grievances", "comms", "templates", "manage.py", "requirements.txt"}
    assert {line.removeprefix("!") for line in let_in if line.startswith("!")} == rooms
    copied = re.findall(r"^COPY (?!--from)(\S+)", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    assert set(copied) == rooms
