"""Two articles beside each other: a list of what corresponds or differs, each entry leading to both places."""
