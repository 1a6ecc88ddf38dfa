"""What makes Vega-Lite warn in the console of a browser, looked for in a drawing."""

from components.charts import Drawing


def assert_calm(drawing: Drawing) -> None:
    """No channel hides the legend that another one of its field has, and no axis waits for rows to learn its ends.

    Ends that are times must be an expression: numbers are taken otherwise for the beginning and the end of a bar.
    """
    channels = [(name, one) for layer in drawing.spec["layer"] for name, one in layer["encoding"].items()]
    legends: dict[str, set[bool]] = {}
    measures: dict[str, bool] = {}
    for name, one in channels:
        if isinstance(one, dict) and "legend" in one:
            legends.setdefault(one["field"], set()).add(one["legend"] is None)
        if name in ("x", "y") and one.get("type") in ("quantitative", "temporal"):
            domain = one.get("scale", {}).get("domain")
            given = isinstance(domain, dict) if one["type"] == "temporal" else domain is not None
            measures[name] = measures.get(name, False) or given
    assert all(len(hidden) == 1 for hidden in legends.values()), legends
    assert all(measures.values()), measures
