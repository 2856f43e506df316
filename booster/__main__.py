"""`python -m booster` is the command `booster`."""

import sys

from booster.cli import main

if __name__ == "__main__":
    sys.exit(main())
