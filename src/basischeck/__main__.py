"""`python -m basischeck`: the command where its script is not on the PATH."""

from basischeck.cli.main import main

if __name__ == "__main__":
    main()
