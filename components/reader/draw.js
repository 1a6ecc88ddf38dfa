// The article as nodes, built once; what is looked up later is kept by what it is looked up with.

const LONG = 80; // paragraphs from which those out of sight are not laid out

const make = (tag, className, text) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
};

function gather(map, key, item) {
  const held = map.get(key);
  if (held) held.push(item);
  else map.set(key, [item]);
}

/** Make a node one of those that the arrow keys step through and that open this mark. */
function makeStop(reader, node, id) {
  node.dataset.id = id;
  node.tabIndex = -1;
  node.setAttribute("aria-pressed", "false");
  reader.stops.push(node);
  gather(reader.stopsOf, id, node);
}

function drawButton(reader, className, id) {
  const node = make("button", `${className} stop`);
  node.type = "button";
  makeStop(reader, node, id);
  return node;
}

/** No button element: a line could break after it, and leave the letter behind its words. */
function drawTag(reader, mark) {
  const tag = make("span", "tag stop", mark.tag);
  makeStop(reader, tag, mark.id);
  tag.dataset.kind = mark.kind;
  reader.tagOf.set(mark.id, tag);
  tag.setAttribute("role", "button");
  tag.setAttribute("aria-label", mark.tip);
  return tag;
}

function drawPiece(reader, piece, paragraph, parent) {
  for (const number of piece.begins) parent.append(drawTag(reader, reader.doc.marks[number]));
  const plain = !piece.marks.length && !piece.support.length && piece.name === null;
  const words = document.createTextNode(piece.text);
  keepWords(reader, paragraph, words);
  if (plain) {
    parent.append(words);
    return;
  }
  const node = make("span", "piece");
  node.append(words);
  reader.pieceOf.set(node, piece);
  if (piece.name !== null) reader.stops.push(node); // while names are shown
  for (const number of [...piece.marks, ...piece.support.map(([mark]) => mark)]) {
    gather(reader.piecesOf, reader.doc.marks[number].id, node);
  }
  parent.append(node);
}

function keepWords(reader, paragraph, node) {
  const [last, from] = reader.words.get(paragraph)?.at(-1) ?? [{ length: 0 }, 0];
  gather(reader.words, paragraph, [node, from + last.length]);
}

function drawNote(reader, note) {
  const node = drawButton(reader, "note", note.id);
  node.dataset.leads = note.id;
  node.append(make("span", "lead", `${note.lead}${note.unsure ? " (not sure)" : ""} `), make("q", "", note.quote));
  reader.notes.push(node);
  return node;
}

function drawStrip(reader, block) {
  const label = block.strip.map((item) => item.label).join("; ");
  const node = drawButton(reader, "strip", block.id);
  node.setAttribute("aria-label", `About this paragraph: ${label}`);
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
  if (block.strip.length) node.append(drawStrip(reader, block));
  for (const note of block.notes) node.append(drawNote(reader, note));
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
  Object.assign(reader, { doc, stops: [], notes: [], lead: null, pressed: null, focused: null, painted: {} });
  Object.assign(reader, { markOf: new Map(doc.marks.map((mark) => [mark.id, mark])), tagOf: new Map(), stopsOf: new Map() });
  Object.assign(reader, { pieceOf: new Map(), piecesOf: new Map(), words: new Map() });
  const nodes = doc.blocks.map((block) => (block.folded ? drawFolded(reader, block.folded) : drawBlock(reader, block)));
  const long = nodes.length > LONG;
  reader.text.classList.toggle("long", long);
  reader.text.replaceChildren(reader.lines, ...nodes);
  reader.tip.hidden = true;
  joinLinks(reader, nodes, long);
  drawBar(reader);
  find(reader);
}
