"""Runs a program with a PostgreSQL of its own: started here from Debian's package, on loopback, gone afterwards.

    on_postgresql.py PROGRAM [ARGUMENT…]

The program finds the server in HAMER_TEST_SERVER, as postgresql://user:password@127.0.0.1:port/postgres, where the user
may make databases and roles.
"""
import glob
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile


def binaries():
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))
    if not found or not os.path.exists(found[-1] + "/initdb"):
        sys.exit("on_postgresql.py: PostgreSQL's server is missing (apt-get install postgresql)")
    return found[-1]


def as_owner():
    """The server refuses to run as root."""
    if os.getuid() != 0:
        return []
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main():
    bin_folder = binaries()
    folder = tempfile.mkdtemp(prefix="hamer-postgresql-")
    password = secrets.token_hex(16)
    with open(folder + "/password", "w", encoding="ascii") as file:
        file.write(password)
    if os.getuid() == 0:
        owner = pwd.getpwnam("postgres")
        for path in (folder, folder + "/password"):
            os.chown(path, owner.pw_uid, owner.pw_gid)
    run = lambda *words: subprocess.run([*as_owner(), *words], check=True, stdout=subprocess.DEVNULL)
    data = folder + "/data"
    port = free_port()
    try:
        run(bin_folder + "/initdb", "-D", data, "-U", "tester", "-A", "scram-sha-256", "--pwfile", folder + "/password",
            "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories='' -c fsync=off"
        run(bin_folder + "/pg_ctl", "-D", data, "-l", folder + "/log", "-w", "-o", options, "start")
        try:
            server = f"postgresql://tester:{password}@127.0.0.1:{port}/postgres"
            return subprocess.run(sys.argv[1:], env={**os.environ, "HAMER_TEST_SERVER": server}, check=False).returncode
        finally:
            run(bin_folder + "/pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
