// What mouse and keyboard do on the marks, and the tooltip that follows both.

/** What the tooltip says of this node: of the actor that it names, and of its mark. */
function tipOf(reader, target) {
  const name = target.classList.contains("name") && reader.doc.names[reader.pieceOf.get(target).name];
  return [name, reader.markOf.get(idOf(reader, target))?.tip].filter(Boolean).join(" · ");
}

function describe(reader, target) {
  const words = target && tipOf(reader, target);
  reader.tip.hidden = !words;
  if (!words) return;
  reader.tip.textContent = words;
  const box = target.getClientRects()[0];
  const root = reader.root.getBoundingClientRect();
  const left = Math.min(box.left - root.left, root.width - reader.tip.offsetWidth);
  reader.tip.style.left = `${Math.max(0, left)}px`;
  reader.tip.style.top = `${box.bottom - root.top + 8}px`;
}

/** The mark that a click on this node means: its own, or the shortest shown one over this piece. */
function idOf(reader, target) {
  if (target.dataset.id) return target.dataset.id;
  const piece = reader.pieceOf.get(target);
  const mark = piece && piece.marks.map((number) => reader.doc.marks[number]).find((item) => reader.layers.has(item.kind));
  return mark ? mark.id : null;
}

function step(reader, from, key) {
  const all = reader.stops.filter(reachable);
  const at = all.indexOf(from);
  const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[key];
  const node = all[next];
  if (!node) return;
  focus(reader, node);
}

function focus(reader, node) {
  leadIn(reader, node);
  node.focus();
}

/** Open a mark, or with an empty id close the open one. */
function send(reader, id) {
  reader.open = id || null;
  describe(reader, null);
  paint(reader); // at once; Python's answer confirms it
  meeting.asked = id;
  meeting.tell("mark", [reader.doc.id, id]); // Python may have gone on to another article
}

/** A note leads to the other end of its dispute; everything else opens its own mark. */
function press(reader, node) {
  const id = idOf(reader, node);
  if (!id) return;
  const other = node.dataset.leads && reader.tagOf.get(node.dataset.leads);
  if (other && !other.hidden) {
    other.scrollIntoView({ block: "center" });
    focus(reader, other);
  } else if (node.classList.contains("stop")) focus(reader, node);
  send(reader, id);
}

function leave(reader) {
  if (!reader.tip.hidden) describe(reader, null);
  else if (reader.open) send(reader, "");
}

function listen(reader) {
  const hit = (event) => event.target.closest(".stop, .piece");
  listenToBar(reader);
  listenToFind(reader);
  listenToLayout(reader);
  reader.text.addEventListener("click", (event) => {
    const node = hit(event);
    if (node) press(reader, node);
  });
  reader.text.addEventListener("keydown", (event) => {
    const node = event.target.closest(".stop");
    if (event.key === "Escape") leave(reader);
    else if (node && /^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(event.key)) {
      event.preventDefault();
      step(reader, node, event.key);
    } else if (node && node.tagName !== "BUTTON" && /^(Enter| )$/.test(event.key)) {
      event.preventDefault();
      press(reader, node);
    }
  });
  reader.text.addEventListener("mouseover", (event) => describe(reader, hit(event)));
  reader.text.addEventListener("mouseleave", () => describe(reader, null));
  reader.text.addEventListener("focusin", (event) => lit(reader, hit(event)));
  reader.text.addEventListener("focusout", () => lit(reader, null));
  // A quotation in the card leads here; both stand in one document, so no rerun is needed.
  reader.toPlace = (event) => bring(emphasise(reader, "hedgerow-at", event.detail), { focused: true });
  document.addEventListener("hedgerow-place", reader.toPlace);
}

function lit(reader, node) {
  describe(reader, node);
  reader.focused = node?.dataset.id ?? null;
  drawLinksLater(reader);
}

