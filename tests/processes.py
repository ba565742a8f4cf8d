"""The archive in a process of its own, which reads an environment of its own."""

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
    """Run Python, such as `manage.py` and a command, and return what became of it."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=PROJECT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=preexec_fn,
    )


def visit(*paths, preexec_fn=None, **environment):
    """Ask a read-only archive for pages, for the desk that it has not, and for a change; return the status codes."""
    asked = run("-c", VISIT, *paths, *HIDDEN, preexec_fn=preexec_fn, READ_ONLY="1", **environment)
    assert asked.returncode == 0, asked.stderr
    return json.loads(asked.stdout)


def answers(*paths):
    """Return what a visit to pages that a read-only archive has must give."""
    shown, hidden = ({f"GET {path}": status for path in group} for group, status in ((paths, 200), (HIDDEN, 404)))
    return {**shown, **hidden, "POST /en/": 405, "cookies": 0}
