#!/bin/sh
# Makes .venv in this checkout and installs skillgap into it, editable, with the extras named ("" for none).
# A second call with the same extras and an unchanged pyproject.toml does nothing. The system's Python is never touched.
set -eu
extras=${1:-}
CDPATH='' cd -- "$(dirname -- "$0")/.."
# what the caller's shell has for other projects would lead pip and python out of .venv
unset PYTHONHOME PYTHONPATH PIP_TARGET PIP_PREFIX PIP_REQUIRE_VIRTUALENV
export PIP_USER=0

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

# whether .venv has skillgap, and that of this checkout (a copied .venv leads back to where it was made)
is_installed() {
    .venv/bin/python -c 'import os, skillgap, sys; sys.exit(not os.path.samefile(skillgap.__path__[0], "src/skillgap"))' 2>/dev/null
}

stamp=".venv/.skillgap-$(printf '%s' "$extras" | tr ',' '-')"
if [ -x .venv/bin/python ] && [ -f "$stamp" ] && cmp -s pyproject.toml "$stamp" && is_installed; then
    exit 0
fi

if ! suits .venv/bin/python || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    if ! python=$(find_python); then
        say "no Python 3.11 or later found; install one, or name it: make PYTHON=/path/to/python3.12 ..."
        exit 2
    fi
    if ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
        say "$python has no venv module; install it (Debian: apt install python3-venv) and try again"
        exit 2
    fi
    rm -rf .venv
    if ! "$python" -m venv .venv >/dev/null 2>&1; then
        rm -rf .venv
        say "$python could not make .venv; see what it says to: $python -m venv .venv"
        exit 2
    fi
fi

printf 'skillgap: installing into .venv (once; takes about a minute)\n'
log=.venv/install.log
if ! .venv/bin/python -m pip install --disable-pip-version-check --quiet --editable ".${extras:+[$extras]}" >"$log" 2>&1; then
    if grep -Eqi 'connection|timed out|name resolution|no matching distribution|proxy|ssl' "$log"; then
        say "no package index can be reached; check the network, or name one: make PIP_INDEX_URL=https://... (details: .venv/install.log)"
    else
        say "pip could not install skillgap; see .venv/install.log, or remove .venv and try again"
    fi
    exit 2
fi
cp pyproject.toml "$stamp"
