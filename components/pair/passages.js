// What both articles carry almost word for word: a bar with a number in both margins; pressing one shows the other.

function drawBars(pair) {
  pair.sides.forEach((side, place) => {
    side.bars = pair.doc.passages.map((length, number) => {
      const bar = make("button", "bar-shared", String(number + 1));
      bar.type = "button";
      bar.dataset.passage = number;
      bar.title = `Shared passage ${number + 1}: ${length}`;
      bar.setAttribute("aria-label", `Shared passage ${number + 1}, ${length}: show it in article ${"BA"[place]}`);
      bar.tabIndex = -1;
      return bar;
    });
    side.text.append(...side.bars);
  });
  placeBars(pair);
}

/** The bars follow the lines, which change with the width of the column. */
function placeBars(pair) {
  for (const side of pair.sides) {
    const frame = side.text.getBoundingClientRect();
    side.bars?.forEach((bar, number) => {
      const boxes = side.pieces.filter(([, piece]) => piece.shared === number).flatMap(([node]) => [...node.getClientRects()]);
      if (!boxes.length) return;
      const top = Math.min(...boxes.map((box) => box.top));
      const bottom = Math.max(...boxes.map((box) => box.bottom));
      bar.style.top = `${top - frame.top + side.text.scrollTop}px`;
      bar.style.height = `${bottom - top}px`;
    });
  }
}

function showPassage(pair, number) {
  for (const side of pair.sides) {
    const found = side.pieces.find(([, piece]) => piece.shared === number);
    if (found) bringInto(side, found[0]);
  }
}
