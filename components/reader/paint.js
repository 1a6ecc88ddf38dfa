// What a choice changes on the marks. A click changes two of them, so only these are painted again.

const FILLS = ["contest", "contested", "claim", "silence"]; // the topmost first

function paintPiece(reader, node, piece) {
  const shown = piece.marks.map((number) => reader.doc.marks[number]).filter((mark) => reader.layers.has(mark.kind));
  const fill = FILLS.find((kind) => shown.some((mark) => mark.kind === kind));
  const support = piece.support.find(([number]) => reader.doc.marks[number].id === reader.open);
  setData(node, "fill", fill);
  setData(node, "line", shown.find((mark) => mark.kind === "hedge")?.line);
  const named = piece.name !== null && reader.layers.has("names");
  const classes = {
    piece: true,
    stop: named,
    name: named,
    holder: support?.[1] === "holder",
    cue: support?.[1] === "cue",
    open: shown.some((mark) => mark.id === reader.open),
    aside: reader.side !== null && shown.length && !shown.some((mark) => mark.sides.includes(reader.side)),
    doubtful: shown.some((mark) => mark.unsure && mark.kind === fill),
  };
  node.className = Object.keys(classes).filter((name) => classes[name]).join(" ");
  setAttribute(node, "role", named && "note");
  setAttribute(node, "aria-label", named && `${piece.text}: ${reader.doc.names[piece.name]}`);
}

function setAttribute(node, name, value) {
  if (value) node.setAttribute(name, value);
  else node.removeAttribute(name);
}

/** Whether the arrow keys step to this one now. */
const reachable = (node) => !node.hidden && node.classList.contains("stop");

function setData(node, name, value) {
  if (value) node.dataset[name] = value;
  else delete node.dataset[name];
}

/** Whether this is painted otherwise than these values want it; from now on it counts as painted so. */
function outdated(reader, what, ...values) {
  const before = reader.painted[what];
  reader.painted[what] = JSON.stringify(values);
  return reader.painted[what] !== before;
}

function paint(reader) {
  const layers = [...reader.layers].sort();
  if (outdated(reader, "bar", layers, reader.unsure, reader.link)) paintBar(reader);
  if (outdated(reader, "marks", layers, reader.side)) paintMarks(reader);
  if (reader.pressed === reader.open) return;
  const closed = reader.pressed;
  reader.pressed = reader.open;
  for (const id of [closed, reader.open]) paintMark(reader, id);
  drawLinksLater(reader);
}

function paintMarks(reader) {
  reader.root.classList.toggle("full", reader.layers.has("fill"));
  for (const [node, piece] of reader.pieceOf) paintPiece(reader, node, piece);
  for (const tag of reader.tagOf.values()) tag.hidden = !reader.layers.has(tag.dataset.kind);
  for (const note of reader.notes) note.hidden = !reader.layers.has("contest");
  if (!reader.lead || !reachable(reader.lead)) leadIn(reader, reader.stops.find(reachable));
  drawLinksLater(reader);
}

function paintMark(reader, id) {
  for (const node of reader.piecesOf.get(id) ?? []) paintPiece(reader, node, reader.pieceOf.get(node));
  for (const stop of reader.stopsOf.get(id) ?? []) stop.setAttribute("aria-pressed", String(id === reader.open));
}

/** The one mark that Tab leads to. */
function leadIn(reader, node) {
  if (reader.lead) reader.lead.tabIndex = -1;
  reader.lead = node ?? null;
  if (node) node.tabIndex = 0;
}
