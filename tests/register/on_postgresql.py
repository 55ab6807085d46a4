"""Runs a program with a PostgreSQL of its own: started here from Debian's package, on loopback, gone afterwards.

    on_postgresql.py [--pooler session|transaction] [--long] PROGRAM [ARGUMENT…]

The program finds the server in HAMER_TEST_SERVER, as postgresql://user:password@127.0.0.1:port/postgres, where the user
may make databases and roles. With a pooler, HAMER_TEST_POOLER is the same by way of pgbouncer in that mode. With --long it is left out, as skipped, unless HAMER_TEST_LONG is set.
"""
import contextlib
import os
import subprocess
import sys

from postgresql import Pooler, Server


def main():
    words = sys.argv[1:]
    mode = None
    if words[0] == "--pooler":
        mode, words = words[1], words[2:]
    if words[0] == "--long":
        if not os.environ.get("HAMER_TEST_LONG"):
            print("skipped: ./dev test --long runs it")
            return 77
        words = words[1:]
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(Server())
        found = {"HAMER_TEST_SERVER": server.url()}
        if mode:
            found["HAMER_TEST_POOLER"] = stack.enter_context(Pooler(server.port, server.password, mode)).url()
        return subprocess.run(words, env={**os.environ, **found}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
