"""A register by way of pgbouncer: several desks at once with a link for a session or for a transaction; a pooler that is
gone; and one that lends a link for a single statement, by which nothing is stored: never with advice that destroys.
"""
import json
import os
import pathlib
import subprocess
import sys
import threading

from program import Program

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "register"))
from postgresql import Pooler, Server

DESKS = 4
TIMES = 5


def with_register(program, url):
    program.settings(register=url)
    os.chmod(program.config, 0o600)  # it holds a password
    return program


def desk(program, record, failed):
    """Reads and writes, as a clerk does."""
    for time in range(TIMES):
        for words, text in ((["record", "list"], ""), (["record", "set", record], json.dumps({"reason": f"de {time}e"})),
                            (["record", "show", record], ""), (["deadlines"], "")):
            done = subprocess.run(program.words(*words), input=text, text=True, capture_output=True,
                                  env=program.environment(), check=False)
            if done.returncode not in (0, 1) or done.stderr:
                failed.append((words, done.stderr))


def several_desks(hamer, source, url):
    programs = [with_register(Program(hamer, source), url) for _ in range(DESKS)]
    records = [program.run("record", "new", "--what", "bedreigd", "--affected", "council-member").strip()
               for program in programs]
    failed = []
    threads = [threading.Thread(target=desk, args=(*each, failed)) for each in zip(programs, records)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed, failed
    for program, record in zip(programs, records):
        assert json.loads(program.run("record", "show", record))["revision"] == TIMES + 1, record
    return programs[0], records[0]


def a_link_for_a_statement_stores_nothing_and_destroys_nothing(hamer, source, url, record):
    program = with_register(Program(hamer, source), url)
    program.run("record", "set", record, text='{"reason": "anders"}', status=3)
    assert "copy" not in program.errors and "kopie" not in program.errors, program.errors


def main():
    hamer, source = sys.argv[1:]
    with Server() as server:
        with_register(Program(hamer, source), server.url()).run("record", "list")
        for mode in ("session", "transaction"):
            with Pooler(server.port, server.password, mode) as pooler:
                program, record = several_desks(hamer, source, pooler.url())
            program.run("record", "list", status=3)
            assert "kopie" not in program.errors, program.errors
        with Pooler(server.port, server.password, "statement") as pooler:
            a_link_for_a_statement_stores_nothing_and_destroys_nothing(hamer, source, pooler.url(), record)


if __name__ == "__main__":
    main()
