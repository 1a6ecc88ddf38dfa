// data: {card: see components/evidence.py, article: its id}; text reaches the page through textContent alone.

const LONG = 48; // characters of a fact that has a line of its own

const cards = new WeakMap();

const make = (tag, className, ...content) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...content); // strings become text nodes
  return node;
};

function copyButton() {
  const node = make("button", "copy", "Copy with citation");
  node.type = "button";
  return node;
}

/** Put the citation on the clipboard; where the browser refuses, show it selected, to be copied by hand. */
async function copy(state, button) {
  const text = state.card.citation;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    const field = make("textarea", "citation");
    field.value = text;
    field.readOnly = true;
    field.setAttribute("aria-label", "The claim with its citation, to be copied");
    state.root.querySelector(".citation")?.remove();
    state.root.querySelector(".head").after(field);
    field.select();
  }
}

function head(card) {
  const label = make("span", "kind");
  label.append(make("b", "", card.tag), card.label);
  const title = make("h3", "title", card.title);
  if (card.subtitle) title.append(" ", make("small", "", card.subtitle));
  const close = make("button", "close", "Close");
  close.type = "button";
  close.dataset.id = "";
  const tools = make("span", "tools", ...(card.citation ? [copyButton()] : []), close);
  return make("div", "head", label, title, tools);
}

/** Words of the article: pressing them shows where they stand. */
function quotation(tag, className, words, places) {
  const node = make("button", `${className} place`.trim(), tag ? make(tag, "", words) : words);
  node.type = "button";
  node.dataset.places = JSON.stringify(places);
  node.title = "Show in the text";
  return node;
}

function facts(rows) {
  const list = make("dl");
  for (const row of rows) {
    const value = make("dd", "", row.value);
    if (row.quote) value.append(row.value ? " " : "", quotation("q", "", row.quote, row.places));
    const long = row.value.length + (row.quote ?? "").length > LONG;
    list.append(make("dt", "", row.name), value);
    if (long) value.className = "long";
  }
  return list;
}

function links(rows) {
  const list = make("div", "links");
  for (const row of rows) {
    const node = make("button", "link", make("span", "lead", `${row.lead} `), make("q", "", row.quote));
    node.type = "button";
    node.dataset.id = row.id;
    list.append(node);
  }
  return list;
}

function proofs(rows) {
  const header = make("tr", "", ...["rule or head", "words it read", "value"].map((name) => make("th", "", name)));
  const body = make("tbody");
  for (const row of rows) {
    const quoted = make("td", "", quotation("q", "", row.words, row.places));
    body.append(make("tr", "", make("td", "", row.by), quoted, make("td", "figure", row.value.toFixed(2))));
  }
  return make("table", "", make("thead", "", header), body);
}

function shares(reading) {
  const best = Math.max(...reading.shares.map(([, value]) => value));
  const rows = reading.shares.map(([label, value]) => {
    const fill = make("span", "fill");
    fill.style.width = `${Math.round(value * 100)}%`;
    const row = make("div", value === best ? "bar top" : "bar", label, make("span", "track", fill));
    row.append(make("span", "figure", value.toFixed(2)));
    return row;
  });
  return [make("h4", "", reading.unsure ? `${reading.name} (not sure)` : reading.name), ...rows];
}

function sentence(pieces, places) {
  const node = quotation("", "sentence", "", places);
  node.replaceChildren(...pieces);
  return node;
}

function measured(rows) {
  const list = make("ul", "measured");
  for (const row of rows) list.append(make("li", "", make("b", "", row.head), ` ${row.figures}`));
  return list;
}

function why(card, open) {
  const node = make("details");
  node.open = open;
  node.append(make("summary", "", "Words, rules and figures behind this"));
  if (card.sentence.length) {
    const pieces = card.sentence.map(([text, role]) => (role ? make("span", role, text) : text));
    node.append(make("h4", "", "In its sentence"), sentence(pieces, card.sentence_places));
  }
  if (card.proofs.length) node.append(make("h4", "", "Proof"), proofs(card.proofs));
  for (const reading of card.readings) node.append(...shares(reading));
  if (card.measured.length) node.append(make("h4", "", "How good these heads are on texts with known answers"), measured(card.measured));
  return node;
}

function draw(root, card) {
  const open = !!root.querySelector("details[open]");
  root.dataset.kind = card.kind;
  const parts = [head(card)];
  if (card.quote) parts.push(quotation("", "quote", card.quote, card.places));
  parts.push(facts(card.facts));
  if (card.links.length) parts.push(links(card.links));
  if (card.sentence.length || card.proofs.length || card.readings.length) parts.push(why(card, open));
  root.replaceChildren(...parts);
}

/** The reader hears this and brings the place into view. */
const show = (places) => document.dispatchEvent(new CustomEvent("hedgerow-place", { detail: places }));

export default function ({ data, parentElement, setTriggerValue }) {
  let state = cards.get(parentElement);
  if (!state) {
    state = { root: parentElement.querySelector(".card") };
    cards.set(parentElement, state);
    state.root.addEventListener("click", (event) => {
      const node = event.target.closest("button");
      if (!node) return;
      if (node.dataset.places) show(JSON.parse(node.dataset.places));
      else if (node.className === "copy") copy(state, node);
      else state.trigger("mark", [state.article, node.dataset.id]);
    });
  }
  state.trigger = setTriggerValue;
  state.card = data.card;
  state.article = data.article;
  draw(state.root, data.card);
  return () => cards.delete(parentElement);
}
