"""A data folder of somebody else is refused in a sentence, before anything is written into it."""

import os
from pathlib import Path

import pytest

from unionops import secrets_folder
from unionops.platform.core.problems import Problem


@pytest.fixture
def of_another(tmp_path: Path) -> Path:
    """Root sees a folder of somebody else; anybody else one that is closed to them."""
    folder = tmp_path / "data"
    folder.mkdir()
    if os.geteuid() == 0:
        os.chown(folder, 65534, 65534)
    else:
        folder.chmod(0)
    return folder


def test_a_folder_of_another_user_is_refused_with_the_way_out(of_another: Path) -> None:
    with pytest.raises(Problem) as refused:
        secrets_folder.make_folder(of_another)
    assert refused.value.code == "owner"
    assert str(of_another) in refused.value.message
    assert "chown" in refused.value.hint


def test_ones_own_folder_is_fine(tmp_path: Path) -> None:
    secrets_folder.make_folder(tmp_path / "data")
    secrets_folder.make_folder(tmp_path / "data")
