"""`python -m setup [test]`: make or refresh both environments, and do nothing if they are right."""

import os
import sys

from setup import dutch, environments
from setup.errors import SetupFailed


def main(arguments: list[str]) -> int:
    try:
        environments.make(with_tests="test" in arguments)
        dutch.install(os.environ)
    except KeyboardInterrupt:
        print("\nStopped. The next try goes on from here.")
        return 130
    except SetupFailed as reason:
        print(f"buur: {reason}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
