// The list: what differs or corresponds, each entry with what either article has of it.

const make = (tag, className, text) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
};

function drawTag(entry) {
  const tag = make("span", "tag", entry.tag);
  tag.dataset.kind = entry.kind;
  return tag;
}

function drawValue(side) {
  const node = make("span", "value");
  node.append(make("b", "letter", side.letter), ` ${side.value}`);
  return node;
}

/** The words of one article, or in so many words that it has none. */
function drawQuote(side) {
  const row = make("span", "row");
  row.append(make("b", "letter", side.letter));
  if (side.quote) row.append(make("q", "", side.quote));
  else if (side.near) row.append(make("span", "absent", "not here; nearest sentence: "), make("q", "", side.near));
  else row.append(make("span", "absent", "not here, and no sentence is near it"));
  return row;
}

/** The share of one tone with its interval; of few readings an open point alone. */
function drawShare(share, letter) {
  const cell = make("span", "share");
  const track = make("span", "track");
  const point = make("span", share.open ? "point open" : "point");
  point.style.left = `${share.n ? (100 * share.count) / share.n : 0}%`;
  if (!share.open) {
    const line = make("span", "line");
    line.style.left = `${share.low}%`;
    line.style.width = `${share.high - share.low}%`;
    track.append(line);
  }
  track.append(point);
  track.setAttribute("aria-hidden", "true");
  const told = share.open ? `${share.count} of ${share.n}` : `${share.count} of ${share.n} (${share.low}–${share.high} %)`;
  cell.append(make("b", "letter", letter), track, make("span", "figure", told));
  return cell;
}

function drawTones(row) {
  const node = make("span", "tones");
  node.append(make("span", "caption", `Tone ${row.by}${row.apart ? ", apart by more than chance" : ""}`));
  row.first.forEach((share, place) => {
    const line = make("span", "tone");
    line.append(make("span", "name", share.label), drawShare(share, "A"), drawShare(row.second[place], "B"));
    node.append(line);
  });
  return node;
}

function drawEntry(entry) {
  const node = make("button", "entry");
  node.type = "button";
  Object.assign(node.dataset, { id: entry.id, kind: entry.kind });
  const lead = make("span", "lead");
  lead.append(drawTag(entry), make("span", "words", entry.lead));
  const values = make("span", "values");
  values.append(...entry.sides.map(drawValue));
  const more = make("span", "more");
  if (entry.kind !== "actor") more.append(...entry.sides.map(drawQuote));
  more.append(...entry.tones.map(drawTones));
  node.append(lead, values, more);
  return node;
}

function drawKind(entry) {
  const node = make("button", "kind");
  node.type = "button";
  node.dataset.hides = entry.kind;
  const sample = make("span", "sample piece", entry.label);
  sample.dataset.mark = entry.kind;
  node.append(drawTag(entry), sample, make("span", "count", ` ${entry.count}`));
  return node;
}

function drawList(pair) {
  pair.list.replaceChildren(...pair.doc.entries.map(drawEntry));
  pair.list.scrollTop = 0;
  pair.legend.replaceChildren(...pair.doc.legend.map(drawKind));
  pair.told.textContent = `${pair.doc.shared}.`;
  pair.dimmer.hidden = !pair.doc.passages.length;
}

const entries = (pair) => [...pair.list.children].filter((node) => !node.hidden);

/** The one entry that Tab leads to. */
function leadIn(pair, node) {
  for (const entry of pair.list.children) entry.tabIndex = entry === node ? 0 : -1;
}

function paintList(pair) {
  for (const node of pair.list.children) {
    node.hidden = pair.hidden.has(node.dataset.kind);
    node.setAttribute("aria-pressed", String(node.dataset.id === pair.open));
  }
  const shown = entries(pair);
  leadIn(pair, shown.find((node) => node.dataset.id === pair.open) ?? shown.find((node) => node.tabIndex === 0) ?? shown[0]);
  for (const node of pair.legend.children) node.setAttribute("aria-pressed", String(!pair.hidden.has(node.dataset.hides)));
  pair.dimmer.setAttribute("aria-pressed", String(pair.dim));
}

function stepInList(pair, from, key) {
  const all = entries(pair);
  const at = all.indexOf(from);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[key];
  if (!all[next]) return;
  leadIn(pair, all[next]);
  all[next].focus();
}
