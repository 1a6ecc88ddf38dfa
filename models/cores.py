"""How many cores there are to work on."""


def cores() -> int:
    """What this process may use, which in a container is less than the machine has; at least one."""
    from joblib import cpu_count  # takes a tenth of a second, and most commands do not ask

    count: int = cpu_count()
    return count
