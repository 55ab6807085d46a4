"""Each room of src/ includes only itself and what src/layers.txt allows it; exit status 1 names each line that does not."""
import pathlib
import re
import sys


def read_rooms(file):
    """The rooms from the bottom up, each with those that it may include."""
    rooms = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            room, _, may = line.partition(":")
            rooms[room] = may.split()
            above = [one for one in rooms[room] if one == room or one not in rooms]
            if above:
                sys.exit(f"{file}: {room}: expected rooms that stand above it in the list, found {', '.join(above)}")
    return rooms


SOURCE = pathlib.Path(sys.argv[1]) / "src"
ROOMS = read_rooms(SOURCE / "layers.txt")
DOMAIN = ("procedure", "session", "record", "drill")


def room_of(name):
    """The smallest room that a file is in; nothing: it is in none."""
    return max((room for room in ROOMS if name.startswith(room + "/")), key=len, default=None)


# Parts that only one place may know, with the folders where they may be.
ONLY_IN = {
    r"#include <nlohmann/": ("codec/",),
    r"#include <soci": ("register/",),
    # Besides hashes: keys and time stamps (decision 17).
    r"#include <openssl": ("base/", "service/store/device_key.cpp", "service/store/time_stamp.cpp"),
    r"#include <boost/": ("broadcast/obs_link.cpp",),
    # Libraries that the start does not wait for (decision 10).
    r"#include <(curl|archive|pango|cairo|qpdf|libpq|soci/postgresql)": ("service/store/module/", "report/module/", "register/module/"),
    r"#include [<\"]imgui": ("ui/", "main/"),
    r"#include [<\"](GLFW|EGL)/": ("ui/surface/", "main/"),
    r"#include <xcb/": ("ui/surface/", "ui/module/"),
    r"#include <systemd/": ("ui/module/",),
    # Interactive ImGui: only widgets take input.
    r"ImGui::(Button|InvisibleButton|InputText|InputTextMultiline|Checkbox|Selectable|IsItem\w+|IsMouse\w+|IsKey\w+)\(": ("ui/toolkit/widgets/",),
    # What is drawn is a text and never a format.
    r"ImGui::(Text|TextColored|TextDisabled|TextWrapped|LabelText|BulletText|SetTooltip)\(": (),
    # A domain file does no I/O and reads no clock.
    r"#include <(fstream|iostream|filesystem|thread)>": tuple(
        room + "/" for room in ROOMS if room not in DOMAIN),
    # What the commands print goes through the functions that take a terminal's control characters out.
    r"std::(cout|cerr|puts)|fmt::print\(|printf\(": ("main/commands/output.cpp",),
    # What names a statement on the server works on one link only (register/query.h).
    r"sql\.prepare\b|soci::statement \w+\(": ("register/query.h",),
    # A copy that is put back takes away what came after it: where the register's tables are others, and nowhere else.
    r"[Pp]ut back a copy|[Zz]et een kopie|kopie \w* ?terug": (
        "base/trouble.cpp", "register/module/server_errors.cpp", "register/schema.cpp", "register/sqlite.cpp"),
    # Closing a descriptor of the register's file drops the locks that SQLite has on it (register/file_bytes.h).
    r"std::[io]?fstream \w+": ("platform/", "main/", "register/file_users.cpp"),
    r"(system_clock|steady_clock)::now": ("platform/", "register/", "main/"),
}


def problems():
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        name = path.relative_to(SOURCE).as_posix()
        room = room_of(name)
        if room is None:
            yield f"{name}: is in no room of src/layers.txt"
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = re.match(r'#include "([^"]+)"', line)
            other = room_of(found[1]) if found else room
            if other != room and other not in ROOMS[room]:
                yield f"{name}:{number}: {room} may not include {found[1]}"
            for pattern, places in ONLY_IN.items():
                if re.search(pattern, line) and not name.startswith(places):
                    yield f"{name}:{number}: belongs in {', '.join(places)}: {line.strip()}"


def rooms_shown():
    """Those of the table in src/README.md."""
    text = (SOURCE / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^\| `([a-z/]+)/` \|", text, re.MULTILINE)


found = list(problems())
if rooms_shown() != list(ROOMS):
    found.append(f"src/README.md: expected the rooms of src/layers.txt in its table: {', '.join(ROOMS)}")
print("\n".join(found) or "every include is allowed")
sys.exit(1 if found else 0)
