"""Files that commands write: for the owner alone, whole, and never anything but a plain file."""

import stat
from pathlib import Path

import pytest

from unionops.platform.core.outfile import check_place, private_files, write_private
from unionops.platform.core.problems import Problem


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_file_is_for_its_owner_only_even_where_an_open_one_stood(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("old")
    path.chmod(0o644)
    write_private(path, b"new")
    assert (path.read_bytes(), mode(path)) == (b"new", 0o600)
    assert list(tmp_path.iterdir()) == [path]


def test_folder_is_refused_and_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with pytest.raises(Problem, match="is not a file"):
        write_private(tmp_path, b"x")
    assert mode(tmp_path) == 0o755


@pytest.mark.parametrize("write", [check_place, lambda path: write_private(path, b"x")])
@pytest.mark.parametrize("name", ["", ".", "/"])
def test_a_name_of_no_file_is_refused_in_words(write, name: str) -> None:
    with pytest.raises(Problem, match=r"not a file|names no file"):
        write(Path(name))


def test_a_place_is_looked_at_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("old")
    check_place(path)
    with pytest.raises(Problem, match="No such file"):
        check_place(tmp_path / "no" / "x.pdf")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("list.csv", "old")]


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="No such file"):
        write_private(tmp_path / "no" / "x.pdf", b"x")


def test_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("old")
    with pytest.raises(TypeError):
        write_private(path, "text is not bytes")  # type: ignore[arg-type]
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("list.csv", "old")]


def test_files_take_their_places_only_when_the_block_ends_well(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with pytest.raises(RuntimeError), private_files() as write:
        write(path, b"new")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []
    with private_files() as write:
        write(path, b"new")
        assert not path.exists()
    assert path.read_bytes() == b"new"
