"""PostgreSQL servers of a test's own, from Debian's package: on loopback, on free ports, gone afterwards; and pgbouncer
before one of them.
"""
import glob
import os
import pathlib
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

DEADLINE = 30  # seconds in which a server must do what is waited for


def binaries():
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))
    if not found or not os.path.exists(found[-1] + "/initdb"):
        sys.exit("PostgreSQL's server is missing (apt-get install postgresql)")
    return found[-1]


def as_owner():
    """The servers refuse to run as root."""
    if os.getuid() != 0:
        return []
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


def own(*paths):
    """Gives files to whom the servers run as."""
    if os.getuid() == 0:
        owner = pwd.getpwnam("postgres")
        for path in paths:
            os.chown(path, owner.pw_uid, owner.pw_gid)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(what, look):
    end = time.monotonic() + DEADLINE
    while not (answer := look()):
        if time.monotonic() > end:
            raise TimeoutError(f"waited {DEADLINE} seconds for: {what}")
        time.sleep(0.01)
    return answer


class Server:
    """A primary, or the standby of another one. Use it in a `with`."""

    def __init__(self, standby_of=None):
        self.primary = standby_of
        self.folder = tempfile.mkdtemp(prefix="hamer-postgresql-")
        own(self.folder)
        self.data = self.folder + "/data"
        self.port = free_port()
        self.password = standby_of.password if standby_of else secrets.token_hex(16)

    def __enter__(self):
        try:
            self.make()
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.process_id():
            self.control("-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def make(self):
        if self.primary:
            self.run("pg_basebackup", "-d", self.primary.url(), "-D", self.data, "-R", "-C", "-S", "standby",
                     "--no-sync", "-c", "fast")
            return
        word = self.folder + "/password"
        pathlib.Path(word).write_text(self.password, encoding="ascii")
        own(word)
        self.run("initdb", "-D", self.data, "-U", "tester", "-A", "scram-sha-256", "--pwfile", word, "-E", "UTF8",
                 "--locale=C", "--no-sync")
        with open(self.data + "/pg_hba.conf", "a", encoding="ascii") as file:
            file.write("host replication tester 127.0.0.1/32 scram-sha-256\n")

    def run(self, program, *words):
        subprocess.run([*as_owner(), f"{binaries()}/{program}", *words], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

    def control(self, *words):
        self.run("pg_ctl", "-D", self.data, "-l", self.folder + "/log", "-w", *words)

    def start(self):
        # Without fsync: the machine stays on, and only its processes are killed.
        self.control("-o", f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories=''"
                           " -c fsync=off", "start")

    def process_id(self):
        """Of the one process from which all others of the server come; nothing when it does not run."""
        try:
            return int(pathlib.Path(self.data, "postmaster.pid").read_text(encoding="ascii").splitlines()[0])
        except FileNotFoundError:
            return None

    def kill(self):
        """As when its machine goes down: all of it, without a word."""
        first = self.process_id()
        for process in (*children_of(first), first):
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass  # it went with the first
        until("the end of the server", lambda: not pathlib.Path(f"/proc/{first}").exists()
              or pathlib.Path(f"/proc/{first}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z")
        os.remove(self.data + "/postmaster.pid")

    def promote(self):
        """Returns when it takes writes."""
        self.control("promote")

    def replicate_to_standby(self):
        """From now on nothing is acknowledged that the standby does not have."""
        self.sql("ALTER SYSTEM SET synchronous_standby_names = '*'")
        self.sql("SELECT pg_reload_conf()")
        until("a synchronous standby",
              lambda: self.sql("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") == "1")

    def sql(self, statement):
        """Its first value, as text."""
        done = subprocess.run([binaries() + "/psql", self.url(), "-XAtqc", statement], check=True, capture_output=True,
                              text=True)
        return done.stdout.strip()

    def url(self, user="tester", password=None, database="postgres"):
        return f"postgresql://{user}:{password or self.password}@127.0.0.1:{self.port}/{database}"


def children_of(process):
    path = pathlib.Path(f"/proc/{process}/task/{process}/children")
    return [int(one) for one in path.read_text(encoding="ascii").split()]


class Pooler:
    """pgbouncer before a server, as any user of it: at 127.0.0.1 and a port of its own. Use it in a `with`."""

    def __init__(self, port, password, mode):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hamer-pgbouncer-"))
        self.port = free_port()
        self.password = password
        users, settings = self.folder / "users", self.folder / "pgbouncer.ini"
        users.write_text(f'"tester" "{password}"\n', encoding="ascii")
        settings.write_text(f"""[databases]
* = host=127.0.0.1 port={port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {self.port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = {users}
auth_user = tester
pool_mode = {mode}
default_pool_size = {20 if mode == "session" else 2}
max_client_conn = 200
logfile = {self.folder}/log
""", encoding="ascii")
        own(self.folder, users, settings)
        self.process = None

    def __enter__(self):
        program = shutil.which("pgbouncer", path=os.environ["PATH"] + ":/usr/sbin")
        if not program:
            sys.exit("pgbouncer is missing (apt-get install pgbouncer)")
        self.process = subprocess.Popen([*as_owner(), program, str(self.folder / "pgbouncer.ini")],
                                        stderr=subprocess.DEVNULL)
        until("pgbouncer", self.answers)
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def answers(self):
        try:
            socket.create_connection(("127.0.0.1", self.port)).close()
            return True
        except OSError:
            return False

    def url(self, database="postgres"):
        return f"postgresql://tester:{self.password}@127.0.0.1:{self.port}/{database}"
