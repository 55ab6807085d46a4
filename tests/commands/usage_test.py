"""A command line that is wrong: one sentence in the user's language that says what was expected and what to do, and status 2.
The library that takes the words apart says the same in English: nothing of that is left.
"""
import subprocess
import sys

from program import Program

# The words, and what is said of them in Dutch and in English.
WRONG = [
    (("dance",), "verwacht: een opdracht, gevonden: “dance”. Kijk met `hamer --help` hoe het moet",
     "expected a command, found “dance”. See `hamer --help`"),
    (("--dance",), "onbekende optie “--dance”. Kijk met `hamer --help` hoe het moet",
     "unknown option “--dance”. See `hamer --help`"),
    (("log",), "log: verwacht: SESSION, gevonden: niets. Kijk met `hamer log --help` hoe het moet",
     "log: expected SESSION, found nothing. See `hamer log --help`"),
    (("log", "/x", "/y"), "log: verwacht: niets meer, gevonden: “/y”.", "log: expected nothing more, found “/y”."),
    (("log", "x", "y"), "log: verwacht: niets meer, gevonden: “y”.", "log: expected nothing more, found “y”."),
    (("log", "x", "--dance", "y"), "log: onbekende optie “--dance”.", "log: unknown option “--dance”."),
    (("log", "x", "--format", "pdf"), "log: verwacht bij --format: text, json of csv, gevonden: “pdf”.",
     "log: expected for --format: text, json or csv, found “pdf”."),
    (("log", "x", "--format"), "log: verwacht: --format TEXT, gevonden: --format.",
     "log: expected --format TEXT, found --format."),
    (("log", "x", "--csv", "german"), "log: verwacht bij --csv: dutch of international, gevonden: “german”.",
     "log: expected for --csv: dutch or international, found “german”."),
    (("log", "x", "--format", "csv", "--format", "json"), "log: --format staat er meer dan eens.",
     "log: --format is given more than once."),
    (("record",), "record: verwacht: list, show, new, set, missing, complete, changes, done, prepare, attach of attachments, gevonden: niets. "
     "Kijk met `hamer record --help` hoe het moet",
     "record: expected list, show, new, set, missing, complete, changes, done, prepare, attach or attachments, found nothing. "
     "See `hamer record --help`"),
    (("record", "dance"), "record: verwacht: list, show,", "record: expected list, show,"),
    (("record", "new"), "record new: verwacht: --what TEXT, gevonden: niets. Kijk met `hamer record new --help`",
     "record new: expected --what TEXT, found nothing. See `hamer record new --help`"),
    (("record", "new", "--what", "x", "--learning", "training"), "record new: --learning TEXT kan alleen met --day DAY erbij.",
     "record new: --learning TEXT needs --day DAY beside it."),
    (("record", "show", "x", "--revision", "0"), "record show: verwacht bij --revision: een getal boven 0, gevonden: “0”.",
     "record show: expected for --revision: a number above 0, found “0”."),
    (("drill", "--pace", "7"), "drill: verwacht bij --pace: een getal van 25 tot en met 400, gevonden: “7”.",
     "drill: expected for --pace: a number from 25 to 400, found “7”."),
    (("drill", "--json"), "drill: --json kan alleen met --held erbij.", "drill: --json needs --held beside it."),
    (("drill", "x.json", "--trainer"), "drill: FILE en --trainer gaan niet samen.",
     "drill: FILE and --trainer do not go together."),
    (("drill", "--script", "x"), "--script: verwacht: ook het scenario", "--script: expected the scenario"),
    (("log", "x\x1b[31m", "y\x1b[31m"), "gevonden: “y[31m”.", "found “y[31m”."),
]


def said(program, words):
    done = subprocess.run([program.hamer, *words], capture_output=True, text=True, check=False, env=program.environment())
    assert done.returncode == 2 and done.stdout == "", (words, done)
    assert done.stderr.startswith("hamer: ") and done.stderr.count("\n") == 1, (words, done.stderr)
    return done.stderr[len("hamer: "):]


def each_is_told_in_both_languages(program):
    for words, dutch, english in WRONG:
        # Behind an option that has no value yet a word would be that value.
        behind = not words[-1].startswith("--") or words == ("--dance",)
        english_words = (*words, "--lang=en") if behind else ("--lang=en", *words)
        found = said(program, ("--lang", "nl", *words)), said(program, english_words)
        for sentence, expected in zip(found, (dutch, english)):
            assert sentence.startswith(expected) or words[0] == "log" and expected in sentence, (words, sentence, expected)
        assert "expected" not in found[0] and "verwacht" not in found[1], found


def the_language_is_the_settings_where_none_is_named(program):
    dutch, english = WRONG[0][1:]
    assert said(program, ("dance",)).startswith(dutch)
    program.settings(language="en")
    assert said(program, ("--config", program.config, "dance")).startswith(english)
    assert said(program, ("--config", program.config, "--lang", "nl", "dance")).startswith(dutch)
    assert said(program, ("--config", program.config + "-none", "dance")).startswith(dutch)
    found = said(program, ("--lang", "fr", "sessions"))
    assert found.startswith("sessions: verwacht bij --lang: nl of en, gevonden: “fr”."), found


def help_and_version_are_no_mistakes(program):
    for words in (("--help",), ("record", "new", "--help"), ("--version",)):
        done = subprocess.run([program.hamer, *words], capture_output=True, text=True, check=False)
        assert done.returncode == 0 and done.stdout and not done.stderr, (words, done)


def main():
    program = Program(*sys.argv[1:])
    each_is_told_in_both_languages(program)
    the_language_is_the_settings_where_none_is_named(program)
    help_and_version_are_no_mistakes(program)


if __name__ == "__main__":
    main()
