"""`skillgap taxonomy`: a look at the skills."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from skillgap.cli.console import DONE, TOLD, check_name, emit, output_option, overlay, warn
from skillgap.cli.numbers import Whole
from skillgap.model import AREAS

if TYPE_CHECKING:
    from skillgap.model import Skill
    from skillgap.taxonomy import Taxonomy


@click.group("taxonomy", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Look at the skills that skillgap knows.

    \b
    Examples:
      skillgap taxonomy show kafka
      skillgap taxonomy search "message broker"
      skillgap taxonomy list --area databases
    """


@command.command("list")
@click.option("--area", type=click.Choice(AREAS), help="Only this area.")
@click.option("--counts", is_flag=True, help="Only how many there are.")
@overlay
def list_skills(area: str | None, counts: bool, extra: tuple[Path, ...]) -> None:
    """List the skills, one a line: id, name, kind, area, file.

    \b
    Example:
      skillgap taxonomy list --area messaging
    """
    taxonomy = _load(extra)
    if counts:
        emit(counts_table(taxonomy), None)
        return
    rows = [f"{s.id}\t{s.name}\t{s.kind}\t{s.area}\t{s.category}" for s in taxonomy if area in (None, s.area)]
    emit("\n".join(rows), None)


@command.command("show")
@click.argument("skill", metavar="SKILL")
@overlay
def show(skill: str, extra: tuple[Path, ...]) -> None:
    """Show one SKILL: its names, what it implies, what is near, what comes first, where to learn it.

    \b
    Example:
      skillgap taxonomy show kafka
    """
    from skillgap.analyzer import Analyzer

    taxonomy = _load(extra)
    emit(page(Analyzer(taxonomy).skill(skill), taxonomy), None)


@command.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("-n", "--limit", default=8, show_default=True, type=Whole(1, 100))
@overlay
def search(words: tuple[str, ...], limit: int, extra: tuple[Path, ...]) -> int:
    """Find skills by a name that may be misspelt.

    \b
    Example:
      skillgap taxonomy search postgre
    """
    hits = _load(extra).search(" ".join(words), limit)
    if not hits:
        warn(f"nothing like {' '.join(words)!r} in the taxonomy")
        return TOLD
    width = max(len(skill.id) for skill, _, _ in hits)
    lines = [f"{skill.id:{width}}  {skill.name}" + ("" if form == skill.name else f"  (as {form!r})") for skill, form, _ in hits]
    emit("\n".join(lines), None)
    return DONE


@command.command("lint")
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[FOLDER]")
@overlay
def lint(folder: Path | None, extra: tuple[Path, ...]) -> int:
    """Check a taxonomy: the one that ships, or the files of a FOLDER. Exits with 1 if something is wrong.

    \b
    Example:
      skillgap taxonomy lint taxonomy/
    """
    from skillgap.taxonomy import Taxonomy
    from skillgap.taxonomy import lint as check

    taxonomy = Taxonomy.load(folder, extra=extra)
    problems = check(taxonomy)
    if problems:
        emit("\n".join(map(str, problems)), None)
    without = sum(not skill.resources for skill in taxonomy)
    warn(f"{len(taxonomy)} skills, {len(problems)} problems; {without} skills without a resource")
    return TOLD if problems else DONE


@command.command("export")
@click.option("-f", "--format", "form", type=click.Choice(["json", "csv"]), default="json", show_default=True)
@output_option
@overlay
def export(form: str, output: Path | None, extra: tuple[Path, ...]) -> None:
    """Write the taxonomy as one JSON or CSV file.

    \b
    Example:
      skillgap taxonomy export --format csv -o skills.csv
    """
    check_name(output, extra)
    rows = [_as_dict(skill) for skill in _load(extra)]
    if form == "json":
        emit(json.dumps(rows, ensure_ascii=False, indent=1), output)
        return
    file = io.StringIO()
    fields = ["id", "name", "kind", "area", "category", "aliases", "broader", "implies", "prerequisites", "released"]
    writer = csv.DictWriter(file, fields, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: "; ".join(row[key]) if isinstance(row[key], list) else row[key] for key in fields})
    emit(file.getvalue(), output)


@command.command("schema")
@output_option
def schema(output: Path | None) -> None:
    """Write the JSON Schema of a taxonomy file, for editors.

    \b
    Example:
      skillgap taxonomy schema -o taxonomy.schema.json
    """
    from skillgap.taxonomy.schema import json_schema

    emit(json.dumps(json_schema(), ensure_ascii=False, indent=1), output)


def _load(extra: tuple[Path, ...]) -> Taxonomy:
    from skillgap.taxonomy import Taxonomy

    return Taxonomy.load(extra=extra)


def counts_table(taxonomy: Taxonomy) -> str:
    """How much there is of everything, by area."""
    by_area = Counter(skill.area for skill in taxonomy)
    relations = sum(len(s.broader) + len(s.implies) + len(s.prerequisites) + len(s.related) for s in taxonomy)
    totals = {
        "skills": len(taxonomy),
        "aliases and misspellings": sum(len(s.aliases) + len(s.typos) for s in taxonomy),
        "skills with ambiguous names": sum(bool(s.weak) for s in taxonomy),
        "relations": relations,
        "skills with resources": sum(bool(s.resources) for s in taxonomy),
        "resources": sum(len(s.resources) for s in taxonomy),
    }
    lines = [f"{count:6,}  {name}" for name, count in totals.items()]
    return "\n".join([*lines, "", *(f"{by_area[area]:6,}  {area}" for area in AREAS)])


def page(skill: Skill, taxonomy: Taxonomy) -> str:
    """One skill on one screen."""
    from skillgap.reports.view import NO_ADDRESS

    def names(ids: tuple[str, ...]) -> str:
        return ", ".join(taxonomy[i].name if i in taxonomy else i for i in ids)

    implied = [" → ".join(s.name for s in path[1:]) for path in taxonomy.implied(skill.id).values()]
    related = sorted(skill.related, key=lambda r: (-r.share, r.skill_id))
    narrower = [s.name for s in taxonomy.narrower(skill.id)]
    rows = {
        "also called": ", ".join(skill.aliases),
        "only in context": ", ".join(skill.weak),
        "misspelt as": ", ".join(skill.typos),
        "a kind of": names(skill.broader),
        "kinds of it": ", ".join(narrower[:12]) + (f" and {len(narrower) - 12} more" if len(narrower) > 12 else ""),
        "implies": "; ".join(implied[:12]),
        "near to it": ", ".join(f"{names((r.skill_id,))} ({r.share:.0%} carries over)" for r in related[:8]),
        "learn first": ", ".join(s.name for s in taxonomy.prerequisites(skill.id)),
        "hours": f"{skill.hours[0]}-{skill.hours[1]}" if skill.hours else "not known",
        "proof": skill.proof or "",
        "released": str(skill.released or ""),
    }
    lines = [f"{skill.name}  ({skill.kind}, {skill.area}; id {skill.id})"]
    lines += [f"  {label:16}{value}" for label, value in rows.items() if value]
    lines += ["  learn it from"] if skill.resources else [f"  learn it from   {NO_ADDRESS}"]
    lines += [f"    {r.title} ({r.kind}, {r.cost})\n      {r.url}" for r in skill.resources]
    return "\n".join(lines)


def _as_dict(skill: Skill) -> dict[str, Any]:
    from dataclasses import asdict

    return json.loads(json.dumps(asdict(skill)))  # type: ignore[no-any-return]
