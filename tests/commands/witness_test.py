"""A journal that was rewritten, however well, is never believed: the register, a report, an export, an import and both
verifiers say where it differs, with both hashes and who knew; and it stands in no other session's way."""
import json
import os
import re
import shutil
import subprocess
import sys

import mutations
from program import COMPLETE, MEETING_B, Program


def by_python(program, folder, *words):
    script = os.path.join(program.source, "docs/verify_journal.py")
    return subprocess.run([sys.executable, script, *words, folder], capture_output=True, text=True, check=False)


def by_hamer(program, folder, *words):
    return subprocess.run(program.words("--lang", "en", "verify", folder, *words), capture_output=True, text=True, check=False,
                          env=program.environment())


def told(text):
    """Each difference as number, hash here and hash known."""
    return set(re.findall(r"entry (\d+) has hash (\S+) ?.*? in the journal here, and had hash ([0-9a-f]{64})", text))


def marks_of(program, session):
    """The marks that the device kept, in a copy as somebody would carry it off."""
    with open(f"{program.state}/marks/{session}.marks", encoding="ascii") as file:
        lines = file.read()
    path = program.folder.name + "/carried-off.marks"
    with open(path, "w", encoding="ascii") as file:
        file.write("# carried off on the evening itself\n\n" + lines)
    return path


def an_evening(*words):
    """A meeting that was handed over, twice, with a delivery, and another one the day after."""
    program = Program(*words)
    drop = program.folder.name + "/drop"
    os.makedirs(drop)
    if "HAMER_TEST_SERVER" not in os.environ:
        program.settings(deliver={"folder": drop})
    record = program.meeting()
    session = record.rsplit("-", 1)[0]
    program.run("walk", "--session", session, text='{"do":"note","with":{"text":"achteraf"}}\n')
    return program, session, record


def the_register_refuses(program, session, record):
    """Lists go on; the session is named with both hashes and left out; its facts stay those that were known."""
    known = json.loads(program.run("record", "show", record))
    assert known["police"][0]["number"] == "112", known["police"]
    assert session in program.errors and "verdwenen of veranderd" in program.errors, program.errors
    assert re.search("[0-9a-f]{64}", program.errors), program.errors
    for listing in (("record", "list"), ("deadlines", "--all"), ("register", "access")):
        program.run(*listing)
        assert session in program.errors, listing
    program.run("report", record, "-o", program.folder.name + "/r.pdf", status=1)
    assert not os.path.exists(program.folder.name + "/r.pdf")
    program.run("sessions", "export", session, "-o", program.folder.name + "/e.hamer", status=1)
    assert not os.path.exists(program.folder.name + "/e.hamer")
    program.run("log", session, status=1)


def each_rewriting_is_refused(*words):
    program, session, record = an_evening(*words)
    marks = marks_of(program, session)
    with open(marks, encoding="ascii") as file:
        assert len([line for line in file if line.startswith(session)]) >= 2, "each hand-over left a mark"
    folder = f"{program.data}/sessions/{session}"
    original = program.folder.name + "/original"
    shutil.copytree(folder, original)
    assert by_hamer(program, folder).returncode == 0, by_hamer(program, folder)
    assert by_python(program, folder, "--marks", marks).returncode == 0, by_python(program, folder, "--marks", marks)
    for mutation in [*mutations.REWRITTEN, *map(mutations.without_vouchers, mutations.REWRITTEN)]:
        shutil.rmtree(folder)
        shutil.copytree(original, folder)
        mutation(folder, session)
        mine, theirs = by_hamer(program, folder, "--marks", marks), by_python(program, folder, "--marks", marks)
        assert mine.returncode == theirs.returncode == 1, (mutation.__name__, mine, theirs)
        assert told(mine.stdout) == told(theirs.stdout) != set(), (mutation.__name__, mine.stdout, theirs.stdout)
        assert by_hamer(program, folder).returncode == 1, (mutation.__name__, "the register and the device know it too")
        the_register_refuses(program, session, record)
        # A meeting of the same evening gets in all the same.
        before = len(program.json("record", "list"))
        with open(os.path.join(program.source, MEETING_B), encoding="utf-8") as file:
            program.run("walk", text=file.read())
        assert len(program.json("record", "list")) > before, (mutation.__name__, "one bad session stops another")
    shutil.rmtree(folder)
    shutil.copytree(original, folder)
    assert json.loads(program.run("record", "show", record))["police"][0]["number"] == "112"
    assert program.errors == "", "put back, it is believed again"


def what_vouches_beside_it_is_checked(*words):
    program, session, _ = an_evening(*words)
    marks = marks_of(program, session)
    folder = f"{program.data}/sessions/{session}"
    original = program.folder.name + "/original"
    shutil.copytree(folder, original)
    for mutation in mutations.VOUCHERS:
        shutil.rmtree(folder)
        shutil.copytree(original, folder)
        mutation(folder, session)
        mine, theirs = by_hamer(program, folder, "--marks", marks), by_python(program, folder, "--marks", marks)
        assert mine.returncode == theirs.returncode == 1, (mutation.__name__, mine, theirs)


def any_one_witness_is_enough(*words):
    """With all others gone, each of them alone tells."""
    program, session, record = an_evening(*words)
    program.run("record", "set", record, text=json.dumps(COMPLETE))
    program.run("record", "complete", record, "--by", "griffier")
    program.run("deliver")
    drop = program.folder.name + "/drop"
    assert any(name.endswith(".json") for name in os.listdir(drop))
    folder = f"{program.data}/sessions/{session}"
    mutations.without_vouchers(mutations.rewritten_and_longer)(folder, session)
    places = {"register": program.data + "/register.db", "this device": program.state, "delivered": drop}
    for name, path in places.items():
        others = [each for each in places.values() if each != path]
        for each in others:
            os.rename(each, each + ".gone")
        done = by_hamer(program, folder)
        assert done.returncode == 1 and "DIFFERS" in done.stdout, (name, done)
        line = [each for each in done.stdout.splitlines() if "DIFFERS" in each]
        assert any(name in each for each in line), (name, done.stdout)
        for each in others:
            if os.path.exists(each):
                (shutil.rmtree if os.path.isdir(each) else os.remove)(each)
            os.rename(each + ".gone", each)
    os.rename(drop, drop + ".gone")
    done = by_hamer(program, folder)
    assert "not reached" in done.stdout and "could not tell" in done.stdout, done.stdout


def an_import_is_held_against_them(*words):
    program, session, _ = an_evening(*words)
    bundle = program.folder.name + "/evening.hamer"
    folder = f"{program.data}/sessions/{session}"
    # Somebody else's copy, with the clerk's marks of the true one.
    clerk = Program(*words)
    shutil.copytree(program.state, clerk.state)
    forger = Program(*words)
    shutil.copytree(program.data + "/sessions", forger.data + "/sessions")
    mutations.without_vouchers(mutations.rewritten_and_longer)(f"{forger.data}/sessions/{session}", session)
    forger.run("sessions", "export", session, "-o", bundle)
    clerk.run("sessions", "import", bundle, status=1)
    assert "verdwenen of veranderd" in clerk.errors and not os.path.exists(f"{clerk.data}/sessions/{session}")
    os.remove(bundle)
    program.run("sessions", "export", session, "-o", bundle)
    clerk.run("sessions", "import", bundle)
    assert by_hamer(clerk, f"{clerk.data}/sessions/{session}").returncode == 0
    assert os.path.exists(folder)


def it_is_said_in_dutch(*words):
    program, session, _ = an_evening(*words)
    mutations.rewritten_and_longer(f"{program.data}/sessions/{session}", session)
    said = program.run("--lang", "nl", "verify", session, status=1)
    assert "KLOPT NIET" in said and "volgens: het register" in said and "getuigen:" in said, said


def a_key_that_cannot_be_used_is_named(*words):
    """At each start, and by verify: the next mark would not be signed, and nobody would know."""
    program, session, _ = an_evening(*words)
    key = program.state + "/device-key.pem"
    with open(key, "w", encoding="ascii") as file:
        file.write("no key\n")
    program.run("record", "list")
    assert key in program.errors and "Ed25519" in program.errors, program.errors
    program.run("verify", session)
    assert key in program.errors, program.errors
    os.remove(key)
    program.run("verify", session)
    assert not program.errors and not os.path.exists(key), "it looks, and makes none"
    program.run("record", "list")
    assert not program.errors and os.path.exists(key), program.errors


def main():
    words = sys.argv[1:]
    each_rewriting_is_refused(*words)
    what_vouches_beside_it_is_checked(*words)
    an_import_is_held_against_them(*words)
    it_is_said_in_dutch(*words)
    a_key_that_cannot_be_used_is_named(*words)
    if "HAMER_TEST_SERVER" not in os.environ:
        any_one_witness_is_enough(*words)


if __name__ == "__main__":
    main()
