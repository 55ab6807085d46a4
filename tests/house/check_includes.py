"""Each room of src/ includes only itself and what src/layers.txt allows it; nothing but a folder of platform/ knows a system: its
headers, its macros, its calls and its paths; and who draws reaches no register, log or file, also not by way of another header.
Exit status 1 names each line that does not keep to that.
"""
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
    r"#include <openssl": ("base/", "service/store/device_key.cpp", "service/store/time_stamp.cpp", "network/module/"),
    r"#include <boost/": ("broadcast/obs_link.cpp", "network/module/"),
    # Libraries that the start does not wait for (decision 10).
    r"#include <(curl|archive|pango|cairo|fontconfig|qpdf|libpq|soci/postgresql)": ("service/store/module/", "report/module/", "register/module/"),
    r"#include [<\"]imgui": ("ui/", "main/"),
    r"#include [<\"]GLFW/": ("ui/surface/", "platform/posix/surface/", "platform/windows/surface/", "platform/browser/surface/"),
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
    # Closing a descriptor of the register's file drops the locks that SQLite has on it (platform/guarded_files.h).
    r"std::[io]?fstream \w+": ("platform/", "main/"),
    r"(system_clock|steady_clock)::now": ("platform/", "register/", "main/"),
}

# What is the same on every system. A header in angle brackets that is neither is a system's own.
STANDARD = set("""
    algorithm any array atomic barrier bit bitset cctype cerrno cfloat charconv chrono cinttypes climits cmath compare
    complex concepts condition_variable coroutine cstdarg cstddef cstdint cstdio cstdlib cstring ctime deque exception
    filesystem format forward_list fstream functional future initializer_list iomanip ios iosfwd iostream istream iterator
    latch limits list locale map memory memory_resource mutex new numbers numeric optional ostream queue random ranges
    ratio regex semaphore set shared_mutex source_location span sstream stack stdexcept stop_token streambuf string
    string_view syncstream system_error thread tuple type_traits typeindex typeinfo unordered_map unordered_set utility
    valarray variant vector version
""".split())
LIBRARY = re.compile(r"(nlohmann|tl|fmt|soci|openssl|boost|curl|archive|pango|fontconfig|qpdf|CLI|GLFW|GL|backends|range)/|"
                     r"(imgui\w*|stb_\w+|png|ft2build|zlib|utf8proc|archive\w*|cairo[\w-]*|libpq-fe)\.h$")
SYSTEM_FOLDER = re.compile(r"platform/(posix|windows|browser)/")
# What the C++ library's headers bring along on one system only, and where that system keeps things.
OF_ONE_SYSTEM = re.compile(
    r"\b(_WIN32|__MINGW\w+|__linux__|__unix__|__APPLE__|__ANDROID__|__EMSCRIPTEN__|_POSIX_\w+)\b|"
    r"\b(localtime_[rs]|gmtime_[rs]|tzset|setenv|unsetenv|putenv|mkstemp|mkostemp|mkdtemp|getpid|getuid|gethostname|"
    r"isatty|popen|fileno|strerror_[rs])\(|\benviron\b|\b(ssize_t|pid_t|mode_t)\b|\bSIG[A-Z]{3,}\b|"
    r"\"/(proc|dev|tmp|sys|etc|usr)\b")


def of_a_system(name, line):
    if SYSTEM_FOLDER.match(name):
        return False
    header = re.match(r"\s*#\s*include <([^>]+)>", line)
    if header:
        return header[1] not in STANDARD and not LIBRARY.match(header[1])
    return bool(OF_ONE_SYSTEM.search(line.partition("//")[0]))


# No header of ui/ reaches these, by whatever way. Rooms where one carries out what is asked for and holds a service include it
# in a source file.
HEADERS_REACH_NONE = ("ui/",)
BEHIND_SERVICES = ("register/", "journal/", "codec/json/", "platform/files.h", "platform/socket.h", "platform/system_files.h",
                   "broadcast/obs_", "broadcast/command_broadcast.h", "service/meeting/meeting_service.h")
# Rooms that draw values alone: what they include reaches none of these, and this holds for their source files too. Besides values
# they know the requests by which they ask (service/clerk/dossier_requests.h, service/practice/drill_requests.h), the thread that
# answers (clerk_worker.h, practice_worker.h), and who keeps what is typed (service/store/drafts.h): none of them waits, and none
# shows what it works with.
BEYOND_VALUES = BEHIND_SERVICES + ("broadcast/", "service/handover/", "service/meeting/", "service/clerk/clerk_service.h")
OUT_OF_REACH = {
    "ui/clerk/": BEYOND_VALUES,
    "ui/paper/": BEYOND_VALUES,
    # A drill is held on the chair's own screens, whose facts it knows.
    "ui/drill/": BEHIND_SERVICES + ("service/store/", "service/practice/practice_service.h"),
}
DRAW_VALUES = tuple(OUT_OF_REACH)
# In these, who carries out what the views ask for; the views themselves know nobody to ask.
ASKERS = ("ui/clerk/dossier_app", "ui/clerk/dossier_attachments", "ui/clerk/dossier_beforehand", "ui/clerk/dossier_destroying",
          "ui/clerk/dossier_drafts", "ui/clerk/dossier_erasing", "ui/clerk/dossier_files",
          "ui/clerk/dossier_saving", "ui/clerk/kept_lists", "ui/drill/drill_app", "ui/drill/trainer_app", "ui/drill/kept_debrief")
ASKED = ("service/clerk/clerk_worker.h", "service/clerk/dossier_requests.h", "platform/desktop_files.h",
         "service/clerk/meeting_list.h", "service/clerk/totals.h", "service/store/drafts.h",
         "service/practice/practice.h", "service/practice/practice_worker.h", "service/practice/drill_requests.h")
# A path is a value; to ask the disk about one is not. So it is with sockets and other systems' calls.
ASKS_THE_SYSTEM = (
    r"std::filesystem::(exists|is_\w+|status|\w*directory\w*|remove\w*|rename|copy\w*|file_size|last_write_time|space|absolute|canonical)\b"
    r"|#include <(fstream|thread|mutex|unistd\.h|fcntl\.h|sys/|netdb\.h|sqlite3\.h)")


def includes_of(name, known={}):
    if name not in known:
        path = SOURCE / name
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        known[name] = re.findall(r'^\s*#\s*include "([^"]+)"', text, re.MULTILINE)
    return known[name]


def way_to(name, beyond):
    """From a file to the first of `beyond` that it includes, itself or by way of another; nothing: it reaches none."""
    ways = [[name]]
    seen = {name}
    while ways:
        way = ways.pop(0)
        for other in includes_of(way[-1]):
            if other.startswith(beyond):
                return way + [other]
            if other not in seen:
                seen.add(other)
                ways.append(way + [other])
    return None


def reaches():
    for path in sorted(SOURCE.rglob("*")):
        name = path.relative_to(SOURCE).as_posix()
        if path.suffix == ".h" and name.startswith(HEADERS_REACH_NONE) and (way := way_to(name, BEHIND_SERVICES)):
            yield f"{name}: a header of ui/ may not reach {way[-1]}: {' > '.join(way)}"
        if path.suffix not in (".h", ".cpp") or not name.startswith(DRAW_VALUES):
            continue
        beyond = next(out for room, out in OUT_OF_REACH.items() if name.startswith(room))
        if way := way_to(name, beyond):
            yield f"{name}: a room that draws values may not reach {way[-1]}: {' > '.join(way)}"
        if not name.startswith(ASKERS) and (way := way_to(name, ASKED)):
            yield f"{name}: a view emits actions and asks nobody: {' > '.join(way)}"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(ASKS_THE_SYSTEM, line):
                yield f"{name}:{number}: a room that draws values asks a service for it: {line.strip()}"


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
            found = re.match(r'\s*#\s*include "([^"]+)"', line)
            other = room_of(found[1]) if found else room
            if other != room and other not in ROOMS[room]:
                yield f"{name}:{number}: {room} may not include {found[1]}"
            if of_a_system(name, line):
                yield f"{name}:{number}: of one system, so it belongs in platform/<system>/: {line.strip()}"
            if re.match(r'#include "platform/(posix|windows|browser)/', line) and not SYSTEM_FOLDER.match(name):
                yield f"{name}:{number}: only a system includes its own headers: {line.strip()}"
            for pattern, places in ONLY_IN.items():
                if re.search(pattern, line) and not name.startswith(places):
                    yield f"{name}:{number}: belongs in {', '.join(places)}: {line.strip()}"


def rooms_shown():
    """Those of the table in src/README.md."""
    text = (SOURCE / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^\| `([a-z/]+)/` \|", text, re.MULTILINE)


found = list(problems()) + list(reaches())
if rooms_shown() != list(ROOMS):
    found.append(f"src/README.md: expected the rooms of src/layers.txt in its table: {', '.join(ROOMS)}")
print("\n".join(found) or "every include is allowed")
sys.exit(1 if found else 0)
