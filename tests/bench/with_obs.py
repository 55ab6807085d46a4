"""Runs a command while the real OBS Studio runs too: `with_obs.py COMMAND…`. It finds its port and its password in
HAMER_BENCH_OBS. The exit status is the command's.
"""
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "broadcast"))
from obs_studio import Obs

with Obs() as obs:
    obs.furnish()
    obs.ask("CreateScene", sceneName="Vergadering geschorst")
    environment = dict(os.environ, HAMER_BENCH_OBS=f"{obs.port} {obs.password}")
    status = subprocess.call(sys.argv[1:], env=environment)
sys.exit(status)
