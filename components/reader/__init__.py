"""The article with its marks, as one component whose text is only ever set with `textContent`."""
