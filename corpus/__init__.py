"""Many articles at once: questions to a folder of results, answered by DuckDB over Parquet, nothing loaded whole.

`store.open_corpus` opens a folder; each question has a module of its own and answers in frozen rows. Whatever is
counted can be opened: the module that counts also lists the sentences behind a row, a page at a time.
"""
