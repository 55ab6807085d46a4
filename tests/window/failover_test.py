"""The primary of two servers is killed while two desks and a window save: nothing that was acknowledged is lost, what
is typed in the window stays, and the window goes on within two seconds of the standby's promotion. Exit status 0 when
all of it holds.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "register"))

from clerk import begin_record, says_that_the_server_is_gone, type_reason, with_register
from desktop import DEADLINE, until
from journey import arguments, expect, run
from postgresql import Server

GOES_ON = 2  # seconds after the promotion
SAVES = 3  # that each desk has done when the primary is killed, and does afterwards


class Desk:
    """Saves one record again and again by `hamer record set`, on a data folder of its own, and keeps what was
    acknowledged."""

    def __init__(self, hamer, number, folder):
        self.words = [str(folder) if word == str(hamer.folder / "data") else word for word in hamer.words]
        self.environment = hamer.environment
        self.number = number
        self.acknowledged = []
        self.refused = []
        self.stopped = False
        self.thread = threading.Thread(target=self.work)

    def work(self):
        count = 0
        while not self.stopped:
            count += 1
            text = f"poging {count}"
            done = subprocess.run([*self.words, "record", "set", self.number], input=json.dumps({"reason": text}),
                                  text=True, capture_output=True, env=self.environment, timeout=DEADLINE, check=False)
            if done.returncode == 0:
                self.acknowledged.append(text)
            else:
                self.refused.append(done.stderr)

    def stop(self):
        self.stopped = True
        self.thread.join()


def saved_reasons(server, number):
    """Of all revisions."""
    answer = server.sql("SELECT json_agg(body::json -> 'dossier' ->> 'reason') FROM record_revision"
                        f" WHERE record_id = '{number}'")
    return set(json.loads(answer))


def play(hamer, primary, standby, folders):
    with_register(hamer, f"postgresql://tester:{primary.password}@127.0.0.1:{primary.port},127.0.0.1:{standby.port}"
                         "/postgres?target_session_attrs=read-write")
    number = begin_record(hamer, "bedreigd op straat")
    desks = [Desk(hamer, begin_record(hamer, f"geroep {i}"), folder) for i, folder in enumerate(folders)]
    hamer.start()
    hamer.click("dossier")
    until("the records", lambda: hamer.shows("records.2"))
    hamer.click("records.2")  # the latest are on top
    hamer.click("tab.1")
    type_reason(hamer, "voor de storing")
    hamer.click("save")
    until("the first save", lambda: hamer.shows("done"))

    for desk in desks:
        desk.thread.start()
    try:
        for desk in desks:
            until("saves of both desks", lambda desk=desk: len(desk.acknowledged) >= SAVES)
        type_reason(hamer, "tijdens de storing")
        primary.kill()
        hamer.click("save")
        says_that_the_server_is_gone(hamer, primary.password)

        standby.promote()
        promoted = time.monotonic()

        def goes_on():
            """By the next act, as soon as there may be one."""
            seen = hamer.seen()
            if "done" in seen and "problem" not in seen:
                return True
            if "save" in seen and seen["save"].enabled:
                hamer.click("save")
            return False
        until("the save after the promotion", goes_on)
        took = time.monotonic() - promoted
        before = [len(desk.acknowledged) for desk in desks]
        for desk, count in zip(desks, before):
            until("saves of both desks after it", lambda desk=desk, count=count:
                  len(desk.acknowledged) >= count + SAVES)
    finally:
        for desk in desks:
            desk.stop()

    reasons = saved_reasons(standby, number)
    expect("what was typed in the window is saved", {"voor de storing", "tijdens de storing"} <= reasons)
    for desk in desks:
        lost = set(desk.acknowledged) - saved_reasons(standby, desk.number)
        expect(f"nothing of {len(desk.acknowledged)} acknowledged saves is lost {sorted(lost)}", not lost)
        expect("no advice that destroys", not any("kopie" in one for one in desk.refused))
    # How busy this machine is, shows in what one command takes.
    begun = time.monotonic()
    hamer.run("record", "list")
    expect(f"the window went on {took:.1f} s after the promotion", took < GOES_ON + time.monotonic() - begun)
    expect("closing the window ends the program with status 0", hamer.close() == 0)


def journey(hamer):
    with Server() as primary, Server(standby_of=primary) as standby, \
            tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        primary.replicate_to_standby()
        play(hamer, primary, standby, [one, other])


if __name__ == "__main__":
    sys.exit(run(arguments(__doc__).parse_args(), journey))
