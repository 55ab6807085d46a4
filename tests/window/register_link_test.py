"""Dossier in the real window on a real PostgreSQL, whose link is cut, held and refused while the clerk works: nothing
typed is lost, the window goes on, and the link comes back by itself. Runs under register/on_postgresql.py. Exit status
0 when all of it holds.
"""
import os
import socket
import sys
import threading
import urllib.parse

from clerk import begin_record, reason, says_that_the_server_is_gone, type_reason, with_register
from desktop import until
from journey import arguments, expect, run


class Link:
    """Stands between Hamer and the server, and can be cut, held (nothing comes through any more) and refused."""

    def __init__(self, server):
        self.server = server
        self.flows = threading.Event()
        self.flows.set()
        self.pairs = []
        self.listener = None
        self.restore()

    def restore(self):
        self.listener = socket.create_server(("127.0.0.1", self.port() if self.pairs else 0), reuse_port=False)
        self.at = self.listener.getsockname()[1]
        threading.Thread(target=self.serve, args=(self.listener,), daemon=True).start()

    def port(self):
        return self.at

    def serve(self, listener):
        while True:
            try:
                client = listener.accept()[0]
            except OSError:
                return
            server = socket.create_connection(self.server)
            self.pairs.append((client, server))
            for source, target in ((client, server), (server, client)):
                threading.Thread(target=self.carry, args=(source, target), daemon=True).start()

    def carry(self, source, target):
        try:
            while data := source.recv(65536):
                self.flows.wait()
                target.sendall(data)
        except OSError:
            pass
        for end in (source, target):
            end.close()

    def cut(self):
        for pair in self.pairs:
            for end in pair:
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass  # it had ended

    def refuse(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.cut()


def journey(hamer):
    server = urllib.parse.urlsplit(os.environ["HAMER_TEST_SERVER"])
    link = Link((server.hostname, server.port))
    with_register(hamer, f"postgresql://{server.username}:{server.password}@127.0.0.1:{link.port()}/postgres")
    number = begin_record(hamer, "bedreigd op straat")
    hamer.start()
    hamer.click("dossier")
    hamer.click("records.0")
    hamer.click("tab.1")

    type_reason(hamer, "eerste")
    link.cut()
    hamer.click("save")
    until("the save in spite of the cut", lambda: reason(hamer, number) == "eerste")
    until("that it says so", lambda: hamer.shows("done"))
    expect("a link that was cut comes back by itself, and the save with it", not hamer.shows("problem"))

    type_reason(hamer, "tweede")
    link.flows.clear()
    hamer.click("save")
    until("the line that it waits", lambda: hamer.shows("waiting"))
    hamer.desktop.type(" en meer")
    hamer.click("waiting.do")
    until("what became of it", lambda: hamer.shows("problem") and "niet bekend" in hamer.label("problem"))
    link.flows.set()
    hamer.click("save")
    until("all that was typed in the register", lambda: "tweede" in reason(hamer, number))
    expect("what was typed while a server was silent is kept", True)

    until("nothing under way", lambda: hamer.shows("done") and not hamer.shows("waiting"))
    type_reason(hamer, "derde")
    link.refuse()
    hamer.click("save")
    says_that_the_server_is_gone(hamer, server.password)
    link.restore()

    def saved():
        """A tap within a second of the refusal is refused again, without asking the server."""
        if reason(hamer, number) == "derde":
            return True
        if hamer.seen()["save"].enabled:
            hamer.click("save")
        return False
    until("the last save", saved)
    expect("a server that was away takes the next save", True)

    link.refuse()
    hamer.click("back")
    until("the preparation", lambda: hamer.shows("begin"))
    expect("closing the window ends the program with status 0", hamer.close() == 0)


if __name__ == "__main__":
    if "HAMER_TEST_SERVER" not in os.environ:
        sys.exit("HAMER_TEST_SERVER is not set: run it by register/on_postgresql.py")
    sys.exit(run(arguments(__doc__).parse_args(), journey))
