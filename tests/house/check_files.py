#!/usr/bin/env python3
"""Only the seam to the file system asks the disk: what the window uses elsewhere would hang with it (platform/files.h).

    check_files.py SOURCE
"""
import pathlib
import re
import sys

# A path alone is no call; these are.
ASKS = re.compile(r"(?:filesystem|fs)::(exists|is_directory|is_regular_file|is_symlink|is_empty|status|symlink_status|"
                  r"\w*directory_iterator|create_\w+|remove\w*|rename|file_size|last_write_time|canonical|copy\w*|"
                  r"permissions|equivalent|read_symlink)\s*\(|\b[io]?fstream\b\s*[\w(]|\b(?:fopen|opendir)\s*\(")
# What a system's own folder does itself; what is read before there is a window; and the register, which works apart.
MAY = {"platform/input_file.cpp", "platform/folder_files.cpp"}


def main():
    source = pathlib.Path(sys.argv[1]) / "src"
    wrong = []
    for file in sorted(source.rglob("*.cpp")) + sorted(source.rglob("*.h")):
        name = file.relative_to(source).as_posix()
        if name in MAY or name.startswith(("main/", "register/", "platform/posix/", "platform/windows/", "platform/browser/")):
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if ASKS.search(line.partition("//")[0]):
                wrong.append(f"src/{name}:{number}: expected a FileSystem to be asked: {line.strip()}")
    print("\n".join(wrong) or "ok")
    return 1 if wrong else 0


sys.exit(main())
