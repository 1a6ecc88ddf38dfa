"""What corresponds in two articles, and what one of them tells otherwise; `framing.compare` puts it together."""
