"""What the report shows, as its template takes it: plain values, in the order of the page."""
