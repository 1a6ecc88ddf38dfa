// What stands above the text: the legend that filters, switches, and the map of paragraphs.

function toggleButton(className, layer, ...content) {
  const node = make("button", className);
  node.type = "button";
  node.dataset.layer = layer;
  node.append(...content);
  return node;
}

function drawKind(entry) {
  const tag = make("span", "tag", entry.tag);
  tag.dataset.kind = entry.kind;
  const sample = make("span", "sample piece", entry.label);
  if (entry.kind === "hedge") sample.dataset.line = "wavy";
  else sample.dataset.fill = entry.kind;
  return toggleButton("kind", entry.kind, tag, sample, make("span", "count"));
}

function drawUnsure(reader) {
  const count = reader.doc.legend.reduce((sum, entry) => sum + entry.unsure, 0);
  const node = make("button", "unsure switch");
  node.type = "button";
  node.setAttribute("aria-label", `Count “not sure”: ${count}`);
  node.append(make("span", "tag", "?"), make("span", "sample piece doubtful", "not sure"), make("span", "count", ` ${count}`));
  return node;
}

function drawBar(reader) {
  reader.legend.replaceChildren(...reader.doc.legend.map(drawKind), drawUnsure(reader));
  const copy = make("button", "copy", "Copy link");
  copy.type = "button";
  const names = toggleButton("switch", "names", make("span", "sample name", "names of actors"));
  const fill = toggleButton("switch", "fill", "fill all claims");
  reader.switches.replaceChildren(names, fill, toggleButton("plain", "all", "Clean text"), copy);
  drawMap(reader);
}

function drawMap(reader) {
  const blocks = reader.doc.blocks.filter((block) => block.strip?.length);
  reader.map.replaceChildren(
    ...blocks.map((block, place) => {
      const { number } = block;
      const label = block.strip.map((item) => item.label).join("; ");
      const node = make("button", "cell");
      node.type = "button";
      node.tabIndex = place ? -1 : 0;
      node.dataset.paragraph = block.paragraph;
      node.setAttribute("aria-label", `Go to paragraph ${number}: ${label}`);
      node.title = label;
      node.append(make("span", "number", String(number)), ...block.strip.map(drawGlyph));
      return node;
    }),
  );
}

function drawGlyph(item) {
  const node = make("span", "", item.glyph);
  node.dataset.value = item.value;
  return node;
}

function paintBar(reader) {
  for (const node of reader.bar.querySelectorAll("[data-layer]")) {
    node.setAttribute("aria-pressed", String(reader.layers.has(node.dataset.layer)));
  }
  for (const entry of reader.doc.legend) {
    const total = entry.sure + (reader.unsure ? entry.unsure : 0);
    reader.legend.querySelector(`[data-layer="${entry.kind}"] .count`).textContent = ` ${total}`;
  }
  const unsure = reader.legend.querySelector(".unsure");
  unsure.setAttribute("aria-pressed", String(reader.unsure));
  unsure.title = reader.unsure ? "Counted in the totals" : "Left out of the totals; press to count them";
  const plain = reader.switches.querySelector(".plain");
  plain.textContent = kinds(reader).some((kind) => reader.layers.has(kind)) ? "Clean text" : "Show marks";
  plain.removeAttribute("aria-pressed");
  reader.switches.querySelector(".copy").hidden = !reader.link;
}

const kinds = (reader) => reader.doc.legend.map((entry) => entry.kind);

function toggle(reader, layer) {
  if (layer === "all") {
    const clean = kinds(reader).some((kind) => reader.layers.has(kind));
    reader.layers = new Set(clean ? [] : kinds(reader));
  } else if (!reader.layers.delete(layer)) reader.layers.add(layer);
  paint(reader); // at once; Python's answer confirms it
  meeting.tell("layers", [...reader.layers].join(",") || "none");
}

function countUnsure(reader) {
  reader.unsure = !reader.unsure;
  paintBar(reader);
  meeting.tell("unsure", String(reader.unsure));
}

async function copyLink(node) {
  try {
    await navigator.clipboard.writeText(location.href);
    node.textContent = "Link copied";
  } catch {
    node.textContent = "Copy it from the address bar";
  }
  setTimeout(() => (node.textContent = "Copy link"), 2500);
}

function jump(reader, node) {
  leadToCell(reader, node);
  bring(rangesAt(reader, [Number(node.dataset.paragraph), 0, Infinity]), { focused: true });
}

/** The one cell of the map that Tab leads to. */
function leadToCell(reader, node) {
  for (const cell of reader.map.children) cell.tabIndex = cell === node ? 0 : -1;
}

function stepInMap(reader, event) {
  const cells = [...reader.map.children];
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const next = by && cells[cells.indexOf(event.target) + by];
  if (!next) return;
  event.preventDefault();
  leadToCell(reader, next);
  next.focus();
}

function listenToBar(reader) {
  reader.bar.addEventListener("click", (event) => {
    const node = event.target.closest("button");
    if (!node) return;
    if (node.dataset.layer) toggle(reader, node.dataset.layer);
    else if (node.classList.contains("unsure")) countUnsure(reader);
    else if (node.className === "copy") copyLink(node);
    else if (node.className === "cell") jump(reader, node);
  });
  reader.map.addEventListener("keydown", (event) => stepInMap(reader, event));
}
