"""Each folder of src/ includes only itself and what src/README.md allows it; exit status 1 names each line that does not."""
import pathlib
import re
import sys

DOMAIN = ["base", "procedure", "session"]
ALLOWED = {
    "base": [],
    "procedure": ["base"],
    "session": ["base", "procedure"],
    "record": DOMAIN,
    "drill": DOMAIN,
    "codec": DOMAIN + ["record", "drill"],
    "journal": ["base"],
    "register": DOMAIN + ["record", "codec"],
    "report": DOMAIN + ["record", "drill"],
    "broadcast": DOMAIN + ["codec"],
}
ALLOWED["desk"] = list(ALLOWED)
ALLOWED["ui"] = list(ALLOWED)
ALLOWED["main"] = list(ALLOWED)

# Parts that only one place may know, with the folders where they may be.
ONLY_IN = {
    r"#include <nlohmann/": ("codec/",),
    r"#include <soci": ("register/",),
    # Besides hashes: keys and time stamps (decision 17).
    r"#include <openssl": ("base/", "desk/device_key.cpp", "desk/time_stamp.cpp"),
    r"#include <boost/": ("broadcast/obs_link.cpp",),
    # Libraries that the start does not wait for (decision 10).
    r"#include <(curl|archive|pango|cairo|qpdf|libpq|soci/postgresql)": ("desk/module/", "report/module/", "register/module/"),
    r"#include [<\"]imgui": ("ui/", "main/"),
    r"#include [<\"](GLFW|EGL)/": ("ui/surface/", "main/"),
    r"#include <xcb/": ("ui/surface/", "ui/module/"),
    r"#include <systemd/": ("ui/module/",),
    # Interactive ImGui: only widgets take input.
    r"ImGui::(Button|InvisibleButton|InputText|InputTextMultiline|Checkbox|Selectable|IsItem\w+|IsMouse\w+|IsKey\w+)\(": ("ui/widgets/",),
    # What is drawn is a text and never a format.
    r"ImGui::(Text|TextColored|TextDisabled|TextWrapped|LabelText|BulletText|SetTooltip)\(": (),
    # A domain file does no I/O and reads no clock.
    r"#include <(fstream|iostream|filesystem|thread)>": tuple(
        folder + "/" for folder in ALLOWED if folder not in ("procedure", "session", "record", "drill")),
    # What the commands print goes through the functions that take a terminal's control characters out.
    r"std::(cout|cerr|puts)|fmt::print\(|printf\(": ("main/output.cpp",),
    # What names a statement on the server works on one link only (register/query.h).
    r"sql\.prepare\b|soci::statement \w+\(": ("register/query.h",),
    # A copy that is put back takes away what came after it: where the register's tables are others, and nowhere else.
    r"[Pp]ut back a copy|[Zz]et een kopie|kopie \w* ?terug": (
        "base/trouble.cpp", "register/module/server_errors.cpp", "register/schema.cpp", "register/sqlite.cpp"),
    # Closing a descriptor of the register's file drops the locks that SQLite has on it (register/file_bytes.h).
    r"std::[io]?fstream \w+": ("base/", "journal/", "main/", "register/file_users.cpp"),
    r"(system_clock|steady_clock)::now": ("base/", "register/", "main/"),
}


def problems(root):
    for path in sorted(root.rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        name = path.relative_to(root).as_posix()
        layer = name.split("/")[0]
        if layer not in ALLOWED:
            yield f"{name}: the folder {layer} is not in the list of layers"
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = re.match(r'#include "([a-z_]+)/', line)
            if found and found[1] != layer and found[1] not in ALLOWED[layer]:
                yield f"{name}:{number}: {layer} may not include {found[1]}"
            for pattern, places in ONLY_IN.items():
                if re.search(pattern, line) and not name.startswith(places):
                    yield f"{name}:{number}: belongs in {', '.join(places)}: {line.strip()}"


found = list(problems(pathlib.Path(sys.argv[1]) / "src"))
print("\n".join(found) or "every include is allowed")
sys.exit(1 if found else 0)
