"""fpdf2 without what it only needs for pictures and signatures, whose loading takes longer than ten thousand labels.

For the child process that draws (`labels.TASKS`) alone: while fpdf2 loads, the whole process is without the others.
"""

import sys
from typing import Any, cast

SPARED = [name for name in ("numpy", "cryptography", "lxml") if name not in sys.modules]
for name in SPARED:
    sys.modules[name] = cast("Any", None)  # so Python is told that there is none

from fpdf import FPDF as FPDF  # noqa: E402  only now is nothing of it loaded

for name in SPARED:
    del sys.modules[name]
