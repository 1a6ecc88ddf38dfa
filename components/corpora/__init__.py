"""A folder of results on the page: filters, five views of many articles, and from each mark to its sentences."""
