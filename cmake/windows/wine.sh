#!/bin/bash
# Runs a program for Windows by Wine, on a Windows of its own under build/:
#
#     wine.sh PROGRAM.exe [ARGUMENT…]
root=$(cd "$(dirname "$0")/../.." && pwd)
export WINEPREFIX="${HAMER_WINE:-$root/build/windows/wine}" WINEDEBUG="${WINEDEBUG:--all}"
# None of what it would ask to install; and names of files are UTF-8, whatever this machine's language is.
export WINEDLLOVERRIDES="mscoree,mshtml=" LC_ALL=C.UTF-8
# The command `wine` of Debian has a notice for each start that there is no Wine of 32 bits.
program=/usr/lib/wine/wine64
[ -x "$program" ] || program=wine
# A disk that this user may not read as a device, which Wine says at each start to whoever reads what the program says.
exec "$program" "$@" 2> >(exec grep -a --line-buffered -v '^wine: Read access denied for device' >&2)
