"""Which settings an installed Hamer takes: those of --config, the user's own, the administrator's in etc/hamer, and those
that came with it, the first that are there; and which procedure: the one beside the settings, or the one that came with it.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


class Installed:
    """A copy of the program in a tree of its own, as a package lays it out."""

    def __init__(self, hamer, source, root):
        self.root = pathlib.Path(root)
        self.program = self.root / "usr/bin/hamer"
        self.program.parent.mkdir(parents=True)
        shutil.copy2(hamer, self.program)
        self.shipped = self.root / "usr/share/hamer/config"
        shutil.copytree(pathlib.Path(source) / "config", self.shipped)
        self.system = self.root / "etc/hamer"
        self.own = self.root / "home/.config/hamer"

    def settings(self, folder, municipality, **other):
        folder.mkdir(parents=True, exist_ok=True)
        made = json.loads((self.shipped / "hamer.json").read_text(encoding="utf-8"))
        made["municipality"]["name"] = municipality
        (folder / "hamer.json").write_text(json.dumps(made | other), encoding="utf-8")
        return folder / "hamer.json"

    def check(self, *words, status=0):
        """What `hamer check` says is in use."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        environment["HOME"] = str(self.root / "home")
        done = subprocess.run([self.program, *words, "check"], env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == status, done
        return done.stdout + done.stderr


def the_nearest_to_the_user_goes_first(installed):
    def uses(file, municipality, *words):
        said = installed.check(*words)
        assert f"{file}: settings of {municipality}\n" in said, said

    uses(installed.shipped / "hamer.json", "Leiden")
    system = installed.settings(installed.system, "Utrecht")
    uses(system, "Utrecht")
    own = installed.settings(installed.own, "Gouda")
    uses(own, "Gouda")
    named = installed.settings(installed.root / "elsewhere", "Delft")
    uses(named, "Delft", "--config", named)
    own.unlink()
    uses(system, "Utrecht")


def settings_without_a_procedure_beside_them_take_the_one_that_came_along(installed):
    installed.settings(installed.system, "Utrecht")
    shipped = installed.shipped / "procedures/leiden-2025.json"
    assert f"\n{shipped}: " in installed.check(), installed.check()
    beside = installed.system / "procedures/leiden-2025.json"
    beside.parent.mkdir()
    shutil.copy2(shipped, beside)
    assert f"\n{beside}: " in installed.check(), installed.check()
    beside.unlink()
    installed.settings(installed.system, "Utrecht", procedure="procedures/utrecht.json")
    said = installed.check(status=2)
    assert str(installed.system / "procedures/utrecht.json") in said, said


def settings_that_cannot_be_read_are_not_passed_over(installed):
    file = installed.settings(installed.system, "Utrecht")
    file.write_text("{", encoding="utf-8")
    assert str(file) in installed.check(status=2)


def one_that_was_built_beside_an_etc_of_somebody_takes_nothing_of_it(installed):
    installed.settings(installed.system, "Utrecht")
    clone = installed.root / "clone"
    shutil.copytree(installed.shipped, clone / "config")
    installed.program = clone / "build/dev/hamer"
    installed.program.parent.mkdir(parents=True)
    shutil.copy2(installed.root / "usr/bin/hamer", installed.program)
    assert "settings of Leiden" in installed.check(), installed.check()


def main():
    for test in (the_nearest_to_the_user_goes_first, settings_without_a_procedure_beside_them_take_the_one_that_came_along,
                 settings_that_cannot_be_read_are_not_passed_over,
                 one_that_was_built_beside_an_etc_of_somebody_takes_nothing_of_it):
        with tempfile.TemporaryDirectory() as root:
            test(Installed(*sys.argv[1:], root))


if __name__ == "__main__":
    main()
