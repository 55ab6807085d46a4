"""A disk of its own that a test can fill, empty and make read-only: a tmpfs, which takes root to mount."""
import os
import subprocess

SKIPPED = 77  # the exit status that ctest lists as skipped


class CannotMount(Exception):
    """This machine, or this user, mounts nothing; the message says why."""


class SmallDisk:
    """Mounted on a folder, which it makes. Use it in a `with`."""

    def __init__(self, folder, kilobytes=1024):
        self.folder = str(folder)
        self.kilobytes = kilobytes
        self.filler = os.path.join(self.folder, "filler")

    def __enter__(self):
        os.makedirs(self.folder, exist_ok=True)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={self.kilobytes}k,mode=0700", "tmpfs", self.folder],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise CannotMount(done.stderr.strip())
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", "--lazy", self.folder], check=False)

    def fill(self):
        """Until not a byte more goes in."""
        with open(self.filler, "ab", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                pass

    def free(self):
        os.unlink(self.filler)

    def remount(self, option):
        subprocess.run(["mount", "-o", f"remount,{option}", self.folder], check=True)
