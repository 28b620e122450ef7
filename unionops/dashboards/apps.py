"""The app's configuration: hangs the cards on Home."""

from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "unionops.dashboards"
    label = "dashboards"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from unionops.dashboards import firststeps
        from unionops.dashboards.homecards import PROVIDERS
        from unionops.platform.ui import cards

        for provider in PROVIDERS:
            cards.register(cards.ANY, provider)
        firststeps.register()
