"""What comes from outside: the only part of Hedgerow that opens network connections, and only when asked to."""
