// Two articles with a list of what differs or corresponds. Text reaches the page through textContent alone.
// Mounted twice, so that a click does not send both articles again. One mount draws them:
// data: {doc: see document.py}
// The other draws nothing and tells how they are looked at:
// data: {pair: the id of the doc, open: id of the chosen entry or null, hidden: kinds, dim: whether what both carry is dimmed}

const pairs = new WeakMap(); // one state per mounted instance: the module is shared by all of them
const meeting = { pair: null, view: null }; // where the two mounts meet, whichever comes first

function build(pair, doc) {
  pair.doc = doc;
  drawList(pair);
  doc.articles.forEach((article, place) => drawArticle(pair, pair.sides[place], article));
  drawBars(pair);
}

function paint(pair) {
  paintList(pair);
  paintTexts(pair);
  placeBars(pair); // the chosen entry may have changed the height of what stands above
}

/** Choose an entry, or with an empty id close the chosen one. */
function choose(pair, id) {
  pair.open = id || null;
  paint(pair); // at once; Python's answer confirms it
  bringBoth(pair);
  pair.trigger("entry", [pair.doc.id, id]); // Python may have gone on to another list
}

function look(pair) {
  paint(pair);
  pair.trigger("look", [pair.doc.id, [...pair.hidden], pair.dim]);
}

function listenToText(pair, side) {
  side.text.addEventListener("click", (event) => {
    const bar = event.target.closest(".bar-shared");
    if (bar) showPassage(pair, Number(bar.dataset.passage));
    const node = event.target.closest(".stop, .piece");
    const id = node && entryAt(pair, side, node);
    if (id) choose(pair, id);
  });
  side.text.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const stop = event.target.closest(".stop");
    if (by) stepInText(side, stop, by);
    else if (stop && /^(Enter| )$/.test(event.key)) choose(pair, stop.dataset.id);
    else return;
    event.preventDefault();
  });
}

function listen(pair) {
  pair.list.addEventListener("click", (event) => {
    const node = event.target.closest(".entry");
    if (!node) return;
    node.focus(); // Safari leaves buttons without it
    choose(pair, node.dataset.id === pair.open ? "" : node.dataset.id);
  });
  pair.list.addEventListener("keydown", (event) => {
    if (!/^(Arrow(Up|Down)|Home|End)$/.test(event.key)) return;
    event.preventDefault();
    stepInList(pair, event.target.closest(".entry"), event.key);
  });
  pair.root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pair.open !== null) choose(pair, "");
  });
  pair.legend.addEventListener("click", (event) => {
    const kind = event.target.closest(".kind")?.dataset.hides;
    if (!kind) return;
    if (!pair.hidden.delete(kind)) pair.hidden.add(kind);
    look(pair);
  });
  pair.dimmer.addEventListener("click", () => {
    pair.dim = !pair.dim;
    look(pair);
  });
  for (const side of pair.sides) listenToText(pair, side);
  pair.sizes = new ResizeObserver(() => placeBars(pair));
  for (const side of pair.sides) pair.sizes.observe(side.text);
}

function mount(parentElement) {
  parentElement.querySelector(".pair")?.remove();
  parentElement.append(parentElement.querySelector("template").content.cloneNode(true));
  const find = (selector, root = parentElement) => root.querySelector(selector);
  const pair = { root: find(".pair"), open: null };
  for (const name of ["list", "legend", "told"]) pair[name] = find(`.${name}`);
  pair.dimmer = find(".dim");
  pair.sides = [...pair.root.querySelectorAll(".side")].map((side) => ({
    head: find(".head", side),
    text: find(".text", side),
    verdict: find(".verdict", side),
    pieces: [],
  }));
  listen(pair);
  return pair;
}

/** Draw both as they are looked at, once all is known and belongs together. */
function meet() {
  const { pair, view } = meeting;
  if (!pair || view?.pair !== pair.given.id) return;
  const drawn = pair.doc?.id === pair.given.id;
  if (!drawn) build(pair, pair.given);
  const moved = !drawn || view.open !== pair.open;
  Object.assign(pair, { open: view.open, hidden: new Set(view.hidden), dim: view.dim });
  paint(pair);
  if (moved) bringBoth(pair);
}

export default function ({ data, parentElement, setTriggerValue }) {
  if (!data.doc) {
    meeting.view = data;
    meet();
    return () => {};
  }
  const pair = pairs.get(parentElement) ?? mount(parentElement);
  pairs.set(parentElement, pair);
  pair.trigger = setTriggerValue; // Streamlit calls again after every change of data, each time with a new one
  pair.given = data.doc;
  meeting.pair = pair;
  meet();
  return () => {
    pair.sizes.disconnect();
    pairs.delete(parentElement);
    if (meeting.pair === pair) meeting.pair = null;
  };
}
