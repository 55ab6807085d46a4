"""What the programs for Windows ask of it, so that a fault in them is hard to abuse: other addresses at each start (ASLR, of all 64
bits), no code in data (DEP), no part that is both written and run, only libraries of Windows itself, and no name of the machine that
built them.

    hardening_test.py BUILT      BUILT has hamer.exe and hamer.com

Control Flow Guard is not asked for: GCC has none (docs/windows.md).
"""
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True
from windows import SKIPPED, SOURCE, expect  # noqa: E402

DUMP = "x86_64-w64-mingw32-objdump"
ASKED = {"DYNAMIC_BASE", "HIGH_ENTROPY_VA", "NX_COMPAT"}
# Each is in the system's folder of every Windows from 10 on. Windows looks for what a program is linked with beside the program first:
# nobody but who may change the program can put one there where it is installed for all.
OF_WINDOWS = {"advapi32", "bcrypt", "comdlg32", "crypt32", "dnsapi", "dwmapi", "dwrite", "gdi32", "imm32", "iphlpapi", "kernel32", "msimg32", "msvcrt",
              "normaliz", "ntdll", "ole32", "oleaut32", "opengl32", "propsys", "rpcrt4", "secur32", "shcore", "shell32", "shlwapi", "user32", "usp10",
              "version", "windowscodecs", "winmm", "wldap32", "ws2_32"}


def dumped(option, program):
    return subprocess.run([DUMP, option, program], capture_output=True, text=True, check=True).stdout


def judge(program):
    headers = dumped("-p", program)
    asked = set(re.findall(r"^\t+([A-Z_]+)$", headers.partition("DllCharacteristics")[2].partition("SizeOfStackReserve")[0], re.MULTILINE))
    expect(f"{program.name} asks for {', '.join(sorted(ASKED))}: {sorted(asked)}", ASKED <= asked)
    expect(f"{program.name} can be put at another address", "relocations stripped" not in headers and ".reloc" in dumped("-h", program))
    libraries = {name.lower().removesuffix(".dll") for name in re.findall(r"DLL Name: (\S+)", headers)}
    expect(f"{program.name} is linked with Windows' own alone: {sorted(libraries)}", libraries and libraries <= OF_WINDOWS)
    sections = re.findall(r"^ +\d+ (\S+) .*\n +(.+)$", dumped("-h", program), re.MULTILINE)
    both = [name for name, flags in sections if "CODE" in flags and "READONLY" not in flags]
    expect(f"no part of {program.name} is both written and run: {both}", sections and not both)
    told = [name for name in (str(SOURCE), str(pathlib.Path.home()) + "/") if name.encode() in program.read_bytes()]
    expect(f"{program.name} names no folder of who built it: {told}", not told)


def main():
    built = pathlib.Path(sys.argv[1]).resolve()
    programs = [built / "hamer.exe", built / "hamer.com", *sorted(built.glob("modules/*.dll"))]
    if not all(program.is_file() for program in programs):
        print(f"skipped: Hamer is not built in {built}")
        return SKIPPED
    for program in programs:
        judge(program)
    return 0


if __name__ == "__main__":
    sys.exit(main())
