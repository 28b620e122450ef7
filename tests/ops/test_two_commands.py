"""`bin/run prepare` on machines that lack this or that: what it installs by itself, and the line it prints otherwise."""

import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ORDINARY_TOOLS = ("sh", "dirname", "rm", "cat", "mkdir", "cp", "chmod", "env", "sort", "tr")
PYTHON = """#!/bin/sh
case "$*" in
    *version_info*) exit {old} ;;
    *"-m venv"*) [ {venv} = 0 ] || exit 1; mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; exit 0 ;;
    *hashlib*) echo 0123456789abcdef ;;
    *ensurepip*) exit {venv} ;;
    *find_library*)
        echo "looks in $DYLD_FALLBACK_LIBRARY_PATH fork $OBJC_DISABLE_INITIALIZE_FORK_SAFETY" >> "$CALLS"
        exit {pango} ;;
    *"pip install"*) echo "pip $*" >> "$CALLS" ;;
esac
"""
UNAME = "#!/bin/sh\necho {system}\n"
LOGGING = '#!/bin/sh\necho "{name} $*" >> "$CALLS"\nexit {code}\n'


class Machine:
    """A folder with the two commands and a PATH of our making; `calls` is what was asked of its programs."""

    def __init__(self, folder: Path, *, system: str = "Linux", old: int = 0, pango: int = 1, venv: int = 0) -> None:
        self.clone, self.path, self.log = folder / "clone", folder / "path", folder / "calls"
        (self.clone / "bin").mkdir(parents=True)
        self.path.mkdir()
        shutil.copy(ROOT / "bin" / "run", self.clone / "bin" / "run")
        shutil.copy(ROOT / "requirements.txt", self.clone)
        for name in ORDINARY_TOOLS:
            (self.path / name).symlink_to(Path(shutil.which(name) or name))
        self.program("python3", PYTHON.format(old=old, pango=pango, venv=venv))
        self.program("uname", UNAME.format(system=system))

    def program(self, name: str, text: str = "", *, code: int = 0) -> None:
        file = self.path / name
        file.write_text(text or LOGGING.format(name=name, code=code))
        file.chmod(file.stat().st_mode | stat.S_IXUSR)

    def user(self, number: int) -> None:
        self.program("id", f"#!/bin/sh\necho {number}\n")

    def prepare(self, *words: str) -> subprocess.CompletedProcess[str]:
        env = {"PATH": str(self.path), "CALLS": str(self.log), "HOME": str(self.clone)}
        command = [str(self.path / "sh"), str(self.clone / "bin" / "run"), *(words or ("prepare",))]
        return subprocess.run(command, env=env, capture_output=True, text=True, check=False)

    @property
    def calls(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []


@pytest.fixture
def debian(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path)
    machine.program("apt-get")
    return machine


@pytest.fixture
def mac(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path, system="Darwin")
    machine.user(501)
    return machine


def test_root_on_debian_gets_everything_in_one_go(debian: Machine) -> None:
    debian.user(0)
    done = debian.prepare()
    assert done.returncode == 0, done.stderr
    installs = [call for call in debian.calls if call.startswith("apt-get install")]
    assert len(installs) == 1
    assert {"redis-server", "libpango-1.0-0", "tesseract-ocr"} <= set(installs[0].split())
    assert debian.calls.index("apt-get update -qq") < debian.calls.index(installs[0])


def test_who_may_not_install_reads_the_line_to_type(debian: Machine) -> None:
    debian.user(1000)
    debian.program("sudo", code=1)
    done = debian.prepare()
    assert done.returncode == 0, done.stderr
    assert not [call for call in debian.calls if call.startswith("apt-get")]
    line = done.stdout.partition("Type: ")[2].strip()
    assert line.startswith("sudo sh -c 'apt-get update && apt-get install -y redis-server libpango-1.0-0")


def test_without_sudo_the_line_goes_by_su(debian: Machine) -> None:
    debian.user(1000)
    assert "Type: su - -c 'apt-get update && apt-get install -y redis-server" in debian.prepare().stdout


def test_a_refused_installation_prints_the_line_and_asks_again_next_time(debian: Machine) -> None:
    debian.user(0)
    debian.program("apt-get", code=100)
    assert "Type: apt-get update && apt-get install -y redis-server" in debian.prepare().stdout
    debian.program("apt-get")
    debian.prepare()
    assert "Type:" not in debian.prepare().stdout


def test_nothing_is_installed_twice(debian: Machine) -> None:
    debian.user(0)
    debian.prepare()
    before = debian.calls
    assert debian.prepare().stdout == ""
    assert debian.calls == before


def test_a_mac_is_served_by_homebrew(mac: Machine) -> None:
    mac.program("brew")
    done = mac.prepare()
    assert done.returncode == 0, done.stderr
    assert "brew install --quiet redis pango tesseract" in mac.calls


def test_a_mac_without_homebrew_says_what_is_missing(mac: Machine) -> None:
    said = mac.prepare().stdout
    assert "Missing: Redis (long jobs), Pango (PDF), Tesseract" in said
    assert "brew.sh" in said


def test_homebrews_libraries_are_found_by_any_python(mac: Machine) -> None:
    """A Python from python.org does not look where Homebrew puts Pango; forked workers need leave to go on."""
    mac.program("brew")
    mac.prepare()
    looks = next(call for call in mac.calls if call.startswith("looks in"))
    assert "/opt/homebrew/lib" in looks
    assert looks.endswith("fork YES")


def test_an_old_python_is_refused_with_what_to_type(tmp_path: Path) -> None:
    machine = Machine(tmp_path, old=1)
    machine.program("apt-get")
    machine.user(0)
    done = machine.prepare()
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr
    assert not (machine.clone / ".venv").exists()


def test_everything_that_is_missing_stands_in_one_line(tmp_path: Path) -> None:
    machine = Machine(tmp_path, venv=1)
    machine.program("apt-get")
    machine.user(1000)
    done = machine.prepare()
    assert done.returncode == 1
    assert "Missing: Python's venv part, Redis (long jobs), Pango (PDF), Tesseract" in done.stdout
    assert "apt-get install -y python3-venv redis-server" in done.stdout
    assert "Type the line above, then run this command again." in done.stderr


def test_a_clone_that_was_prepared_before_asks_no_system(debian: Machine) -> None:
    """Also where the environment is there and only the parts of the system are not."""
    debian.user(1000)
    debian.prepare()
    assert "Missing: Redis (long jobs), Pango (PDF), Tesseract" in debian.prepare().stdout


def test_libraries_come_by_their_hashes(debian: Machine) -> None:
    debian.user(0)
    debian.prepare()
    (pip,) = [call for call in debian.calls if call.startswith("pip ")]
    assert "--require-hashes" in pip
    assert pip.endswith("-r requirements.txt")


def test_an_environment_whose_python_is_gone_is_made_again(debian: Machine) -> None:
    debian.user(0)
    assert debian.prepare().returncode == 0
    python = debian.clone / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nonexistent/python3")
    done = debian.prepare()
    assert done.returncode == 0 and "Making the environment" in done.stdout, done.stderr
