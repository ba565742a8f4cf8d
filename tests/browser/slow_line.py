"""A slow line to the archive: each document comes in pieces, so that a browser may paint it in between."""

import re
import time
import urllib.request
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

EDGES = re.compile(rb"(?=<)|(?<=>)")
PIECES = 120  # after them comes the rest at once
TAGS = 7  # in a piece; no multiple of what repeats itself in a list, so that pieces end everywhere
PAUSE = 0.02  # longer than a frame


@contextmanager
def slow_line(origin, without=b""):
    """Serve what `origin` answers at an address of its own; `without` is left out of the documents."""

    class Line(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            with urllib.request.urlopen(origin + self.path) as answer:
                body, kind = answer.read(), answer.headers["Content-Type"]
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for piece in _pieces(body.replace(without, b"")) if kind.startswith("text/html") else [body]:
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
                time.sleep(PAUSE)
            self.wfile.write(b"0\r\n\r\n")

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Line) as server:
        server.daemon_threads, server.block_on_close = True, False
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _pieces(document):
    """Return the parts of a document: up to its body, a number of small ones, the rest."""
    head, body = document[: document.index(b"<body")], document[document.index(b"<body") :]
    edges = [0, *(edge.start() for edge in EDGES.finditer(body))][::TAGS][: PIECES + 1]
    return [head, *(body[here:there] for here, there in zip(edges, [*edges[1:], None], strict=True))]
