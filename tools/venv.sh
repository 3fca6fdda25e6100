#!/bin/sh
# Makes .venv in this checkout and installs skillgap into it, editable, with the extras named ("" for none).
# A second call with the same extras and an unchanged pyproject.toml does nothing. The system's Python is never touched.
set -eu
extras=${1:-}
cd "$(dirname "$0")/.."

say() { printf 'skillgap: %s\n' "$*" >&2; }

suits() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for name in "${PYTHON:-}" python3.13 python3.12 python3.11 python3 python3.14 python; do
        if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && suits "$name"; then
            command -v "$name"
            return
        fi
    done
    return 1
}

stamp=".venv/.skillgap-$(printf '%s' "$extras" | tr ',' '-')"
if [ -x .venv/bin/python ] && [ -f "$stamp" ] && cmp -s pyproject.toml "$stamp" && .venv/bin/python -c 'import skillgap' 2>/dev/null; then
    exit 0
fi

if [ ! -x .venv/bin/python ] || ! suits .venv/bin/python; then
    if ! python=$(find_python); then
        say "no Python 3.11 or later found; install one, or name it: make PYTHON=/path/to/python3.12 ..."
        exit 2
    fi
    if ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
        say "$python has no venv module; install it (Debian: apt install python3-venv) and try again"
        exit 2
    fi
    say "making .venv with $python"
    rm -rf .venv
    if ! "$python" -m venv .venv; then
        say "$python could not make .venv; see the message above"
        exit 2
    fi
fi

say "installing into .venv (once; takes about a minute)"
log=.venv/install.log
if ! .venv/bin/python -m pip install --disable-pip-version-check --quiet --editable ".${extras:+[$extras]}" >"$log" 2>&1; then
    tail -n 3 "$log" >&2
    say "pip could not install; check that a package index can be reached (all of it: .venv/install.log)"
    exit 2
fi
cp pyproject.toml "$stamp"
