"""Notes every connection and every question for a name that leaves the machine; Python runs this before the program.

The file that HEARD names gets a line for each. Processes that the program starts are heard too.
"""

import os
import sys

ASKING = {"socket.connect": 1, "socket.sendto": 1, "socket.getaddrinfo": 0, "socket.gethostbyname": 0}
INSIDE = ("127.", "::1", "localhost", "/", "None", "0.0.0.0")


def hear(event: str, arguments: tuple) -> None:
    if event not in ASKING:
        return
    where = arguments[ASKING[event]]
    host = str(where[0] if isinstance(where, tuple) else where)
    if not host.startswith(INSIDE):
        with open(os.environ["HEARD"], "a", encoding="utf-8") as file:
            file.write(f"{event} {host}\n")


sys.addaudithook(hear)
