// data: {heading, sentences: [{id, paragraph, text}], shown: id or null}; text reaches the page through textContent alone.

const panels = new WeakMap();

const make = (tag, className, ...content) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...content); // strings become text nodes
  return node;
};

function button(className, id, ...content) {
  const node = make("button", className, ...content);
  node.type = "button";
  node.dataset.id = id;
  return node;
}

function row(sentence, shown) {
  const place = button("place", sentence.id, make("span", "number", `¶ ${sentence.paragraph}`), make("q", "", sentence.text));
  place.setAttribute("aria-current", String(sentence.id === shown));
  return make("li", "", place);
}

function draw(root, data) {
  const list = root.querySelector("ol");
  const top = root.dataset.heading === data.heading && list ? list.scrollTop : 0;
  const focused = root.getRootNode().activeElement?.dataset.id;
  root.dataset.heading = data.heading;
  root.replaceChildren(
    make("div", "head", make("h4", "", data.heading), button("clear", "", "Clear")),
    make("ol", "", ...data.sentences.map((sentence) => row(sentence, data.shown))),
  );
  root.querySelector("ol").scrollTop = top;
  if (focused !== undefined) root.querySelector(`[data-id="${focused}"]`)?.focus();
}

export default function ({ data, parentElement, setTriggerValue }) {
  let state = panels.get(parentElement);
  if (!state) {
    state = { root: parentElement.querySelector(".opened") };
    panels.set(parentElement, state);
    state.root.addEventListener("click", (event) => {
      const node = event.target.closest("[data-id]");
      if (node) state.trigger("sentence", node.dataset.id);
    });
  }
  state.trigger = setTriggerValue;
  draw(state.root, data);
  return () => panels.delete(parentElement);
}
