"""The app's configuration."""

from django.apps import AppConfig


class AiConfig(AppConfig):
    name = "unionops.platform.ai"
    label = "ai"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from unionops.platform.ai.embedding import ForSearch
        from unionops.platform.search import embedder

        embedder.register(ForSearch())
