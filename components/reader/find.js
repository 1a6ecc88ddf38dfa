// Find in the text: matches are counted and stepped through; letters match in either case.

const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");

function matches(reader, query) {
  if (!query.trim()) return [];
  const pattern = new RegExp(escaped(query.trim()), "giu");
  const found = [];
  for (const [paragraph, words] of reader.words) {
    const text = words.map(([node]) => node.data).join("");
    for (const match of text.matchAll(pattern)) found.push([paragraph, match.index, match.index + match[0].length]);
  }
  return found;
}

function find(reader) {
  reader.found = matches(reader, reader.query.value);
  reader.match = -1;
  emphasise(reader, "hedgerow-found", reader.found);
  stepMatch(reader, 1);
}

function stepMatch(reader, by) {
  const count = reader.found.length;
  if (count) reader.match = (reader.match + by + count) % count;
  const none = reader.query.value.trim() ? "no match" : "";
  reader.count.textContent = count ? `${reader.match + 1} of ${count}` : none;
  for (const button of reader.bar.querySelectorAll("[data-find]")) button.hidden = !count;
  bring(emphasise(reader, "hedgerow-match", count ? [reader.found[reader.match]] : []));
}

function listenToFind(reader) {
  reader.query.addEventListener("input", () => find(reader));
  reader.query.addEventListener("keydown", (event) => {
    const by = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      event.preventDefault();
      stepMatch(reader, by);
    } else if (event.key === "Escape") {
      reader.query.value = "";
      find(reader);
    }
  });
  reader.bar.addEventListener("click", (event) => {
    const node = event.target.closest("[data-find]");
    if (node) stepMatch(reader, Number(node.dataset.find));
  });
}
