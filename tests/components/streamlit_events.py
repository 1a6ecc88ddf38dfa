"""Events that AppTest cannot fire itself: component triggers, chart and table selections.

They use private names of Streamlit, which is pinned; `test_app.py` notices at once if they change.
"""

import json

from streamlit.proto.WidgetStates_pb2 import WidgetState


def element(page, kind: str, key: str):
    """The element that was given this key; some kinds tell it only as the end of their id."""
    return next(item for item in page.get(kind) if key in (item.key, item.proto.id[-len(key) :]))


def data_of(page, key: str) -> dict:
    """What a mounted component was given."""
    return json.loads(element(page, "bidi_component", key).proto.json)


def press(page, key: str, mark: str):
    """Open a mark in the reader or the card, as it is drawn now."""
    return trigger(page, key, "mark", [data_of(page, key)["article"], mark])


def trigger(page, key: str, event: str, value: object):
    widget = element(page, "bidi_component", key).proto.id
    payload = json.dumps([{"event": event, "value": value}])
    return _inject(page, f"$$STREAMLIT_INTERNAL_KEY_{widget}__events", "json_trigger_value", payload)


def select(page, kind: str, key: str, selection: dict):
    payload = json.dumps({"selection": selection})
    return _inject(page, element(page, kind, key).proto.id, "string_value", payload)


def _inject(page, widget: str, field: str, value: str):
    collect = page._tree.get_widget_states

    def with_event():
        states = collect()
        state = WidgetState(id=widget)
        setattr(state, field, value)
        states.widgets.append(state)
        return states

    page._tree.get_widget_states = with_event
    return page.run()
