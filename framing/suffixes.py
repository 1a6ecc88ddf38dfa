"""The files that are read, for whoever offers them before the readers themselves are loaded."""

SUFFIXES = (".txt", ".md", ".html", ".htm", ".mhtml", ".mht", ".pdf", ".docx", ".eml")
KINDS = "Text, HTML, Markdown, PDF, Word, e-mail"  # the same in words
