"""What seals, hashes and runs things: few kinds, made by others, none of them broken."""

import ast
import re
from collections.abc import Iterator

import pytest
from django.contrib.auth.hashers import get_hasher, identify_hasher, make_password
from django.contrib.auth.password_validation import CommonPasswordValidator, validate_password
from django.core.exceptions import ValidationError

from tests.architecture.source import ROOT, modules, name, nodes
from unionops import secrets_folder
from unionops.platform.core import sealing
from unionops.platform.ops.backups import recovery
from unionops.sealed import lock
from unionops.settings import PASSWORD_HASHERS

SAID_OF = {
    "AESGCM": "AES-256-GCM",
    "HKDF": "HKDF",
    "SHA256": "SHA-256",
    "Scrypt": "scrypt",
    "hash_secret_raw": "Argon2id",
}
FOREIGN = ("cryptography.hazmat", "argon2", "Crypto", "nacl", "ssl")
RUNNING = {"eval", "exec", "compile", "__import__"}
DICE = {"unionops/demo/dice.py", "unionops/platform/jobs/services.py"}  # invented people; when a try is repeated


def imported() -> Iterator[tuple[str, str, str]]:
    """File, module and name of each import."""
    for path in modules():
        for node in nodes(path):
            if isinstance(node, ast.ImportFrom):
                yield from ((name(path), node.module or "", each.name) for each in node.names)
            elif isinstance(node, ast.Import):
                yield from ((name(path), each.name, "") for each in node.names)


def attributes_of(module: str) -> set[str]:
    found = (node for path in modules() for node in nodes(path) if isinstance(node, ast.Attribute))
    return {node.attr for node in found if isinstance(node.value, ast.Name) and node.value.id == module}


def test_ciphers_are_the_ones_the_document_names():
    """Neither block modes to be chosen wrongly nor a cipher of our own."""
    used = {what for _file, module, what in imported() if module.startswith(FOREIGN)} - {"Type", ""}
    assert used - {"create_default_context"} == set(SAID_OF)
    document = " ".join((ROOT / "docs" / "security-model.md").read_text().split())
    assert [said for said in (*SAID_OF.values(), "SQLCipher") if said not in document] == []


def test_hashes_are_sha_256_and_blake2_and_dice_are_for_no_secret():
    assert attributes_of("hashlib") == {"sha256", "blake2b", "file_digest"}
    assert {what for _file, module, what in imported() if module == "hashlib"} - {"", "sha256"} == set()
    assert {file for file, module, _what in imported() if module == "random"} == DICE


def test_each_key_holds_256_bits_and_the_words_on_paper_128():
    assert [len(bytes.fromhex(secrets_folder.read(key))) for key in secrets_folder.KEYS] == [32] * 4
    assert len(sealing.new_key()) == sealing.KEY == 32 and sealing.new_key() != sealing.new_key()
    choices = len(recovery.CONSONANTS) * len(recovery.VOWELS)
    syllables = len(recovery.new_passphrase().replace("-", "")) // 2
    assert choices**syllables >= 2**128


def test_what_people_type_is_stretched_before_it_is_a_key():
    assert recovery.COST * recovery.BLOCK * 128 >= 32 << 20  # bytes of memory for each guess
    assert (lock.COST["memory"] << 10) >= 19 << 20 and lock.COST["rounds"] >= 2
    one, other = (recovery._stretched("tobiku-lanevo", bytes([salt] * 16)) for salt in (1, 2))
    assert one != other and len(one) == 32


def test_a_password_is_kept_as_argon2id_with_a_salt_of_its_own(settings):
    settings.PASSWORD_HASHERS = PASSWORD_HASHERS
    one, other = make_password("gulls argue over fish"), make_password("gulls argue over fish")
    assert one != other and one.startswith("argon2$argon2id$")
    hasher = get_hasher()
    assert identify_hasher(one).algorithm == "argon2" and hasher.memory_cost >= 19 << 10 and hasher.time_cost >= 2


@pytest.mark.django_db
def test_passwords_of_known_breaches_are_refused():
    """Django brings the 20,000 that were found most often."""
    leaked = sorted(CommonPasswordValidator().passwords, key=lambda each: (-len(each), each))
    assert len(leaked) > 19_000
    for each in leaked[:25]:
        with pytest.raises(ValidationError):
            validate_password(each)


def test_no_text_is_run_as_a_program():
    called = [
        f"{name(path)}: {node.func.id}"
        for path in modules()
        for node in nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RUNNING
    ]
    assert called == []
    shells = [name(path) for path in modules() for node in nodes(path)
              if isinstance(node, ast.keyword) and node.arg == "shell"]  # fmt: skip
    assert shells == [] and not attributes_of("os") & {"system", "popen"}


def test_scripts_merge_nothing_foreign():
    """Objects get their fields by name: nothing sent can reach the prototype all of them share."""
    scripts = [path.read_text() for path in (ROOT / "unionops" / "static").glob("*.js")]
    assert len(scripts) > 3
    for text in scripts:
        assert not re.search(r"__proto__|\.prototype\b|for \((?:const|let|var) \w+ in ", text)
        assert re.findall(r"Object\.assign\((?!\w+, \{)", text) == []


def test_every_library_is_pinned_by_its_hashes():
    lines = [line for line in (ROOT / "requirements.txt").read_text().splitlines() if line and not line.startswith(" ")]
    named = [line for line in lines if not line.startswith("#")]
    assert len(named) > 40
    assert [line for line in named if "==" not in line or not line.endswith("\\")] == []
    assert (ROOT / "requirements.txt").read_text().count("--hash=sha256:") >= len(named)


def test_forms_name_the_fields_they_read():
    whole = {"dict", "items", "lists"}
    # A mark of the whole form, and two pages whose rows the page itself named
    meant = {"unionops/platform/access/once.py", "members/views/duplicates.py", "members/views/imports.py"}
    open_ended = [
        f"{name(path)}:{node.lineno}"
        for path in modules()
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in whole and ast.unparse(node.value) == "request.POST"
    ]
    assert {each.split(":")[0] for each in open_ended} <= meant
    everything = [
        name(path)
        for path in modules()
        for node in nodes(path)
        if isinstance(node, ast.Constant) and node.value == "__all__"
    ]
    assert everything == []
