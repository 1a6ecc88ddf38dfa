"""One piece of evidence as a card, drawn by the browser with `textContent` alone."""
