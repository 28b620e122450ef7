"""The models the stand-in pretends to hold."""

import hashlib
import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

GOOD_NAME = re.compile(r"^(?:[a-z0-9][\w.-]*/){0,3}[a-z0-9][\w.-]*(?::[\w.-]+)?$", re.IGNORECASE)
TEMPLATE = "{{ range .Messages }}<|im_start|>{{ .Role }}\n{{ .Content }}<|im_end|>\n{{ end }}<|im_start|>assistant\n"


@dataclass
class Model:
    """What /api/tags and /api/show tell about one model."""

    name: str
    capabilities: tuple[str, ...] = ("completion",)
    size: int = 30_723_037
    digest: str = ""
    family: str = "llama"
    parameter_size: str = "15.34M"
    quantization: str = "F16"
    context: int = 8192
    width: int = 1536
    num_ctx: int = 0
    template: str = TEMPLATE
    system: str = ""
    license: str = ""
    parameters: str = ""
    parent: str = ""
    remote_host: str = ""
    remote_model: str = ""
    hears_think_false: bool = True
    hears_format: bool = True
    modified: datetime = field(default_factory=lambda: datetime.now(UTC))

    def __post_init__(self) -> None:
        self.digest = self.digest or hashlib.sha256(f"{self.name} one".encode()).hexdigest()

    @property
    def embeds(self) -> bool:
        return "embedding" in self.capabilities

    def details(self) -> dict[str, Any]:
        if self.remote_host:
            return dict.fromkeys(("parent_model", "format", "family"), "") | {"families": None} | _blank_sizes()
        return {
            "parent_model": self.parent,
            "format": "gguf",
            "family": self.family,
            "families": [self.family],
            "parameter_size": self.parameter_size,
            "quantization_level": self.quantization,
        }

    def tag(self) -> dict[str, Any]:
        row: dict[str, Any] = {"name": self.name, "model": self.name}
        if self.remote_host:
            row |= {"remote_model": self.remote_model, "remote_host": self.remote_host}
        row |= {"modified_at": stamp(self.modified), "size": self.size, "digest": self.digest}
        row["details"] = self.details()
        if not self.remote_host:
            row["details"] |= {"context_length": self.context, "embedding_length": self.width}
            row["capabilities"] = list(self.capabilities)
        return row

    def show(self) -> dict[str, Any]:
        told = {"license": self.license, "modelfile": f"# Modelfile\nFROM {self.name}\n", "parameters": self.parameters}
        told |= {"template": self.template, "system": self.system}
        row: dict[str, Any] = {key: value for key, value in told.items() if value}
        row["details"] = self.details()
        if self.remote_host:
            row |= {"remote_model": self.remote_model, "remote_host": self.remote_host, "model_info": {}}
        else:
            parts = [{"name": f"blk.{at}.attn_output.weight", "type": "F16", "shape": [1536, 1536]} for at in range(36)]
            row |= {"model_info": self.info(), "tensors": parts}
            row["capabilities"] = list(self.capabilities)
        return row | {"modified_at": stamp(self.modified)}

    def info(self) -> dict[str, Any]:
        sizes = {"block_count": 1, "context_length": self.context, "embedding_length": self.width}
        return {"general.architecture": self.family} | {f"{self.family}.{key}": size for key, size in sizes.items()}

    def pulled_again(self) -> None:
        """The same name, another content: what a new pull or create of a tag does."""
        self.digest = hashlib.sha256(f"{self.digest} again".encode()).hexdigest()


def _blank_sizes() -> dict[str, str]:
    return {"parameter_size": "", "quantization_level": ""}


def stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%f") + "123Z"


class Library:
    """The models by name; `x`, `x:latest` and, for local ones, `x:local` are the same."""

    def __init__(self, *models: Model) -> None:
        self.models: dict[str, Model] = {}
        self.pullable: dict[str, Model] = {}
        for model in models:
            self.add(model)

    def add(self, model: Model) -> Model:
        model.name = full(model.name)
        self.models[model.name] = model
        return model

    def find(self, name: str) -> Model | None:
        local = name.endswith(":local")
        model = self.models.get(full(name.removesuffix(":local") if local else name))
        return None if model and local and model.remote_host else model

    def copy(self, source: str, target: str) -> bool:
        model = self.find(source)
        if model:
            self.add(replace(model, name=target))
        return model is not None

    def drop(self, name: str) -> bool:
        return self.models.pop(full(name), None) is not None


def full(name: str) -> str:
    return name if ":" in name.rsplit("/", 1)[-1] else f"{name}:latest"


def in_the_cloud(name: str) -> bool:
    """Names that are remote by themselves: x:cloud, x:TAG-cloud, x:TAG:cloud."""
    return name.endswith((":cloud", "-cloud"))


def recorded_library() -> Library:
    """The models of the machine the exchanges were recorded on."""
    return Library(
        Model("bow", ("embedding",), 4_848_343, family="bert", parameter_size="1.21M", context=512, width=384),
        Model(
            "drafter:v3", system="You draft for the local.", parameters="num_ctx 1024", num_ctx=1024, parent="tinygo"
        ),
        Model("slow", size=613_558_846, parameter_size="306.73M"),
        Model("tinytools", ("completion", "tools")),
        Model("tiny", license="CC0", parameters="temperature 0.7"),
        Model("tinygo"),
        Model("tinythink", ("completion", "thinking"), hears_think_false=False),
    )


def everyday_library() -> Library:
    """What a local's box would hold: one model that writes, one that embeds."""
    return Library(
        Model(
            "qwen3.5:4b",
            ("completion", "tools", "thinking"),
            3_400_000_000,
            family="qwen35",
            parameter_size="4.0B",
            quantization="Q4_K_M",
            context=262_144,
            width=2560,
        ),
        Model(
            "embeddinggemma",
            ("embedding",),
            621_000_000,
            family="gemma3",
            parameter_size="307.58M",
            context=2048,
            width=768,
        ),
    )
