"""The man page tells of every command and option that `hamer --help` knows, of no other, and of each exit status. Exit status
1 names what is missing or too much.

    check_manual.py HAMER SOURCE
"""
import pathlib
import re
import subprocess
import sys

hamer, source = sys.argv[1], pathlib.Path(sys.argv[2])


def help_of(*command):
    return subprocess.run([hamer, *command, "--help"], capture_output=True, text=True, check=True).stdout


def part(text, head):
    """The lines under a head of a help text, up to the next head."""
    found = re.search(rf"^{head}:\n(.*?)(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def commands(*above):
    """Each command with its options; those that go before any command belong to none. A short name stands for a long one."""
    text = help_of(*above)
    yield above, set(re.findall(r"^  (--[a-z-]+|-\w)", part(text, "Options"), re.MULTILINE))
    for name in re.findall(r"^  (\w+)  ", part(text, "Subcommands"), re.MULTILINE):
        yield from commands(*above, name)


page = (source / "assets/hamer.1").read_text(encoding="utf-8").replace("\\-", "-")
page = re.sub(r"\\f[BIR]", "", page)
# What a tag says is a command with its arguments.
tags = [re.sub(r'^\.B[IR]? |"', "", line) for line in re.findall(r"^\.TP\n(.+)$", page, re.MULTILINE)]
known = {command: options for command, options in commands()}
wrong = []
everywhere = known[()]
named = set()
for command, options in known.items():
    own = [tag for tag in tags if command and re.match(" ".join(command) + r"\b", tag)]
    inner = any(other[:-1] == command for other in known)
    if command and not own and not inner:
        wrong.append(f"hamer {' '.join(command)}: expected a place in the man page")
    told = set(re.findall(r"(?<![\w-])(?:--[a-z-]+|-\w)\b", " ".join(own if command else tags)))
    named |= told
    wrong += [f"hamer {' '.join(command)} {option}: expected a place in the man page"
              for option in sorted(options - told - (everywhere if command else set()))]
wrong += [f"{option}: hamer knows no such option" for option in sorted(named - set().union(*known.values()) - {"--help"})]
status = page.partition(".SH EXIT STATUS")[2].partition(".SH ")[0]
wrong += [f"exit status {number}: expected a place in the man page" for number in range(4)
          if f"\n.B {number}\n" not in status]
version = re.search(r'program_version = "([^"]+)"', (source / "src/base/version.h").read_text(encoding="utf-8"))[1]
if f'"Hamer {version}"' not in page:
    wrong.append(f"expected the man page to be of Hamer {version}")
print("\n".join(wrong) or f"{len(known)} commands are in the man page, each with its options")
sys.exit(1 if wrong else 0)
