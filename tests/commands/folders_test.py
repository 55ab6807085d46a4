"""A user without a folder of their own is told which variable would name it, with status 2."""
import os
import subprocess
import sys

SAID = {"nl": "HOME: er is geen gegevensmap, want HOME is niet gezet. Noem er een met --data MAP",
        "en": "HOME: the data folder cannot be found, as HOME is not set. Name one with --data DIR"}


def main():
    hamer = sys.argv[1]
    nobody = {name: value for name, value in os.environ.items() if name != "HOME" and not name.startswith("XDG_")}
    for language, sentence in SAID.items():
        done = subprocess.run([hamer, "--lang", language, "sessions"], capture_output=True, text=True, check=False, env=nobody)
        assert done.returncode == 2 and not done.stdout and done.stderr == f"hamer: {sentence}\n", done


if __name__ == "__main__":
    main()
