// The article with its marks. Text reaches the page through textContent alone.
// Mounted twice, so that a click does not send the whole article again. One mount draws it:
// data: {doc: see document.py}
// The other draws nothing and tells how it is looked at:
// data: {article: the id of the doc, open: id of the open mark or null, side: id of the chosen side or null,
//   sentences: ids to emphasise, at: the one of them that is read or null, layers: names of what is drawn,
//   unsure: whether totals count what is not sure, link: whether the address restores this view}

const readers = new WeakMap(); // one state per mounted instance: the module is shared by all of them
const meeting = { reader: null, view: null }; // where the two mounts meet, whichever comes first
const LONG = 80; // paragraphs from which those out of sight are not laid out
const FILLS = ["contest", "contested", "claim", "silence"]; // the topmost first

const make = (tag, className, text) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
};

function button(className, label, id) {
  const node = make("button", className);
  node.type = "button";
  node.dataset.id = id;
  if (label) node.setAttribute("aria-label", label);
  return node;
}

/** No button element: a line could break after it, and leave the letter behind its words. */
function drawTag(mark) {
  const tag = make("span", "tag stop", mark.tag);
  Object.assign(tag.dataset, { id: mark.id, kind: mark.kind });
  tag.setAttribute("role", "button");
  tag.setAttribute("aria-label", mark.tip);
  return tag;
}

function drawPiece(reader, piece, paragraph, parent) {
  for (const number of piece.begins) {
    const mark = reader.doc.marks[number];
    const tag = drawTag(mark);
    reader.tags.push([tag, mark]);
    reader.tagOf.set(mark.id, tag);
    parent.append(tag);
  }
  const plain = !piece.marks.length && !piece.support.length && piece.name === null;
  const words = document.createTextNode(piece.text);
  keepWords(reader, paragraph, words);
  if (plain) {
    parent.append(words);
    return;
  }
  const node = make("span", "piece");
  node.append(words);
  reader.pieces.push([node, piece]);
  reader.byNode.set(node, piece);
  parent.append(node);
}

function keepWords(reader, paragraph, node) {
  const words = reader.words.get(paragraph) ?? [];
  reader.words.set(paragraph, words);
  const [last, from] = words.at(-1) ?? [{ length: 0 }, 0];
  words.push([node, from + last.length]);
}

function drawNote(note, reader) {
  const node = button("note stop", null, note.id);
  node.dataset.leads = note.id;
  node.append(make("span", "lead", `${note.lead}${note.unsure ? " (not sure)" : ""} `), make("q", "", note.quote));
  reader.notes.push(node);
  return node;
}

function drawStrip(block) {
  const label = block.strip.map((item) => item.label).join("; ");
  const node = button("strip stop", `About this paragraph: ${label}`, block.id);
  for (const item of block.strip) {
    const row = make("span", "glyph");
    row.dataset.value = item.value;
    row.append(make("span", "", item.glyph), make("span", "", item.label));
    node.append(row);
  }
  return node;
}

function drawBlock(reader, block) {
  const node = make("div", `block ${block.kind}`);
  const body = make(block.kind === "headline" ? "h2" : "p");
  for (const piece of block.pieces) drawPiece(reader, piece, block.paragraph, body);
  node.append(body);
  if (block.strip.length) node.append(drawStrip(block));
  for (const note of block.notes) node.append(drawNote(note, reader));
  return node;
}

function drawFolded(reader, paragraphs) {
  const node = make("details", "folded");
  const count = paragraphs.length;
  node.append(make("summary", "", count === 1 ? "1 paragraph left out" : `${count} paragraphs left out`));
  for (const paragraph of paragraphs) {
    const row = make("p");
    const words = document.createTextNode(paragraph.text);
    keepWords(reader, paragraph.paragraph, words);
    row.append(words, make("span", "reason", `Left out: ${paragraph.reason}`));
    node.append(row);
  }
  return node;
}

function build(reader, doc) {
  Object.assign(reader, { doc, tags: [], pieces: [], notes: [], byNode: new WeakMap(), words: new Map(), tagOf: new Map() });
  const nodes = doc.blocks.map((block) => (block.folded ? drawFolded(reader, block.folded) : drawBlock(reader, block)));
  reader.text.classList.toggle("long", nodes.length > LONG);
  reader.text.replaceChildren(reader.lines, ...nodes);
  reader.tip.hidden = true;
  reader.focused = null;
  drawBar(reader);
  find(reader);
}

const stops = (reader) => [...reader.text.querySelectorAll(".stop")].filter((node) => !node.hidden);

function paintPiece(reader, node, piece) {
  const shown = piece.marks.map((number) => reader.doc.marks[number]).filter((mark) => reader.layers.has(mark.kind));
  const fill = FILLS.find((kind) => shown.some((mark) => mark.kind === kind));
  const hedge = shown.find((mark) => mark.kind === "hedge");
  setData(node, "fill", fill);
  setData(node, "line", hedge?.line);
  const support = piece.support.find(([number]) => reader.doc.marks[number].id === reader.open);
  const aside = reader.side !== null && shown.length && !shown.some((mark) => mark.sides.includes(reader.side));
  const classes = {
    holder: support?.[1] === "holder",
    cue: support?.[1] === "cue",
    open: shown.some((mark) => mark.id === reader.open),
    aside: !!aside,
    doubtful: shown.some((mark) => mark.unsure && mark.kind === fill),
    name: piece.name !== null && reader.layers.has("names"),
  };
  for (const [name, on] of Object.entries(classes)) node.classList.toggle(name, on);
}

function setData(node, name, value) {
  if (value) node.dataset[name] = value;
  else delete node.dataset[name];
}

function paint(reader) {
  reader.root.classList.toggle("full", reader.layers.has("fill"));
  for (const [node, piece] of reader.pieces) paintPiece(reader, node, piece);
  for (const [tag, mark] of reader.tags) tag.hidden = !reader.layers.has(mark.kind);
  for (const note of reader.notes) note.hidden = !reader.layers.has("contest");
  for (const node of reader.text.querySelectorAll(".stop")) {
    node.setAttribute("aria-pressed", String(node.dataset.id === reader.open));
  }
  paintBar(reader);
  drawLinks(reader);
  const shown = stops(reader);
  leadIn(reader, shown.find((node) => node.tabIndex === 0) ?? shown[0]);
}

/** The one mark that Tab leads to. */
function leadIn(reader, node) {
  for (const stop of reader.text.querySelectorAll(".stop")) stop.tabIndex = stop === node ? 0 : -1;
}

/** What the tooltip says of this node: of its mark, else of the actor that it names. */
function tipOf(reader, target) {
  const id = idOf(reader, target);
  const mark = reader.doc.marks.find((item) => item.id === id);
  if (mark) return mark.tip;
  return target.classList.contains("name") ? reader.doc.names[reader.byNode.get(target)?.name] : undefined;
}

function describe(reader, target) {
  const words = target && tipOf(reader, target);
  reader.tip.hidden = !words;
  if (!words) return;
  reader.tip.textContent = words;
  const box = target.getClientRects()[0];
  const root = reader.root.getBoundingClientRect();
  const left = Math.min(box.left - root.left, root.width - reader.tip.offsetWidth);
  reader.tip.style.left = `${Math.max(0, left)}px`;
  reader.tip.style.top = `${box.bottom - root.top + 8}px`;
}

/** The mark that a click on this node means: its own, or the shortest shown one over this piece. */
function idOf(reader, target) {
  if (target.dataset.id) return target.dataset.id;
  const piece = reader.byNode.get(target);
  const mark = piece && piece.marks.map((number) => reader.doc.marks[number]).find((item) => reader.layers.has(item.kind));
  return mark ? mark.id : null;
}

function step(reader, from, key) {
  const all = stops(reader);
  const at = all.indexOf(from);
  const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[key];
  const node = all[next];
  if (!node) return;
  focus(reader, node);
}

function focus(reader, node) {
  leadIn(reader, node);
  node.focus();
}

/** Open a mark, or with an empty id close the open one. */
function send(reader, id) {
  reader.open = id || null;
  describe(reader, null);
  paint(reader); // at once; Python's answer confirms it
  reader.trigger("mark", [reader.doc.id, id]); // Python may have gone on to another article
}

/** A note leads to the other end of its dispute; everything else opens its own mark. */
function press(reader, node) {
  const id = idOf(reader, node);
  if (!id) return;
  const other = node.dataset.leads && reader.tagOf.get(node.dataset.leads);
  if (other && !other.hidden) {
    other.scrollIntoView({ block: "center" });
    focus(reader, other);
  } else if (node.classList.contains("stop")) focus(reader, node);
  send(reader, id);
}

function leave(reader) {
  if (!reader.tip.hidden) describe(reader, null);
  else if (reader.open) send(reader, "");
}

function listen(reader) {
  const hit = (event) => event.target.closest(".stop, .piece");
  listenToBar(reader);
  listenToFind(reader);
  listenToSize(reader);
  reader.text.addEventListener("click", (event) => {
    const node = hit(event);
    if (node) press(reader, node);
  });
  reader.text.addEventListener("keydown", (event) => {
    const node = event.target.closest(".stop");
    if (event.key === "Escape") leave(reader);
    else if (node && /^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(event.key)) {
      event.preventDefault();
      step(reader, node, event.key);
    } else if (node && node.tagName !== "BUTTON" && /^(Enter| )$/.test(event.key)) {
      event.preventDefault();
      press(reader, node);
    }
  });
  reader.text.addEventListener("mouseover", (event) => describe(reader, hit(event)));
  reader.text.addEventListener("mouseleave", () => describe(reader, null));
  reader.text.addEventListener("focusin", (event) => lit(reader, hit(event)));
  reader.text.addEventListener("focusout", () => lit(reader, null));
  // A quotation in the card leads here; both stand in one document, so no rerun is needed.
  reader.toPlace = (event) => bring(emphasise(reader, "hedgerow-at", event.detail), { focused: true });
  document.addEventListener("hedgerow-place", reader.toPlace);
}

function lit(reader, node) {
  describe(reader, node);
  reader.focused = node?.dataset.id ?? null;
  drawLinks(reader);
}

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

/** Draw the article as it is looked at, once both are known and belong together. */
function meet() {
  const { reader, view } = meeting;
  if (!reader || view?.article !== reader.given.id) return;
  const { side, unsure, link } = view;
  Object.assign(reader, { side, unsure, link, layers: new Set(view.layers) });
  reader.drawn = reader.doc?.id === reader.given.id;
  if (!reader.drawn) build(reader, reader.given);
  follow(reader, view.open);
  paint(reader);
  paintSentences(reader, view.sentences, view.at);
}

export default function ({ data, parentElement, setTriggerValue }) {
  if (!data.doc) {
    meeting.view = data;
    meet();
    return () => {};
  }
  const reader = readers.get(parentElement) ?? mount(parentElement);
  readers.set(parentElement, reader);
  reader.trigger = setTriggerValue; // Streamlit calls again after every change of data, each time with a new one
  reader.given = data.doc;
  meeting.reader = reader;
  meet();
  return () => {
    document.removeEventListener("hedgerow-place", reader.toPlace);
    readers.delete(parentElement);
    if (meeting.reader === reader) meeting.reader = null;
  };
}
