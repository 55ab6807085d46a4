"""What the journeys through Dossier share that have a register on a server."""
import json
import pathlib

from desktop import until
from journey import expect


def with_register(hamer, register):
    """From now on, for the window and the commands."""
    config = pathlib.Path(hamer.words[hamer.words.index("--config") + 1]).resolve()
    settings = json.loads(config.read_text(encoding="utf-8"))
    settings.pop("$schema")
    settings["procedure"] = str(config.parent / settings["procedure"])
    settings["register"] = register
    own = hamer.folder / "hamer.json"
    own.write_text(json.dumps(settings), encoding="utf-8")
    own.chmod(0o600)  # it holds a password
    hamer.words[hamer.words.index("--config") + 1] = str(own)


def begin_record(hamer, what):
    made = hamer.run("record", "new", "--what", what, "--affected", "council-member")
    if made.returncode:
        raise RuntimeError(made.stderr)
    return made.stdout.strip()


def reason(hamer, number):
    """What the register has, asked past the link that the window uses."""
    record = json.loads(hamer.run("record", "show", number).stdout)
    return record.get("dossier", {}).get("reason", "")


def type_reason(hamer, text):
    hamer.bring_down_to("reason", "form")
    hamer.click("reason")
    hamer.desktop.key("ctrl+a")
    hamer.desktop.type(text)


def says_that_the_server_is_gone(hamer, password):
    until("that the server is not to be reached",
          lambda: hamer.shows("problem") and "niet te bereiken" in hamer.label("problem"))
    expect("the password is in no sentence", password not in hamer.label("problem"))
    expect("nor advice that destroys", "kopie" not in hamer.label("problem"))
