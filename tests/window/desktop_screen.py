"""A desktop's screen saver and power manager on the session's bus, for a test: prints "ready", then what it is asked to keep
and lets go of, with the name of who asks. `desktop_screen.py NAME…`: the names on the bus that it takes.
"""
import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

ASKED = {"org.freedesktop.ScreenSaver": ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ss", "u"),
         "org.freedesktop.PowerManagement": ("/org/freedesktop/PowerManagement/Inhibit",
                                             "org.freedesktop.PowerManagement.Inhibit", "ss", "u"),
         "org.gnome.SessionManager": ("/org/gnome/SessionManager", "org.gnome.SessionManager", "susu", "u"),
         "org.freedesktop.portal.Desktop": ("/org/freedesktop/portal/desktop", "org.freedesktop.portal.Inhibit",
                                            "su@a{sv}", "o")}


def say(text):
    print(text, flush=True)


def offer(bus, name):
    path, interface, given, answer = ASKED[name]
    arguments = "".join(f'<arg type="{kind}" direction="in"/>' for kind in ("s", "u", "a{sv}")) if "@" in given else \
        "".join(f'<arg type="{kind}" direction="in"/>' for kind in given)
    described = Gio.DBusNodeInfo.new_for_xml(
        f'<node><interface name="{interface}"><method name="Inhibit">{arguments}'
        f'<arg type="{answer}" direction="out"/></method></interface></node>')

    def asked(_bus, sender, _path, _interface, _method, _words, call):
        say(f"keep {name} {sender}")
        Gio.bus_watch_name_on_connection(bus, sender, Gio.BusNameWatcherFlags.NONE, None,
                                         lambda *_: say(f"let go {name} {sender}"))
        call.return_value(GLib.Variant(f"({answer})", (7 if answer == "u" else "/request",)))

    bus.register_object(path, described.interfaces[0], asked, None, None)
    bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                  GLib.Variant("(su)", (name, 0)), None, Gio.DBusCallFlags.NONE, -1, None)


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    for name in sys.argv[1:]:
        offer(bus, name)
    say("ready")
    GLib.MainLoop().run()


main()
