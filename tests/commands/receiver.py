"""A server that takes CloudEvents as an unreliable one would: it fails, stalls, forgets to answer, and answers twice."""
import http.server
import json
import random
import threading


class Receiver:
    """`troubles` are drawn by chance for each request, from a fixed seed; none when it is empty."""

    def __init__(self, troubles=(), seed=1):
        self.events = {}     # by (source, id): the body
        self.conflicts = []  # the same id with another body
        self.requests = 0
        self.headers = []
        self.troubles = list(troubles)
        self.reason = b""     # the body of a refusal
        self.leads_to = None  # another address, where it sends whoever asks
        self._scheme = "http"
        self.released = threading.Event()
        self._random = random.Random(seed)
        self._lock = threading.Lock()
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                receiver.take(self)

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"{self._scheme}://127.0.0.1:{self._server.server_address[1]}/events"

    def secure(self, context):
        """From now on over TLS, with the context's certificate."""
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self._scheme = "https"
        self._server.handle_error = lambda *_: None  # who does not trust the certificate goes away in the middle

    def take(self, handler):
        body = handler.rfile.read(int(handler.headers["Content-Length"]))
        with self._lock:
            self.requests += 1
            self.headers.append(dict(handler.headers))
            trouble = self._random.choice(self.troubles) if self.troubles else None
            if self.leads_to:
                return self.answer(handler, 307, self.leads_to)
            if trouble in (400, 422, 429, 500, 503):
                return self.answer(handler, trouble, body=self.reason)
            if trouble == "close before":
                return handler.connection.close()
            event = json.loads(body)
            key = (event["source"], event["id"])
            if self.events.setdefault(key, body) != body:
                self.conflicts.append(key)
        if trouble == "stall":
            self.released.wait(20)
        if trouble == "close after":
            return handler.connection.close()
        self.answer(handler, 202)
        if trouble == "answer twice":
            handler.wfile.write(b"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n")

    @staticmethod
    def answer(handler, status, location=None, body=b""):
        try:
            handler.send_response(status)
            if location:
                handler.send_header("Location", location)
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)
        except OSError:
            pass  # it was killed

    def stop(self):
        self.released.set()
        self._server.shutdown()
