// Both texts: the words of all entries are marked; those of the chosen one are lit and come into view.

const KINDS = ["contest", "hedge", "reporting", "voice", "lone", "claim", "actor"]; // what a piece is drawn as, the first

/** No button element: a line could break after it, and leave the letter behind its words. */
function drawStop(entry) {
  const tag = drawTag(entry);
  tag.classList.add("stop");
  tag.dataset.id = entry.id;
  tag.tabIndex = -1;
  tag.setAttribute("role", "button");
  tag.setAttribute("aria-label", `${entry.tag}: ${entry.lead}`);
  return tag;
}

function drawPiece(pair, side, piece, parent) {
  for (const number of piece.begins) {
    const entry = pair.doc.entries[number];
    if (entry.kind === "actor") continue; // names stand too close for letters
    const tag = drawStop(entry);
    side.tags.push([tag, entry]);
    parent.append(tag);
  }
  if (!piece.entries.length && !piece.near.length && piece.shared === null) {
    parent.append(piece.text);
    return;
  }
  const node = make("span", "piece", piece.text);
  side.pieces.push([node, piece]);
  side.byNode.set(node, piece);
  parent.append(node);
}

function drawArticle(pair, side, article) {
  Object.assign(side, { tags: [], pieces: [], byNode: new WeakMap() });
  const title = make("h3", "");
  title.append(make("b", "letter", article.letter), ` ${article.title}`);
  side.head.replaceChildren(title, ...(article.about ? [make("p", "about", article.about)] : []));
  const blocks = article.blocks.map((block) => {
    const node = make("p", `block ${block.kind}`);
    for (const piece of block.pieces) drawPiece(pair, side, piece, node);
    return node;
  });
  if (article.left_out) blocks.push(make("p", "about", article.left_out));
  side.text.setAttribute("aria-label", `Text of article ${article.letter}`);
  side.text.replaceChildren(...blocks);
  side.text.scrollTop = 0;
}

function paintPieces(pair, side) {
  for (const [node, piece] of side.pieces) {
    const shown = piece.entries.map((number) => pair.doc.entries[number]).filter((entry) => !pair.hidden.has(entry.kind));
    const kind = KINDS.find((name) => shown.some((entry) => entry.kind === name));
    if (kind) node.dataset.mark = kind;
    else delete node.dataset.mark;
    node.classList.toggle("lit", shown.some((entry) => entry.id === pair.open));
    node.classList.toggle("near", piece.near.some((number) => pair.doc.entries[number].id === pair.open));
    node.classList.toggle("shared", piece.shared !== null);
  }
  for (const [tag, entry] of side.tags) {
    tag.hidden = pair.hidden.has(entry.kind);
    tag.setAttribute("aria-pressed", String(entry.id === pair.open));
  }
}

/** What this article has of the chosen entry. */
function verdict(has) {
  if (!has) return "";
  if (has.here) return has.value;
  return has.near ? `${has.value}; nearest sentence marked` : `${has.value}; no sentence is near it`;
}

function paintTexts(pair) {
  pair.root.classList.toggle("dimmed", pair.dim);
  const open = pair.doc.entries.find((entry) => entry.id === pair.open);
  pair.sides.forEach((side, place) => {
    paintPieces(pair, side);
    const told = verdict(open?.sides[place]);
    if (side.verdict.textContent !== told) side.verdict.textContent = told;
    side.verdict.classList.toggle("lacks", !!open && !open.sides[place].here);
  });
}

/** Bring these words to the upper third of their column; the page itself stays where it is. */
function bringInto(side, node) {
  const box = node.getClientRects()[0] ?? node.getBoundingClientRect();
  const frame = side.text.getBoundingClientRect();
  side.text.scrollTop += box.top - frame.top - frame.height / 3;
}

/** The whole entry, as far as the list has room for it. */
function bringEntry(pair) {
  const node = entries(pair).find((entry) => entry.dataset.id === pair.open);
  if (!node) return;
  const [box, frame] = [node.getBoundingClientRect(), pair.list.getBoundingClientRect()];
  const below = Math.min(box.bottom - frame.bottom, box.top - frame.top);
  if (box.top < frame.top) pair.list.scrollTop += box.top - frame.top;
  else if (below > 0) pair.list.scrollTop += below;
}

function bringBoth(pair) {
  bringEntry(pair);
  for (const side of pair.sides) {
    const node = side.text.querySelector(".lit") ?? side.text.querySelector(".near");
    if (node) bringInto(side, node);
  }
}

function entryAt(pair, side, target) {
  if (target.dataset.id) return target.dataset.id;
  const piece = side.byNode.get(target);
  const entry = piece?.entries.map((number) => pair.doc.entries[number]).find((item) => !pair.hidden.has(item.kind));
  return entry?.id;
}

function stepInText(side, from, by) {
  const all = [...side.text.querySelectorAll(".stop:not([hidden])")];
  const next = all[all.indexOf(from) + by] ?? (by > 0 ? all[0] : all.at(-1));
  if (!next) return;
  next.focus({ preventScroll: true });
  bringInto(side, next);
}
