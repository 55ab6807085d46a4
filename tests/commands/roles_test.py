"""The clerk's desk and the secretary's on one server: who begins what, and what psql can do with a desk's password.

Needs a server (HAMER_TEST_SERVER, register/on_postgresql.py); without one it is skipped.
"""
import json
import os
import subprocess
import sys

from program import Program

SERVER = os.environ.get("HAMER_TEST_SERVER")

# Rows of one's own record, put into another's.
FORGE = """
insert into record_revision select '{other}', {revision}, made_at, journal_head, content_sha256, body_sha256,
  replace(body, '{own}', '{other}') from record_revision where record_id = '{own}' limit 1;
insert into delivery (record_id, revision, target, state, attempts, next_ms, problem)
  values ('{other}', {revision}, 'folder', 'waiting', 0, 0, '');
insert into duty (record_id, kind, person, starts, due, due_ms, advice, done_by)
  values ('{other}', 'first-talk', 'p9', '', '', 0, 0, '');
insert into access (at, at_ms, who, what, record_id) values ('', 0, 'vera', 'open', '{other}');
insert into erasure (at, who, record_id, person, why) values ('', 'vera', '{other}', '', '');
"""


def psql(place, text):
    return subprocess.run(["psql", "-XAtq", place, "-c", text], capture_output=True, text=True, check=False)


def place_of(user, password="geheim"):
    return f"postgresql://{user}:{password}@{SERVER.split('@')[1]}"


def desk(program, user):
    program.settings(register=place_of(user))


def the_secretary_begins_a_record(program):
    desk(program, "sanne")
    program.run("record", "new", "--what", "bedreigd", status=1)
    assert "--affected" in program.errors, program.errors
    program.run("record", "new", "--what", "bedreigd", "--affected", "council-member", status=1)
    program.run("record", "new", "--what", "bedreigd", "--affected", "king", status=2)
    record = program.run("record", "new", "--what", "wethouder bedreigd", "--affected", "alderman").strip()
    assert [one["id"] for one in program.json("record", "list")] == [record]
    assert json.loads(program.run("record", "show", record))["dossier"]["persons"][0]["office"] == "alderman"
    desk(program, "gijs")
    assert program.json("record", "list") == [], "it was never the clerk's"
    program.run("record", "show", record, status=1)
    return record


def each_office_begins_in_its_own_line(program):
    """Who may begin a record of whom, and that no later step takes it out of the line of who does it."""
    # The mayor's incidents are both lines'.
    may = {"sanne": {"alderman", "mayor"}, "gijs": {"council-member", "committee-member", "mayor", "official", "public"}}
    for user, offices in may.items():
        desk(program, user)
        for office in ("council-member", "committee-member", "alderman", "mayor", "official", "public"):
            before = psql(SERVER, "select count(*) from record").stdout
            begun = program.run("record", "new", "--what", "bedreigd", "--affected", office,
                                status=0 if office in offices else 1).strip()
            if not begun:
                assert psql(SERVER, "select count(*) from record").stdout == before, "nothing half-begun stays"
                continue
            program.run("record", "set", begun, text='{"reason": "woningbouw"}')
            other = "alderman" if user == "gijs" else "council-member"
            persons = json.dumps({"persons": [{"id": "p1", "role": "affected", "office": other}]})
            program.run("record", "set", begun, text=persons, status=1)
            record = json.loads(program.run("record", "show", begun))
            assert record["revision"] == 2 and record["dossier"]["persons"][0]["office"] == office, record


def nothing_is_forged_into_the_others_line(program, other):
    desk(program, "gijs")
    own = program.run("record", "new", "--what", "raadslid bedreigd").strip()
    tables = "record_revision", "delivery", "duty", "access", "erasure"
    counted = "select " + ",".join(f"(select count(*) from {table})" for table in tables)
    before = psql(SERVER, counted).stdout
    for revision in (1, 2, 7):
        for statement in FORGE.format(own=own, other=other, revision=revision).split(";"):
            if statement.strip():
                done = psql(place_of("gijs"), statement)
                assert done.returncode and "row-level security" in done.stderr, (statement, done.stdout, done.stderr)
    assert psql(SERVER, counted).stdout == before
    desk(program, "sanne")
    program.run("record", "set", other, text='{"reason": "woningbouw"}')


def the_log_names_the_servers_user(program, record):
    desk(program, "sanne")
    program.run("record", "show", record)
    assert {one["who"] for one in program.json("register", "access", record)} == {"sanne"}


def each_desk_notes_what_its_own_line_learnt(program):
    desk(program, "sanne")
    program.run("record", "new", "--learning", "training", "--day", "12-3-2026", "--present", "council", "--what", "x", status=1)
    assert "--present college" in program.errors, program.errors
    own = program.run("record", "new", "--learning", "training", "--day", "12-3-2026", "--present", "college", "--what", "x").strip()
    desk(program, "gijs")
    program.run("record", "show", own, status=1)
    assert program.json("register", "year", "2026")["learning"] == []


def each_desk_destroys_what_it_sees_and_says_so(program):
    old = {}
    for user, office in (("gijs", "council-member"), ("sanne", "alderman")):
        desk(program, user)
        old[user] = program.run("record", "new", "--what", "bedreigd", "--affected", office, "--started", "12-3-2015 20:00").strip()
    desk(program, "gijs")
    statement = program.run("--lang", "nl", "erase", "--past-retention", "--yes")
    assert old["gijs"] in statement and old["sanne"] not in statement and "Wat alleen anderen zien, is niet vernietigd." in statement, statement
    assert old["gijs"] not in program.run("record", "list")
    desk(program, "sanne")
    assert old["sanne"] in program.run("record", "list"), "it was not of the clerk's line"


def a_password_is_in_no_message(program):
    for password in ("gehe@imwoord", "gehe/imwoord", "gehe:imwoord", "gehe imwoord", "gehe%imwoord", "gehe?imwoord"):
        psql(SERVER, f"alter role gijs password '{password}'")
        program.settings(register=place_of("gijs", password))
        program.run("record", "list")
        for place in (place_of("gijs", "x" + password), place_of("gijs", password).replace("@127.0.0.1", "@nergens.invalid"),
                      place_of("gijs", password).replace("postgresql:", "postgresqll:"),
                      f"host=127.0.0.1 port=1 user=gijs password='{password}'"):
            program.settings(register=place)
            shown = program.run("record", "list", status=2 if "postgresqll" in place else 3) + program.errors
            for part in ("gehe", "imwoord"):
                assert part not in shown.replace(program.config, ""), (password, place, shown)


def main():
    if not SERVER:
        sys.exit(77)
    program = Program(sys.argv[1], sys.argv[2])
    assert program.json("record", "list") == [], "the owner makes the tables"
    for user, role in (("gijs", "hamer_clerk"), ("sanne", "hamer_secretary")):
        made = psql(SERVER, f"create role {user} login password 'geheim' in role {role}")
        assert not made.returncode, made.stderr
    record = the_secretary_begins_a_record(program)
    each_office_begins_in_its_own_line(program)
    nothing_is_forged_into_the_others_line(program, record)
    the_log_names_the_servers_user(program, record)
    each_desk_notes_what_its_own_line_learnt(program)
    each_desk_destroys_what_it_sees_and_says_so(program)
    a_password_is_in_no_message(program)


if __name__ == "__main__":
    main()
