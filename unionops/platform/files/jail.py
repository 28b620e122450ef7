"""Take from this process everything that reading a stranger's file does not need."""

import ctypes
import os
import platform
import resource
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

PR_SET_NO_NEW_PRIVS = 38
PR_SET_SECCOMP = 22
SECCOMP_MODE_FILTER = 2
REFUSE_EPERM = 0x00050000 | 1
ALLOW = 0x7FFF0000
LOAD, JUMP_EQUAL, RETURN = 0x20, 0x15, 0x06

# machine -> (audit architecture, numbers of socket, ptrace, execve, execveat)
CALLS = {
    "x86_64": (0xC000003E, 41, 101, 59, 322),
    "aarch64": (0xC00000B7, 198, 117, 221, 281),
}
LANDLOCK_CREATE, LANDLOCK_ADD, LANDLOCK_RESTRICT = 444, 445, 446
LANDLOCK_ALL_FS = 0x1FFF  # the thirteen file rights of the first version
LANDLOCK_READ = 1 | 4 | 8  # execute, read file, read folder
MEBIBYTE = 1 << 20


def enter(*, memory_mb: int, cpu: int, readable: Iterable[str], spawn: bool = False, threads: bool = False) -> None:
    """Apply every limit this system knows; `spawn` leaves the right to start one other program.

    `threads` is for drawing what we wrote: Pango looks for fonts in a thread, and dies where it gets none.
    """
    limit_resources(memory_mb=memory_mb, cpu=cpu, alone=not (spawn or threads))
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    fence_files(libc, readable)
    refuse_calls(libc, spawn=spawn)


def limit_resources(*, memory_mb: int, cpu: int, alone: bool = True) -> None:
    """`alone`: no second process or thread; the system does not hold root to that."""
    limits = {
        resource.RLIMIT_CPU: cpu,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: 64,
        resource.RLIMIT_CORE: 0,
    }
    if sys.platform != "darwin":  # not enforced there: the parent watches instead
        limits[resource.RLIMIT_AS] = memory_mb * MEBIBYTE
    if alone:
        limits[resource.RLIMIT_NPROC] = 0
    for kind, value in limits.items():
        lower(kind, value)


def lower(kind: int, value: int) -> None:
    """Never above what the system already allows."""
    _, ceiling = resource.getrlimit(kind)
    value = value if ceiling == resource.RLIM_INFINITY else min(value, ceiling)
    resource.setrlimit(kind, (value, value))


def refuse_calls(libc: ctypes.CDLL, *, spawn: bool) -> bool:
    """A system-call filter: no socket, no tracing, no other program. False where there is none."""
    if platform.machine() not in CALLS:
        return False
    architecture, socket, ptrace, execve, execveat = CALLS[platform.machine()]
    refused = [socket, ptrace] if spawn else [socket, ptrace, execve, execveat]
    code = _filter(architecture, refused)
    buffer = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(buffer))
    return bool(libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, program, 0, 0) == 0)


def _filter(architecture: int, refused: list[int]) -> bytes:
    """Classic BPF; a foreign architecture's call table is refused altogether."""
    count = len(refused)
    rows = [(LOAD, 0, 0, 4), (JUMP_EQUAL, 0, count + 2, architecture), (LOAD, 0, 0, 0)]
    rows += [(JUMP_EQUAL, count - index, 0, number) for index, number in enumerate(refused)]
    rows += [(RETURN, 0, 0, ALLOW), (RETURN, 0, 0, REFUSE_EPERM)]
    return b"".join(struct.pack("HBBI", *row) for row in rows)


def fence_files(libc: ctypes.CDLL, readable: Iterable[str]) -> bool:
    """Only the named folders can be read, nothing written (Landlock). False where it is absent."""
    rights = ctypes.create_string_buffer(struct.pack("Q", LANDLOCK_ALL_FS))
    ruleset = libc.syscall(LANDLOCK_CREATE, rights, ctypes.c_size_t(8), 0)
    if ruleset < 0:
        return False
    for name in readable:
        _let_read(libc, ruleset, name)
    done = bool(libc.syscall(LANDLOCK_RESTRICT, ruleset, 0) == 0)
    os.close(ruleset)
    return done


def _let_read(libc: ctypes.CDLL, ruleset: int, name: str) -> None:
    try:
        handle = os.open(name, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    rights = LANDLOCK_READ if Path(name).is_dir() else 1 | 4
    if name == os.devnull:
        rights = 2 | 4
    rule = struct.pack("=Qi", rights, handle)
    libc.syscall(LANDLOCK_ADD, ruleset, 1, rule, 0)
    os.close(handle)
