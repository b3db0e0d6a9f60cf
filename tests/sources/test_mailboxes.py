from inbox_watch.sources.imap.mailboxes import Mailbox, choose


def listed(*entries: tuple[str, str]) -> list[tuple[tuple[bytes, ...], bytes, str]]:
    return [(tuple(flag.encode() for flag in flags.split()), b"/", name) for flags, name in entries]


def test_every_mailbox_is_read_but_trash_and_drafts() -> None:
    boxes = listed(("", "INBOX"), ("\\Sent", "Sent"), ("\\Trash", "Bin"), ("\\Drafts", "Drafts"), ("", "Jobs/2026"))
    assert [box.name for box in choose(boxes)] == ["INBOX", "Jobs/2026", "Sent"]


def test_special_use_is_compared_without_case() -> None:
    assert choose(listed(("\\sent", "Sent"), ("\\trash", "Poubelle"))) == [Mailbox(name="Sent")]


def test_where_one_mailbox_holds_all_mail_it_is_read_alone_with_junk() -> None:
    boxes = listed(
        ("", "INBOX"), ("\\All", "[Gmail]/Alle Nachrichten"), ("\\Junk", "[Gmail]/Spam"), ("\\Noselect", "[Gmail]")
    )
    assert choose(boxes) == [
        Mailbox(name="[Gmail]/Alle Nachrichten"),
        Mailbox(name="[Gmail]/Spam", is_junk=True),
    ]


def test_where_the_server_gives_no_special_use_known_names_stand_in() -> None:
    boxes = listed(("", "INBOX"), ("", "INBOX/Entwürfe"), ("", "Deleted Items"), ("", "Junk"))
    assert choose(boxes) == [Mailbox(name="INBOX"), Mailbox(name="Junk", is_junk=True)]


def test_what_the_configuration_names_is_read_as_named() -> None:
    boxes = listed(("", "INBOX"), ("\\Junk", "Spam"))
    assert choose(boxes, ["Spam", "INBOX"]) == [Mailbox(name="Spam", is_junk=True), Mailbox(name="INBOX")]
