"""What a text needs and offers, told from its source: so that translations can be compared."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

FOLDER = Path(__file__).parent
LANGUAGES = ("da", "en")


@dataclass(frozen=True, slots=True)
class Shape:
    """The variables of a text, the keys it chooses by, its attributes, and what else it uses."""

    variables: frozenset[str]
    selectors: Mapping[str, frozenset[str]]  # variable -> keys of its variants
    attributes: frozenset[str]
    references: frozenset[str]


class _Reader(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.selectors: dict[str, frozenset[str]] = {}
        self.references: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.references.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.references.add(f"-{node.id.name}")
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        if isinstance(node.selector, ast.VariableReference):
            self.selectors[node.selector.id.name] = frozenset(
                variant.key.name
                if isinstance(variant.key, ast.Identifier)
                else str(variant.key.value)
                for variant in node.variants
            )
        self.generic_visit(node)


def shape_of(entry: ast.Message | ast.Term) -> Shape:
    """The shape of one text."""
    reader = _Reader()
    reader.visit(entry)
    return Shape(
        variables=frozenset(reader.variables),
        selectors=reader.selectors,
        attributes=frozenset(attribute.id.name for attribute in entry.attributes),
        references=frozenset(reader.references),
    )


def files_of(language: str) -> list[Path]:
    """The files a language's texts are in."""
    return sorted((FOLDER / language).glob("*.ftl"))


def parse(source: str) -> tuple[ast.Resource, list[str]]:
    """The texts in `source`, and what is wrong with it: junk, and ids that come twice."""
    resource = FluentParser().parse(source)
    wrong = [
        f"line {source[: (entry.span.start if entry.span else 0)].count(chr(10)) + 1}: "
        + "; ".join(annotation.message or "" for annotation in entry.annotations)
        for entry in resource.body
        if isinstance(entry, ast.Junk)
    ]
    return resource, wrong


def entries_of(resources: Iterable[ast.Resource]) -> Iterator[tuple[str, ast.Message | ast.Term]]:
    """Every text with its id; a term's begins with "-"."""
    for resource in resources:
        for entry in resource.body:
            if isinstance(entry, ast.Message):
                yield entry.id.name, entry
            elif isinstance(entry, ast.Term):
                yield f"-{entry.id.name}", entry
