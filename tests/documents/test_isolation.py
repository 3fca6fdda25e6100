"""What reading apart promises, with real processes: a file can hang, fill or crash only the process that reads it.

A hostile reader stands in for a hostile file where a test must not depend on a bug of a parser: `WORKER` code runs in the child
that `Workers` starts, in place of the readers.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from skillgap.documents import apart, begin, read
from skillgap.documents.apart import Workers
from skillgap.errors import (
    DamagedFile,
    MissingFile,
    ReaderCrashed,
    SkillgapError,
    TimedOut,
)
from skillgap.model import Document

from .samples import Sheet, docx, p

SOURCE = Path(__file__).resolve().parents[2] / "src"
PAGE = b"<html><body><h1>Developer</h1><ul><li>Python<li>Django</ul></body></html>"
WORKER = """
import os, time
from skillgap.documents import here
from skillgap.documents.worker import serve
from skillgap.model import Document
seen = []
def read(data, where):
    seen.append(where)
    {body}
    return Document(text=f"pid {{os.getpid()}}", format="html", source=where)
serve(read{more})
"""
SCRIPT = f"import skillgap; print(skillgap.read({PAGE!r}).text)"
"""Reads a page; it has no main guard."""

posix = pytest.mark.skipif(os.name != "posix", reason="signals and forks of POSIX")
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc, or needs the limit of memory")


def hostile(body: str, more: str = "", **options: float) -> Workers:
    """Processes whose reader runs `body` first, which sees `data`, `where` and the names `seen` so far."""
    return Workers(1, program=WORKER.format(body=body, more=more), **options)


def run(code: str, *options: str, stdin: int = subprocess.DEVNULL, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """A program of a user, to its end."""
    start = f"import sys; sys.path.insert(0, {str(SOURCE)!r})\n"
    command = [sys.executable, "-W", "error", *options, "-c", start + code]
    return subprocess.run(command, stdin=stdin, capture_output=True, text=True, timeout=60, check=False, cwd=cwd)


def reads(done: subprocess.CompletedProcess[str], times: int = 1) -> None:
    """Expect that a program printed the text of the page and nothing else."""
    assert (done.stdout, done.stderr, done.returncode) == ("Developer\n- Python\n- Django\n" * times, "", 0)


def children(pid: int | str = "self") -> dict[int, str]:
    """The child processes of a process, each with its state: `S` sleeps, `Z` is a zombie."""
    found = {}
    wanted = os.getpid() if pid == "self" else int(pid)
    for folder in Path("/proc").iterdir():
        try:
            state, parent, *_ = (folder / "stat").read_text().rpartition(")")[2].split()
        except (OSError, ValueError):
            continue
        if int(parent) == wanted:
            found[int(folder.name)] = state
    return found


def gone(pid: int, seconds: float = 10) -> bool:
    """Whether a process ends within a time; whoever adopts it may never ask for its exit code."""
    end = time.monotonic() + seconds
    while Path(f"/proc/{pid}").exists() and ") Z" not in Path(f"/proc/{pid}/stat").read_text():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


@pytest.fixture
def closing() -> Iterator[list[Workers]]:
    """Ends the processes of a test."""
    opened: list[Workers] = []
    yield opened
    for workers in opened:
        workers.close()


class TestAFile:
    def test_that_hangs_is_one_clear_error_and_costs_no_other(self, closing: list[Workers]) -> None:
        workers = hostile("while data == b'hang': pass", seconds=1.5)
        closing.append(workers)
        begun = time.monotonic()
        with pytest.raises(TimedOut, match=r"^cv\.pdf: reading it takes more than 1\.5 seconds; open it") as caught:
            workers.read(b"hang", "cv.pdf")
        assert time.monotonic() - begun < 4
        assert "\n" not in str(caught.value)
        assert workers.read(b"x", "next").source == "next"

    @linux
    def test_that_eats_memory_is_one_clear_error_and_costs_no_other(self, closing: list[Workers]) -> None:
        workers = hostile("eaten = [b'x' * 10_000_000 for _ in range(1000 if data == b'eat' else 1)]")
        closing.append(workers)
        with pytest.raises(ReaderCrashed, match=r"cv\.pdf: reading it takes more than 1,000 MB of memory; open it"):
            workers.read(b"eat", "cv.pdf")
        assert workers.read(b"x", "next").source == "next"

    @pytest.mark.parametrize("body", ["import ctypes; ctypes.string_at(0)", "os.abort()", "os._exit(3)"])
    def test_that_crashes_the_parser_is_one_clear_error_and_costs_no_other(self, body: str, closing: list[Workers]) -> None:
        workers = hostile(f"if data == b'crash': {body}")
        closing.append(workers)
        for data in (b"x", b"crash", b"x", b"x"):
            if data == b"x":
                assert workers.read(data, "good").source == "good"
            else:
                with pytest.raises(ReaderCrashed, match=r"^cv\.pdf: it crashes the reader or takes .* memory; open it"):
                    workers.read(data, "cv.pdf")

    def test_does_not_pay_for_the_one_before_that_broke_the_process(self, closing: list[Workers]) -> None:
        workers = hostile("if len(seen) > 1: os.abort()")
        closing.append(workers)
        texts = [workers.read(b"x", "cv.pdf").text for _ in range(3)]
        assert len(set(texts)) == 3

    def test_that_fails_in_an_unforeseen_way_says_how(self, closing: list[Workers]) -> None:
        workers = hostile("raise KeyError(where)")
        closing.append(workers)
        with pytest.raises(ReaderCrashed, match=r"unforeseen way \(KeyError: 'cv.pdf'\)"):
            workers.read(b"x", "cv.pdf")

    @pytest.mark.parametrize(
        "data",
        [
            b"%PDF-1.7 broken",
            b"PK\x03\x04broken",
            b"<html><script>var x</script></html>",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            b'{"a": "Python"}',
            b"<html>" + b"Python developer " * 100_000,
        ],
    )
    def test_that_cannot_be_read_gives_the_same_error_as_in_this_process(self, data: bytes) -> None:
        caught = []
        for isolated in (True, False):
            with pytest.raises(SkillgapError) as error:
                read(data, name="cv é.pdf", isolated=isolated)
            caught.append((type(error.value), str(error.value)))
        assert caught[0] == caught[1]

    def test_gives_the_same_document_as_in_this_process_with_its_warnings(self) -> None:
        sheet = Sheet()
        sheet.lines(50, 50, ["Skills", "Python, C#, Zürich, naïve"])
        sheet.page()
        sheet.canvas.rect(10, 10, 500, 500, fill=1)
        pdf = sheet.pdf()
        for data in (
            pdf,
            docx(p("Python"), p("Django", style="H1")),
            PAGE,
            "<p>Caf\u00c3\u00a9 Python \U0001f600".encode(),
        ):
            assert read(data, name="x.html") == read(data, name="x.html", isolated=False)
        assert read(pdf).warnings

    def test_of_plain_text_starts_no_process(self) -> None:
        code = """
import skillgap
for text in (b"Python developer", b"# Skills\\n\\n- Python\\n- Go", "R\\xe9sum\\xe9 Python".encode("cp1252")):
    skillgap.read(text)
print([name for name in sys.modules if name in ("skillgap.documents.apart", "subprocess", "json", "lxml")])
"""
        assert run(code).stdout == "[]\n"

    def test_of_much_plain_text_is_read_apart_too(self) -> None:
        code = "import skillgap; skillgap.read(b'Python ' * 100_000); print('skillgap.documents.apart' in sys.modules)"
        assert run(code).stdout == "True\n"


class TestTheProcess:
    def test_is_one_for_many_files(self, closing: list[Workers]) -> None:
        workers = hostile("pass")
        closing.append(workers)
        assert len({workers.read(b"x", str(number)).text for number in range(200)}) == 1

    def test_is_replaced_when_it_has_read_enough(self, closing: list[Workers]) -> None:
        workers = hostile("pass", ", files=3")
        closing.append(workers)
        assert len({workers.read(b"x", str(number)).text for number in range(9)}) == 3

    @linux
    def test_is_replaced_when_it_has_grown(self, closing: list[Workers]) -> None:
        workers = hostile("seen.append(bytearray(b'x') * 100_000_000)")
        closing.append(workers)
        assert len({workers.read(b"x", str(number)).text for number in range(6)}) == 2

    @posix
    def test_that_was_killed_while_it_waited_costs_no_file(self, closing: list[Workers]) -> None:
        workers = hostile("pass")
        closing.append(workers)
        first = workers.read(b"x", "a").text
        os.kill(int(first.split()[1]), signal.SIGKILL)
        assert workers.read(b"x", "b").text != first

    def test_loads_no_pipeline(self, closing: list[Workers]) -> None:
        heavy = "[name for name in ('spacy', 'pandas', 'pydantic', 'numpy', 'rich') if name in sys.modules]"
        sheet = Sheet()
        sheet.line(50, 50, "Python")
        workers = hostile(f"import sys; here.read(data, where); return Document(text=str({heavy}))")
        closing.append(workers)
        for data in (PAGE, docx(p("Python")), sheet.pdf()):
            assert workers.read(data, "x").text == "[]"

    @pytest.mark.parametrize(
        "body",
        [
            "open('/etc/hostname')",
            "open(os.path.expanduser('~/x'), 'w')",
            "import socket; socket.create_connection(('127.0.0.1', 9))",
            "import subprocess; subprocess.run(['true'])",
            "os.system('true')",
            "import pickle; pickle.loads(pickle.dumps(Document))",
            "import urllib.request; urllib.request.urlopen('file:///etc/hostname')",
        ],
    )
    def test_opens_and_starts_nothing(self, body: str, closing: list[Workers]) -> None:
        workers = hostile(f"""
    try:
        {body}
    except OSError as error:
        return Document(text=f"{{error}}")""")
        closing.append(workers)
        assert "not opened: " in (text := workers.read(b"x", "x").text) or "not done: " in text

    @pytest.mark.parametrize(
        "answer",
        [
            "b'{}'",
            "b'no JSON'",
            "b'[' * 100_000",
            """b'{"last": false, "document": ["text"]}'""",
            """b'{"last": false, "document": [1, [], [], [], "html", "x", null, null]}'""",
            """b'{"last": false, "error": ["SystemExit", "what", null, null]}'""",
        ],
    )
    def test_that_a_file_has_taken_over_can_say_nothing_but_documents_and_errors(
        self, answer: str, closing: list[Workers]
    ) -> None:
        program = f"""
import sys
from skillgap.documents import wire
out, requests = open(1, "wb", 0), open(0, "rb", 0)
wire.send(out, wire.GREETING)
for _ in range(2): wire.receive(requests, 1000)
wire.send(out, {answer})
"""
        workers = Workers(1, program=program)
        closing.append(workers)
        with pytest.raises(ReaderCrashed):
            workers.read(b"x", "x")

    def test_that_answers_without_end_is_cut_off(self, closing: list[Workers]) -> None:
        program = """
from skillgap.documents import wire
out = open(1, "wb", 0)
wire.send(out, wire.GREETING)
out.write((1 << 50).to_bytes(8, "big"))
while True: out.write(b"x" * 65536)
"""
        workers = Workers(1, program=program)
        closing.append(workers)
        with pytest.raises(ReaderCrashed):
            workers.read(b"x", "x")

    def test_that_does_not_start_is_said_to(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for program in ("no such program", "true"):
            monkeypatch.setattr(sys, "executable", program)
            with pytest.raises(ReaderCrashed, match="does not start; run it with a Python interpreter"):
                Workers(1).read(PAGE, "x.html")


class TestItWorks:
    @pytest.mark.parametrize("options", [(), ("-I",), ("-E", "-s"), ("-X", "dev"), ("-O",)])
    def test_from_a_script_without_a_main_guard(self, options: tuple[str, ...]) -> None:
        reads(run(SCRIPT, *options))

    def test_from_a_notebook(self) -> None:
        reads(run(f"exec(compile({SCRIPT!r}, '<cell>', 'exec'), {{'__name__': '__main__'}})"))

    def test_from_threads_at_once(self) -> None:
        code = f"""
import threading, skillgap
texts = []
threads = [threading.Thread(target=lambda: texts.append(skillgap.read({PAGE!r}).text)) for _ in range(12)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print("\\n".join(texts))
"""
        reads(run(code), 12)

    @pytest.mark.parametrize(
        "method", [m for m in ("fork", "spawn", "forkserver") if m in multiprocessing.get_all_start_methods()]
    )
    def test_from_a_daemonic_worker(self, method: str, tmp_path: Path) -> None:
        script = tmp_path / "script.py"
        script.write_text(f"""
import multiprocessing, sys
sys.path.insert(0, {str(SOURCE)!r})
import skillgap
def work(number): return skillgap.read({PAGE!r}).text
if __name__ == "__main__":
    skillgap.read({PAGE!r})
    with multiprocessing.get_context({method!r}).Pool(2) as pool:
        print("\\n".join(pool.map(work, range(4))))
    print(skillgap.read({PAGE!r}).text)
""")
        done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60, check=False)
        reads(done, 5)

    @posix
    def test_in_a_fork_and_in_its_parent_after_it(self) -> None:
        code = f"""
import os, skillgap
skillgap.read({PAGE!r})
pid = os.fork()
print(skillgap.read({PAGE!r}).text, flush=True)
if pid: sys.exit(os.waitpid(pid, 0)[1])
"""
        reads(run(code), 2)

    @posix
    def test_in_a_folder_that_is_gone(self, tmp_path: Path) -> None:
        folder = tmp_path / "gone"
        folder.mkdir()
        reads(run(f"import os; os.rmdir({str(folder)!r})\n{SCRIPT}", cwd=folder))

    def test_whatever_lies_in_the_current_folder(self, tmp_path: Path) -> None:
        for name in ("lxml", "json", "skillgap", "faulthandler"):
            (tmp_path / f"{name}.py").write_text("raise SystemExit('taken over')")
        reads(run(f"sys.path.remove('')\n{SCRIPT}", cwd=tmp_path))

    @posix
    def test_without_standard_streams(self, tmp_path: Path) -> None:
        code = f"""
import os, sys
sys.path.insert(0, {str(SOURCE)!r})
for number in range(3): os.close(number)
import skillgap
open({str(tmp_path / "out")!r}, "w").write(skillgap.read({PAGE!r}).text)
os._exit(0)
"""
        subprocess.run([sys.executable, "-c", code], timeout=60, check=True)
        assert (tmp_path / "out").read_text().startswith("Developer")

    def test_in_a_frozen_program_without_protection_and_says_so(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        monkeypatch.setattr(sys, "stdin", None)
        monkeypatch.setattr(apart, "Workers", None)
        assert [notice.code for notice in read(PAGE).warnings] == ["unprotected"]

    def test_while_something_else_is_done(self, tmp_path: Path) -> None:
        (tmp_path / "cv.html").write_bytes(PAGE)
        (tmp_path / "job.txt").write_text("Python developer")
        paths = (tmp_path / "cv.html", tmp_path / "job.txt", tmp_path / "cv.html")
        assert begin(*paths).result() == tuple(map(read, paths))

    def test_to_begin_with_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(MissingFile):
            begin(PAGE, tmp_path / "none.pdf")
        reading = begin(PAGE, b"%PDF-1.7 broken")
        with pytest.raises(DamagedFile):
            reading.result()


@linux
class TestNothingIsLeft:
    def test_when_the_program_ends(self) -> None:
        code = f"""
import skillgap, threading
from pathlib import Path
skillgap.read({PAGE!r})
print(Path(f"/proc/self/task/{{threading.get_native_id()}}/children").read_text())
"""
        done = run(code, "-X", "dev")
        assert (done.stderr, done.returncode) == ("", 0)
        (worker,) = map(int, done.stdout.split())
        assert gone(worker, 0)

    def test_when_it_is_killed(self) -> None:
        code = f"""
import sys; sys.path.insert(0, {str(SOURCE)!r})
import skillgap; skillgap.read({PAGE!r}); print(1, flush=True); input()
"""
        with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
            assert program.stdout is not None
            program.stdout.readline()
            (worker,) = children(program.pid)
            program.kill()
        assert gone(worker)

    @pytest.mark.slow
    def test_when_it_is_killed_while_a_file_hangs(self) -> None:
        code = f"""
import sys; sys.path.insert(0, {str(SOURCE)!r})
from skillgap.documents.apart import Workers
Workers(1, program={WORKER.format(body="while True: pass", more="")!r}).read(b"x", "x")
"""
        with subprocess.Popen([sys.executable, "-c", code]) as program:
            time.sleep(1)
            (worker,) = children(program.pid)
            program.kill()
        assert gone(worker, 40)

    def test_of_files_that_hung_or_crashed(self, closing: list[Workers]) -> None:
        before = set(children())
        workers = hostile("os.abort() if data == b'crash' else time.sleep(60)", seconds=0.7)
        closing.append(workers)
        for data in (b"crash", b"hang", b"crash"):
            with pytest.raises((ReaderCrashed, TimedOut)):
                workers.read(data, "x")
        assert set(children()) == before

    def test_after_control_c_which_only_the_program_hears(self) -> None:
        code = f"""
import signal, sys; sys.path.insert(0, {str(SOURCE)!r})
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts what it runs in the background without
from skillgap.documents.apart import Workers
workers = Workers(1, program={WORKER.format(body="if data == b'hang': time.sleep(60)", more="")!r})
for data in (b"x", b"hang", b"x"):
    try:
        print(workers.read(data, "x").text, flush=True)
    except KeyboardInterrupt:
        print("interrupted", flush=True)
"""
        command = [sys.executable, "-c", code]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        ) as program:
            assert program.stdout is not None
            first = program.stdout.readline()
            time.sleep(0.3)
            os.killpg(program.pid, signal.SIGINT)
            out, err = program.communicate(timeout=20)
        assert err == ""
        assert out.startswith("interrupted\npid ")
        assert first not in out


def test_one_after_the_other_where_there_are_more_threads_than_processes(closing: list[Workers]) -> None:
    workers = hostile("time.sleep(0.01)")
    closing.append(workers)
    found: list[Document] = []
    threads = [threading.Thread(target=lambda: found.append(workers.read(b"x", "x"))) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 10
    assert len({document.text for document in found}) == 1
