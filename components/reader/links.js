// Lines in the margin from a contested claim to the words that contest it. Each dispute has its own lane;
// the line is drawn up to both marks while one of them is open or has the focus.

const LANES = 3;
const LANE = 5; // pixels between two lanes

const svg = (tag, attributes) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
};

function endOf(reader, id) {
  const tag = reader.tagOf.get(id);
  if (!tag || tag.hidden) return null;
  let words = tag; // the line runs under them
  while (words && !words.classList.contains("piece")) words = words.nextElementSibling;
  const box = words?.getClientRects()[0];
  if (!box) return null; // the page is drawn, and not shown yet
  const root = reader.text.getBoundingClientRect();
  return { x: box.left - root.left, y: box.bottom - root.top + 3 };
}

function drawLink(reader, [claim, contest], number) {
  const from = endOf(reader, claim);
  const to = endOf(reader, contest);
  if (!from || !to) return [];
  const lit = [claim, contest].some((id) => id === reader.open || id === reader.focused);
  const lane = 3 + (number % LANES) * LANE;
  const stub = (end) => (lit ? end.x : LANES * LANE + 2);
  const path = `M${stub(from)} ${from.y}H${lane}V${to.y}H${stub(to)}`;
  const head = `M${stub(from)} ${from.y}l-6 -3.5v7z`; // it points at what is contested
  const group = svg("g", { class: lit ? "link lit" : "link" });
  group.append(svg("path", { d: path, class: "line" }), svg("path", { d: head, class: "head" }));
  return [group];
}

function drawLinks(reader) {
  reader.lines.setAttribute("height", reader.text.scrollHeight);
  reader.lines.replaceChildren(...reader.doc.links.flatMap((link, number) => drawLink(reader, link, number)));
}

function listenToSize(reader) {
  reader.lines = svg("svg", { class: "lines", "aria-hidden": "true" });
  new ResizeObserver(() => reader.doc && drawLinks(reader)).observe(reader.text);
}
