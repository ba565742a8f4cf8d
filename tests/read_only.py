"""A visit to a read-only archive, in a process that reads the environment of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
HIDDEN = ("/en/admin/", "/admin/", "/en/admin/login/")
VISIT = """
import json, sys
import django
django.setup()
from django.test import Client
client = Client(headers={"host": "127.0.0.1"})
asked = {f"GET {path}": client.get(path).status_code for path in sys.argv[1:]}
asked["POST /en/"] = client.post("/en/").status_code
asked["cookies"] = len(client.cookies)
print(json.dumps(asked))
"""


def run(*arguments, preexec_fn=None, **environment):
    """Run Python with READ_ONLY set and return what became of it."""
    environment = os.environ | {"READ_ONLY": "1"} | environment
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False, preexec_fn=preexec_fn
    )


def visit(*paths, preexec_fn=None, **environment):
    """Ask for pages, for the desk that is not there, and for a change; return the answers' status codes."""
    asked = run("-c", VISIT, *paths, *HIDDEN, preexec_fn=preexec_fn, **environment)
    assert asked.returncode == 0, asked.stderr
    return json.loads(asked.stdout)


def answers(*paths):
    """Return what a visit to these pages has to give."""
    shown, hidden = ({f"GET {path}": status for path in group} for group, status in ((paths, 200), (HIDDEN, 404)))
    return {**shown, **hidden, "POST /en/": 405, "cookies": 0}
