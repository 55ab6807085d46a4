"""A desktop's portal on the session's bus, for a test: what it does with whoever chooses or opens a file.

    portal.py path URI...    answers with these
    portal.py late URI...    the same, once a line comes on standard input
    portal.py before URI     tells the answer before the call itself is answered
    portal.py elsewhere URI  answers of another request than was foretold, as old ones do
    portal.py crowd URI      answers of many requests of others first
    portal.py impostor URI   somebody else answers first, and wrongly
    portal.py cancel|ended   the user closes it; it ends otherwise
    portal.py never          shows it, and nothing is chosen
    portal.py refuse         knows no such window
    portal.py die            ends while it is shown
    portal.py words|number   an answer of another shape: a text where a list belongs, no answer at all

It prints "ready", then a line for each call: its name and, as JSON, what it was given; of a file its text; "Close".
"""
import json
import os
import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

PATH = "/org/freedesktop/portal/desktop"
REQUEST = "org.freedesktop.portal.Request"
MODE, URIS = sys.argv[1], sys.argv[2:]
CODES = {"cancel": 1, "ended": 2}


def method(name, *arguments):
    return f'<method name="{name}">' + "".join(
        f'<arg type="{kind}" direction="in"/>' for kind in arguments) + '<arg type="o" direction="out"/></method>'


INTERFACES = Gio.DBusNodeInfo.new_for_xml(
    '<node><interface name="org.freedesktop.portal.FileChooser">'
    + method("OpenFile", "s", "s", "a{sv}") + method("SaveFile", "s", "s", "a{sv}")
    + '</interface><interface name="org.freedesktop.portal.OpenURI">' + method("OpenFile", "s", "h", "a{sv}")
    + f'</interface><interface name="{REQUEST}"><method name="Close"/></interface></node>').interfaces


def say(*words):
    print(*words, flush=True)


def answer(bus, caller, handle):
    code, results = CODES.get(MODE, 0), {"uris": GLib.Variant("as", URIS), "other": GLib.Variant("(su)", ("x", 1))}
    told = GLib.Variant("(ua{sv})", (code, results))
    if MODE == "words":
        told = GLib.Variant("(ua{sv})", (code, {"uris": GLib.Variant("s", "file:///tmp/a")}))
    if MODE == "number":
        told = GLib.Variant("(u)", (code,))
    bus.emit_signal(caller, handle, REQUEST, "Response", told)


def answer_as_another(caller, handle):
    other = Gio.DBusConnection.new_for_address_sync(
        os.environ["DBUS_SESSION_BUS_ADDRESS"],
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
    wrong = GLib.Variant("(ua{sv})", (0, {"uris": GLib.Variant("as", ["file:///etc/passwd"])}))
    other.emit_signal(caller, handle, REQUEST, "Response", wrong)
    other.flush_sync(None)


def asked(bus, caller, _path, _interface, name, words, call):
    given = words.unpack()
    options = given[2]
    if words.get_type_string() == "(sha{sv})":
        descriptor = call.get_message().get_unix_fd_list().get(given[1])
        with os.fdopen(descriptor, encoding="utf-8") as file:
            given = (given[0], file.read(), options)
    token = options["handle_token"] if MODE != "elsewhere" else "another"
    handle = f"{PATH}/request/{caller[1:].replace('.', '_')}/{token}"
    bus.register_object(handle, INTERFACES[2], lambda *_: say("Close"), None, None)
    say(name, json.dumps(given))  # from here on it can be closed
    if MODE == "refuse":
        call.return_dbus_error("org.freedesktop.DBus.Error.UnknownMethod", "no such window")
        return
    if MODE == "before":
        answer(bus, caller, handle)
    if MODE == "impostor":
        answer_as_another(caller, handle)
    call.return_value(GLib.Variant("(o)", (handle,)))
    if MODE == "crowd":
        for number in range(40):
            answer(bus, caller, f"{PATH}/request/others/t{number}")
    if MODE == "late":
        GLib.io_add_watch(0, GLib.IO_IN, lambda *_: answer(bus, caller, handle))
    elif MODE == "die":
        bus.flush_sync(None)
        os._exit(0)
    elif MODE not in ("before", "never"):
        answer(bus, caller, handle)


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    for interface in INTERFACES[:2]:
        bus.register_object(PATH, interface, asked, None, None)
    bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                  GLib.Variant("(su)", ("org.freedesktop.portal.Desktop", 0)), None, Gio.DBusCallFlags.NONE, -1, None)
    say("ready")
    GLib.MainLoop().run()


main()
