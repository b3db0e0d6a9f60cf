import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from inbox_watch.core.types import ActionKind, Basis, Stage, State, Turn, ZoneKind

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


@pytest.fixture(scope="module")
def writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_write", DOCS / "write.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["docs_write"] = module
    spec.loader.exec_module(module)
    return module


def test_the_reference_of_the_commands_is_what_the_program_says(writer: ModuleType) -> None:
    assert (DOCS / "cli.md").read_text() == writer.cli(), "run python docs/write.py"


def test_the_reference_of_the_configuration_is_the_schema(writer: ModuleType) -> None:
    assert (DOCS / "config.md").read_text() == writer.settings(), "run python docs/write.py"


@pytest.mark.parametrize("word", [*Stage, *Turn, *Basis, *State, *ZoneKind])
def test_every_word_of_the_program_stands_in_the_glossary(word: str) -> None:
    assert str(word) in (DOCS / "glossary.md").read_text()


def test_every_dependency_has_its_line_in_the_decisions() -> None:
    project = (ROOT / "pyproject.toml").read_text()
    block = project.split("dependencies = [", 1)[1].split("]", 1)[0]
    decided = "".join(path.read_text() for path in (DOCS / "decisions").glob("*.md"))
    for name in re.findall(r'"([a-z0-9-]+)', block):
        assert f"`{name}`" in decided


def test_every_link_in_the_docs_leads_somewhere() -> None:
    for page in [*ROOT.glob("*.md"), *DOCS.rglob("*.md"), ROOT / "models" / "README.md"]:
        for target in re.findall(r"\]\(([^)#]+)", page.read_text()):
            if "://" not in target and not target.startswith("mailto:"):
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_kind_of_action_is_explained_to_the_user() -> None:
    readme = (DOCS / "glossary.md").read_text()
    assert [kind for kind in ActionKind if f"`{kind}`" not in readme] == []
