"""Values in; a table, JSON, a page or a calendar out. Each form is loaded only when it is asked for."""

from __future__ import annotations

import io

from inbox_watch.core.types import Scan


def render(scan: Scan, form: str, *, everything: bool = False) -> bytes:
    """Return the scan as bytes in one of the forms table, json, html or ics. The table is without colour."""
    if form == "json":
        from inbox_watch.report.as_json import scan_json

        return scan_json(scan).encode()
    if form == "html":
        from inbox_watch.report.as_html import scan_html

        return scan_html(scan).encode()
    if form == "ics":
        from inbox_watch.report.as_ics import scan_ics

        return scan_ics(scan)
    from inbox_watch.report.table import console, show

    held = io.StringIO()
    show(scan, console(held), everything=everything)
    return "".join(f"{line.rstrip()}\n" for line in held.getvalue().splitlines()).encode()
