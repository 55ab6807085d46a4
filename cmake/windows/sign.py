#!/usr/bin/env python3
"""Signs programs for Windows, each in its place.

    sign.py --sign CERTIFICATE.p12 [--password-file FILE | --password-fd N] [--timestamp URL] FILE…
    sign.py --sign-with PROGRAM FILE…       the program gets the name of one file, for keys that no file holds

Exit status 1: a file could not be signed; 2: wrong use.
"""
import argparse
import getpass
import os
import pathlib
import subprocess
import sys


class CannotSign(Exception):
    pass


def add_options(arguments):
    how = arguments.add_mutually_exclusive_group()
    how.add_argument("--sign", metavar="CERTIFICATE.p12", type=pathlib.Path, help="sign with this certificate and its key")
    how.add_argument("--sign-with", metavar="PROGRAM", help="sign with a program that gets the name of one file")
    password = arguments.add_mutually_exclusive_group()
    password.add_argument("--password-file", metavar="FILE", type=pathlib.Path, help="the certificate's password, in a file")
    password.add_argument("--password-fd", metavar="N", type=int, help=argparse.SUPPRESS)
    arguments.add_argument("--timestamp", metavar="URL", help="a server of RFC 3161 that says when it was signed")


class Signer:
    """How files are signed. The password is in memory alone: no list of processes shows it, and no disk has it."""

    def __init__(self, options):
        self.program = options.sign_with
        self.certificate = options.sign
        self.timestamp = options.timestamp
        self.password = options.password_fd
        if self.certificate is None:
            if options.password_file or options.timestamp:
                raise CannotSign("a password and a time are of a certificate: name that with --sign")
            return
        if not self.certificate.is_file():
            raise CannotSign(f"{self.certificate}: expected a certificate with its key (PKCS #12) there; name the file that has it")
        if self.password is None:
            self.password = keep(read_password(self.certificate, options.password_file))

    @property
    def signs(self):
        return self.certificate is not None or self.program is not None

    @property
    def words(self):
        """The options with which another run of this program signs in the same way."""
        if self.program:
            return ["--sign-with", self.program]
        timestamp = ["--timestamp", self.timestamp] if self.timestamp else []
        return ["--sign", str(self.certificate.resolve()), "--password-fd", str(self.password), *timestamp]

    @property
    def passed_on(self):
        return () if self.password is None else (self.password,)

    def sign(self, file):
        if self.program:
            done = subprocess.run([self.program, str(file)], check=False)
            if done.returncode != 0:
                raise CannotSign(f"{file}: {self.program} ended with status {done.returncode}")
            return
        signed = file.with_name(file.name + ".signed")
        signed.unlink(missing_ok=True)
        words = ["osslsigncode", "sign", "-pkcs12", str(self.certificate), "-readpass", f"/proc/self/fd/{self.password}", "-h", "sha256",
                 "-n", "Hamer", *(["-ts", self.timestamp] if self.timestamp else []), "-in", str(file), "-out", str(signed)]
        done = subprocess.run(words, capture_output=True, text=True, pass_fds=self.passed_on, check=False)
        if done.returncode != 0 or not signed.exists():
            signed.unlink(missing_ok=True)
            raise CannotSign(f"{file}: osslsigncode with {self.certificate}: {(done.stderr + done.stdout).strip()}")
        signed.chmod(file.stat().st_mode)
        signed.replace(file)


def read_password(certificate, file):
    try:
        if file is not None:
            return file.read_text(encoding="utf-8").rstrip("\r\n")
        if not sys.stdin.isatty():
            raise CannotSign(f"{certificate}: its password is asked in a terminal, or read with --password-file FILE")
        return getpass.getpass(f"Password of {certificate}: ")
    except OSError as problem:
        raise CannotSign(f"{file}: expected the password of {certificate} in it: {problem.strerror}") from problem


def keep(password):
    """A file that is in memory alone, and is read anew by whoever opens it by its number."""
    number = os.memfd_create("password", 0)
    os.write(number, password.encode())
    return number


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(arguments)
    arguments.add_argument("files", nargs="+", type=pathlib.Path, metavar="FILE")
    options = arguments.parse_args()
    try:
        signer = Signer(options)
        if not signer.signs:
            arguments.error("expected --sign or --sign-with")
        for file in options.files:
            signer.sign(file)
    except CannotSign as problem:
        print(f"sign: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
