"""inbox-watch: finds recruiters' threads in a mailbox, and says what is owed and whom to ask for an update."""

__version__ = "0.1.0"
