"""Run the action server on loopback: `python -m actions --port 5055`."""

import argparse
import logging
import os

import django


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=5055)
    port = parser.parse_args().port

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bot.settings")
    django.setup()
    # rasa-sdk logs the actions' names at INFO, and customers' words at DEBUG.
    logging.getLogger("rasa_sdk").setLevel(logging.WARNING)

    from rasa_sdk.endpoint import create_app
    from rasa_sdk.executor import ActionExecutor

    executor = ActionExecutor()
    executor.register_package("actions")
    app = create_app(executor, cors_origins=None)
    app.run("127.0.0.1", port, single_process=True, access_log=False, motd=False)


if __name__ == "__main__":
    main()
