"""What the start of the program may not load, as each library there costs time before the first frame: those are for the
modules (decision 10). Exit status 1 names what is there nevertheless.
"""
import re
import subprocess
import sys

NOT_AT_START = ("curl", "archive", "pango", "cairo", "glib", "qpdf", "pq", "soci_postgresql", "systemd", "ssl")

dynamic = subprocess.run(["readelf", "--dynamic", "--wide", sys.argv[1]], capture_output=True, text=True, check=True)
needed = re.findall(r"\(NEEDED\).*\[lib([^\]]+)\]", dynamic.stdout)
wrong = [library for library in needed if re.split(r"[-.]", library)[0] in NOT_AT_START]
print("\n".join(f"lib{library} is loaded at the start" for library in wrong) or f"the start loads {len(needed)} libraries")
sys.exit(1 if wrong or not needed else 0)
