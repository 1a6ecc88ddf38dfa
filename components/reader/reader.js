// The article with its marks. Text reaches the page through textContent alone.
// data: {doc: see document.py, open: id of the open mark or null, side: id of the chosen side or null}

const readers = new WeakMap(); // one state per mounted instance: the module is shared by all of them
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
  node.tabIndex = -1;
  node.dataset.id = id;
  if (label) node.setAttribute("aria-label", label);
  node.setAttribute("aria-pressed", "false");
  return node;
}

function drawPiece(reader, piece, parent) {
  for (const number of piece.begins) {
    const mark = reader.doc.marks[number];
    const tag = button("tag stop", mark.tip, mark.id);
    tag.textContent = mark.tag;
    tag.dataset.kind = mark.kind;
    reader.tags.push([tag, mark]);
    parent.append(tag);
  }
  if (!piece.marks.length && !piece.support.length) {
    parent.append(document.createTextNode(piece.text));
    return;
  }
  const node = make("span", "piece", piece.text);
  reader.pieces.push([node, piece]);
  reader.byNode.set(node, piece);
  parent.append(node);
}

function drawNote(note, reader) {
  const node = button("note stop", null, note.id);
  node.append(make("span", "lead", `✗ ${note.lead}${note.unsure ? " (not sure)" : ""} `), make("q", "", note.quote));
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
  for (const piece of block.pieces) drawPiece(reader, piece, body);
  node.append(body);
  if (block.strip.length) node.append(drawStrip(block));
  for (const note of block.notes) node.append(drawNote(note, reader));
  return node;
}

function drawFolded(paragraphs) {
  const node = make("details", "folded");
  const count = paragraphs.length;
  node.append(make("summary", "", count === 1 ? "1 paragraph left out" : `${count} paragraphs left out`));
  for (const paragraph of paragraphs) {
    const row = make("p", "", paragraph.text);
    row.append(make("span", "reason", `Left out: ${paragraph.reason}`));
    node.append(row);
  }
  return node;
}

function drawLegend(reader) {
  const nodes = reader.doc.legend.map((entry) => {
    const node = make("button", "kind");
    node.type = "button";
    node.dataset.toggle = entry.kind;
    const tag = make("span", "tag", entry.tag);
    tag.dataset.kind = entry.kind;
    const sample = make("span", "sample piece", entry.label);
    if (entry.kind === "hedge") sample.dataset.line = "wavy";
    else sample.dataset.fill = entry.kind;
    node.append(tag, sample);
    return node;
  });
  const plain = make("button", "plain", "Clean text");
  plain.type = "button";
  plain.dataset.toggle = "all";
  reader.legend.replaceChildren(...nodes, plain);
}

function build(reader, doc) {
  Object.assign(reader, { doc, tags: [], pieces: [], notes: [], byNode: new WeakMap() });
  const nodes = doc.blocks.map((block) => (block.folded ? drawFolded(block.folded) : drawBlock(reader, block)));
  reader.text.replaceChildren(...nodes);
  reader.tip.hidden = true;
  drawLegend(reader);
}

const stops = (reader) => [...reader.text.querySelectorAll(".stop")].filter((node) => !node.hidden);

function paintPiece(reader, node, piece) {
  const shown = piece.marks.map((number) => reader.doc.marks[number]).filter((mark) => !reader.off.has(mark.kind));
  const fill = FILLS.find((kind) => shown.some((mark) => mark.kind === kind));
  const hedge = shown.find((mark) => mark.kind === "hedge");
  if (fill) node.dataset.fill = fill;
  else delete node.dataset.fill;
  if (hedge) node.dataset.line = hedge.line;
  else delete node.dataset.line;
  const support = piece.support.find(([number]) => reader.doc.marks[number].id === reader.open);
  node.classList.toggle("holder", !!support && support[1] === "holder");
  node.classList.toggle("cue", !!support && support[1] === "cue");
  node.classList.toggle("open", shown.some((mark) => mark.id === reader.open));
  const aside = reader.side !== null && shown.length && !shown.some((mark) => mark.sides.includes(reader.side));
  node.classList.toggle("aside", !!aside);
}

function paint(reader) {
  for (const [node, piece] of reader.pieces) paintPiece(reader, node, piece);
  for (const [tag, mark] of reader.tags) tag.hidden = reader.off.has(mark.kind);
  for (const note of reader.notes) note.hidden = reader.off.has("contest");
  for (const node of reader.text.querySelectorAll(".stop")) {
    node.setAttribute("aria-pressed", String(node.dataset.id === reader.open));
  }
  for (const node of reader.legend.querySelectorAll(".kind")) {
    node.setAttribute("aria-pressed", String(!reader.off.has(node.dataset.toggle)));
  }
  const all = reader.off.size === reader.doc.legend.length;
  reader.legend.querySelector(".plain").textContent = all ? "Show marks" : "Clean text";
  const open = stops(reader);
  if (open.length && !open.some((node) => node.tabIndex === 0)) open[0].tabIndex = 0;
}

function toggle(reader, kind) {
  const kinds = reader.doc.legend.map((entry) => entry.kind);
  if (kind === "all") reader.off = new Set(reader.off.size === kinds.length ? [] : kinds);
  else if (!reader.off.delete(kind)) reader.off.add(kind);
  paint(reader);
}

function describe(reader, target) {
  const mark = target && reader.doc.marks.find((item) => item.id === idOf(reader, target));
  reader.tip.hidden = !mark;
  if (!mark) return;
  reader.tip.textContent = mark.tip;
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
  const mark = piece && piece.marks.map((number) => reader.doc.marks[number]).find((item) => !reader.off.has(item.kind));
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
  for (const stop of reader.text.querySelectorAll(".stop")) stop.tabIndex = stop === node ? 0 : -1;
  node.focus();
}

function send(reader, target) {
  const id = idOf(reader, target);
  if (!id) return;
  reader.open = id;
  describe(reader, null);
  paint(reader); // at once; Python's answer confirms it
  reader.trigger("mark", id);
}

function listen(reader) {
  const hit = (event) => event.target.closest(".stop, .piece");
  reader.legend.addEventListener("click", (event) => {
    const node = event.target.closest("[data-toggle]");
    if (node) toggle(reader, node.dataset.toggle);
  });
  reader.text.addEventListener("click", (event) => {
    const node = hit(event);
    if (!node) return;
    if (node.classList.contains("stop")) focus(reader, node);
    send(reader, node);
  });
  reader.text.addEventListener("keydown", (event) => {
    const node = event.target.closest(".stop");
    if (event.key === "Escape") describe(reader, null);
    else if (node && /^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(event.key)) {
      event.preventDefault();
      step(reader, node, event.key);
    }
  });
  reader.text.addEventListener("mouseover", (event) => describe(reader, hit(event)));
  reader.text.addEventListener("mouseleave", () => describe(reader, null));
  reader.text.addEventListener("focusin", (event) => describe(reader, hit(event)));
  reader.text.addEventListener("focusout", () => describe(reader, null));
}

export default function ({ data, parentElement, setTriggerValue }) {
  let reader = readers.get(parentElement);
  if (!reader) {
    const find = (selector) => parentElement.querySelector(selector);
    reader = { root: find(".reader"), legend: find(".legend"), text: find(".text"), tip: find(".tip"), off: new Set() };
    readers.set(parentElement, reader);
    listen(reader);
  }
  reader.trigger = setTriggerValue; // Streamlit calls again after every change of data, each time with a new one
  if (!reader.doc || reader.doc.id !== data.doc.id) build(reader, data.doc);
  reader.open = data.open;
  reader.side = data.side;
  paint(reader);
  return () => readers.delete(parentElement);
}
