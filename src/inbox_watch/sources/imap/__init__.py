"""One IMAP account, read and never changed."""
