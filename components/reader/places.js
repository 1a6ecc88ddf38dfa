// Words found by their place: [paragraph, start, end] in UTF-16 units from the paragraph's first.
// They are drawn with the CSS Custom Highlight API, which leaves the nodes of the marks as they are.

function rangesAt(reader, [paragraph, start, end]) {
  const ranges = [];
  for (const [node, from] of reader.words.get(paragraph) ?? []) {
    if (from + node.length <= start || from >= end) continue;
    const range = document.createRange();
    range.setStart(node, Math.max(0, start - from));
    range.setEnd(node, Math.min(node.length, end - from));
    ranges.push(range);
  }
  return ranges;
}

function emphasise(reader, name, places) {
  const ranges = places.flatMap((place) => rangesAt(reader, place));
  if (globalThis.CSS?.highlights) CSS.highlights.set(name, new Highlight(...ranges));
  return ranges;
}

/** Scroll to the first of these ranges, out of a fold if it lies in one; the paragraph takes the focus if asked. */
function bring(ranges, { focused = false } = {}) {
  const parent = ranges[0]?.startContainer.parentElement;
  if (!parent) return;
  const fold = parent.closest("details");
  if (fold) fold.open = true;
  parent.scrollIntoView({ block: "center" });
  if (!focused) return;
  const paragraph = parent.closest("p, h2");
  paragraph.tabIndex = -1;
  paragraph.focus({ preventScroll: true });
}

/** Sentences that a chart rests on, and the one of them that is being read. */
function paintSentences(reader, sentences, at) {
  const places = sentences.flatMap((id) => reader.doc.sentences[id] ?? []);
  const all = emphasise(reader, "hedgerow-said", places);
  const one = emphasise(reader, "hedgerow-at", (at === null ? [] : reader.doc.sentences[at]) ?? []);
  const asked = JSON.stringify([sentences, at]);
  if (asked !== reader.asked) bring(one.length ? one : all);
  reader.asked = asked;
}
