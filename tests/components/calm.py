"""What makes Vega-Lite warn in the console of a browser, looked for in a drawing."""

from components.charts import Drawing


def assert_calm(drawing: Drawing) -> None:
    """No channel hides the legend that another one of its field has, and no axis waits for rows to learn its ends."""
    channels = [(name, one) for layer in drawing.spec["layer"] for name, one in layer["encoding"].items()]
    legends: dict[str, set[bool]] = {}
    measures: dict[str, bool] = {}
    for name, one in channels:
        if isinstance(one, dict) and "legend" in one:
            legends.setdefault(one["field"], set()).add(one["legend"] is None)
        if name in ("x", "y") and one.get("type") in ("quantitative", "temporal"):
            measures[name] = measures.get(name, False) or len(one.get("scale", {}).get("domain", [])) == 2
    assert all(len(hidden) == 1 for hidden in legends.values()), legends
    assert all(measures.values()), measures
