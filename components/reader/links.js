// Lines in the margin from a contested claim to the words that contest it. Each dispute has its own lane; while one of
// its marks is open or has the focus, dots lead on from the margin to a ring under the denial and to an arrow under what
// is contested, for an unbroken line would be one more underline. Only lines that pass a paragraph which the browser has
// laid out are drawn: to ask where the words of the others stand would lay out the whole text.

const LANES = 3;
const LANE = 5; // pixels between two lanes
const STUB = LANES * LANE + 2; // pixels from the edge up to which a line runs to its marks
const BEND = 4; // pixels of a rounded corner
const HEAD = 8; // pixels of an arrow
const RING = 2.5; // pixels from its middle

const svg = (tag, attributes) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
};

/** Know which marks are joined, and between which of these blocks; of a long text none is laid out as yet. */
function joinLinks(reader, blocks, long) {
  Object.assign(reader, { blocks, skipped: new Set(long ? blocks : []) });
  const place = new Map(blocks.map((block, number) => [block, number]));
  reader.links = reader.doc.links.flatMap((ids, number) => {
    const tags = ids.map((id) => reader.tagOf.get(id));
    if (!tags.every(Boolean)) return [];
    const passed = tags.map((tag) => place.get(tag.closest(".block"))).sort((one, other) => one - other);
    return [{ ids, tags, passed, lane: 3 + (number % LANES) * LANE }];
  });
}

/** Where a line meets its mark; in a paragraph that is not laid out its top is near enough, for nobody sees it. */
function endOf(reader, tag, root) {
  if (tag.hidden) return null;
  const block = tag.closest(".block");
  if (reader.skipped.has(block)) return { x: STUB, y: block.offsetTop };
  let words = tag; // the line runs under them
  while (words && !words.classList.contains("piece")) words = words.nextElementSibling;
  const box = words?.getClientRects()[0];
  return box ? { x: box.left - root.left, y: box.bottom - root.top + 3 } : null; // none while the page is not shown yet
}

/** Dots from the margin to a mark; none to a mark that stands there. */
const leader = (x, y) => (x > STUB ? `M${STUB} ${y}H${x}` : "");

/** It points at what is contested. */
const pointer = (x, y) => `M${x} ${y}l${-HEAD} ${-HEAD / 2}v${HEAD}z`;

function drawLink(reader, { ids, tags, lane }, root) {
  const [from, to] = tags.map((tag) => endOf(reader, tag, root));
  if (!from || !to) return [];
  const lit = ids.some((id) => id === reader.open || id === reader.focused);
  const bend = Math.sign(to.y - from.y) * Math.min(BEND, Math.abs(to.y - from.y) / 2);
  const path = `M${STUB} ${from.y}H${lane + BEND}Q${lane} ${from.y} ${lane} ${from.y + bend}V${to.y - bend}Q${lane} ${to.y} ${lane + BEND} ${to.y}H${STUB}`;
  const group = svg("g", { class: lit ? "link lit" : "link" });
  group.append(svg("path", { d: path, class: "line" }));
  if (lit) group.append(svg("path", { d: leader(from.x - HEAD, from.y) + leader(to.x, to.y), class: "leader" }));
  if (lit) group.append(svg("circle", { cx: to.x + RING, cy: to.y, r: RING, class: "ring" }));
  group.append(svg("path", { d: pointer(lit ? from.x : STUB, from.y), class: "head" }));
  return [group];
}

function drawLinks(reader) {
  const root = reader.text.getBoundingClientRect();
  const laidOut = reader.blocks.flatMap((block, number) => (reader.skipped.has(block) ? [] : [number]));
  const near = reader.links.filter(({ passed: [first, last] }) => laidOut.some((at) => first <= at && at <= last));
  reader.lines.replaceChildren(...near.flatMap((link) => drawLink(reader, link, root)));
}

/** Once, in the next frame, however much has changed by then. */
function drawLinksLater(reader) {
  reader.frame ??= requestAnimationFrame(() => {
    reader.frame = null;
    drawLinks(reader);
  });
}

function listenToLayout(reader) {
  reader.lines = svg("svg", { class: "lines", "aria-hidden": "true" });
  new ResizeObserver(() => reader.doc && drawLinksLater(reader)).observe(reader.text);
  reader.text.addEventListener("contentvisibilityautostatechange", ({ target, skipped }) => {
    if (skipped) reader.skipped.add(target);
    else reader.skipped.delete(target);
    drawLinksLater(reader);
  });
}
