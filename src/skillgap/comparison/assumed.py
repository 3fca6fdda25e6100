"""What a report has to say of skills that were assumed, so that nobody takes its score for one that the résumé earned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from skillgap.model import GapReport, Notice, Skill, Verdict


def declared(report: GapReport, sentence: str) -> str:
    """A headline, with the assumption that it rests on in front: `Assuming Apache Kafka: a strong match.`"""
    assumed = report.provenance.assumed
    return f"Assuming {_listed(assumed, 'and')}: {sentence[:1].lower()}{sentence[1:]}" if assumed else sentence


def in_vain(verdicts: Iterable[Verdict], assumed: Sequence[Skill]) -> tuple[Notice, ...]:
    """That nothing asks for some of the assumed skills, if that is so: neither by name nor as what shows another one."""
    asked = {skill for v in verdicts for skill in (*v.requirement.any_of, *v.requirement.examples, *v.path)}
    names = tuple(dict.fromkeys(skill.name for skill in assumed if skill not in asked))
    message = f"assuming {_listed(names, 'or')} changes nothing: the posting does not ask for it"
    return (Notice("assumed_in_vain", message),) if names else ()


def _listed(names: Sequence[str], last: str) -> str:
    """Names as a sentence lists them: `A, B and C`."""
    return f" {last} ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
