"""Ask the server of this container whether it answers and has its models loaded; what HEALTHCHECK runs.

Usage: python -m deploying.health
"""

import os
import sys
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException
from typing import Final

PATIENCE: Final = 2.0  # seconds for each of two questions; together below the timeout in the Dockerfile


def complaints(environment: Mapping[str, str]) -> list[str]:
    """What is wrong, by path; empty when all is well."""
    port = int(environment.get("STREAMLIT_SERVER_PORT", "8501"))
    found = []
    for place in ("/_stcore/health", "/ready"):
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", place)
            answer = connection.getresponse()
        except (OSError, HTTPException) as error:
            found.append(f"{place}: {type(error).__name__}")
        else:
            if answer.status != 200:
                found.append(f"{place}: {answer.status} {answer.read().decode(errors='replace')}")
        finally:
            connection.close()
    return found


def main() -> None:
    found = complaints(os.environ)
    sys.stderr.writelines(f"{line}\n" for line in found)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
