"""A scan as one page without scripts, links or remote content."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from inbox_watch.core.clean import clean
from inbox_watch.core.types import Finding, Scan
from inbox_watch.report import words


def scan_html(scan: Scan) -> str:
    """Return a self-contained page: what is due first, then what waits and what has ended."""
    environment = Environment(
        loader=PackageLoader("inbox_watch.report", "."), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    todo = words.items(scan)
    sections = [
        (heading, str(state), [item for item in todo if item.action.state is state])
        for state, heading in words.HEADINGS.items()
    ]
    quiet = [("Waiting", words.waiting(scan)), ("Ended", words.ended(scan))]
    return environment.get_template("page.html.jinja").render(
        date=words.long_date(scan.now),
        summary=words.summary(scan),
        sections=[section for section in sections if section[2]],
        quiet=[(heading, [_line(finding) for finding in found]) for heading, found in quiet if found],
        doubts=[words.doubt(one, scan.now) for one in scan.doubts],
        failed=[(clean(source.name), clean(source.error)) for source in scan.sources if source.error],
        skipped=[(clean(name), clean(entry.where), clean(entry.error)) for name, entry in words.skipped(scan)],
    )


def _line(finding: Finding) -> tuple[str, str, str]:
    return words.title(finding), words.stage(finding), words.state_of_rest(finding)
