// The article with its marks. Text reaches the page through textContent alone.
// Mounted twice, so that a click neither sends nor reads the whole article again. One mount draws it:
// data: {doc: see document.py}
// The other draws nothing, tells how the article is looked at, and is told what is clicked:
// data: {article: the id of the doc, open: id of the open mark or null, asked: what the last click that is answered
//   asked for or null, side: id of the chosen side or null, sentences: ids to emphasise, at: the one of them that is
//   read or null, layers: names of what is drawn, unsure: whether totals count what is not sure,
//   link: whether the address restores this view}

const readers = new WeakMap(); // one state per mounted instance: the module is shared by all of them
const meeting = { reader: null, view: null, tell: null, asked: null }; // where the two mounts meet, whichever comes first

function mount(parentElement) {
  parentElement.querySelector(".reader")?.remove();
  parentElement.append(parentElement.querySelector("template").content.cloneNode(true));
  const find = (selector) => parentElement.querySelector(selector);
  const reader = { root: find(".reader"), open: null };
  for (const name of ["bar", "legend", "switches", "map", "text", "tip"]) reader[name] = find(`.${name}`);
  Object.assign(reader, { query: find("input"), count: find("output"), found: [] });
  listen(reader);
  return reader;
}

/** A mark that was opened elsewhere, in a table or by a link, comes into view; the first one leaves the page at its top. */
function follow(reader, open) {
  const tag = reader.tagOf.get(open);
  if (tag && reader.open !== open && reader.drawn) tag.scrollIntoView({ block: "center" });
  reader.open = open;
}

/** Whether a later click is on its way to Python, so that this answer to an earlier one opens nothing any more. */
const overtaken = (view) => meeting.asked !== null && view.asked !== null && view.asked !== meeting.asked;

/** Draw the article as it is looked at, once both are known and belong together. */
function meet() {
  const { reader, view } = meeting;
  if (!reader || view?.article !== reader.given.id) return;
  const { side, unsure, link } = view;
  Object.assign(reader, { side, unsure, link, layers: new Set(view.layers) });
  reader.drawn = reader.doc?.id === reader.given.id;
  if (!reader.drawn) {
    build(reader, reader.given);
    meeting.asked = null; // what was clicked in another article has no answer
  }
  if (!overtaken(view)) follow(reader, view.open);
  paint(reader);
  paintSentences(reader, view.sentences, view.at);
}

export default function ({ data, parentElement, setTriggerValue }) {
  if (!data.doc) {
    meeting.view = data;
    meeting.tell = setTriggerValue; // Streamlit calls again after every change of data, each time with a new one
    meet();
    return () => {};
  }
  const reader = readers.get(parentElement) ?? mount(parentElement);
  readers.set(parentElement, reader);
  reader.given = data.doc;
  meeting.reader = reader;
  meet();
  return () => {
    document.removeEventListener("hedgerow-place", reader.toPlace);
    readers.delete(parentElement);
    if (meeting.reader === reader) meeting.reader = null;
  };
}
