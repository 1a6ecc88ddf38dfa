"""The neural half: the parser, the encoder and its trained heads, behind the ports of `framing`."""
