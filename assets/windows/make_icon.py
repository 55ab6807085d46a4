#!/usr/bin/env python3
"""Puts pictures of several sizes together as an icon of Windows, each as the PNG that it is.

    make_icon.py ICON PNG…

https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10) has the shape: a head, an entry of 16 bytes for each
picture, and the pictures.
"""
import pathlib
import struct
import sys

pictures = [pathlib.Path(name).read_bytes() for name in sys.argv[2:]]
head = struct.pack("<HHH", 0, 1, len(pictures))
at = len(head) + 16 * len(pictures)
entries = b""
for picture in pictures:
    if picture[:8] != b"\x89PNG\r\n\x1a\n":
        sys.exit("expected PNG files")
    width, height = struct.unpack(">II", picture[16:24])
    # 256 is written as 0.
    entries += struct.pack("<BBBBHHII", width % 256, height % 256, 0, 0, 1, 32, len(picture), at)
    at += len(picture)
icon = pathlib.Path(sys.argv[1])
whole = head + entries + b"".join(pictures)
if not icon.exists() or icon.read_bytes() != whole:
    icon.write_bytes(whole)
