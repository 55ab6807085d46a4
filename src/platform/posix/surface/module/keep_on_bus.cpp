#include "platform/posix/surface/module/desktop_module.h"

#include <cstdint>
#include <systemd/sd-bus.h>

namespace hamer {
namespace {

constexpr std::uint64_t patience_us = 1'000'000;  // for one answer
constexpr const char* program = "hamer";
constexpr const char* reason = "De vergadering is bezig";
// Of the portal and of GNOME's session: do not suspend (4), do not become idle (8).
constexpr std::uint32_t suspend_and_idle = 12;

enum class Asking { Program, Window, Session };  // what Inhibit wants to know

struct Way {
    const char* name;
    const char* path;
    const char* interface;
    Asking asking;
    bool start;  // where it does not run yet
};

// Desktops know one or more of these; each that is there is asked. All of them let go when the connection ends.
constexpr Way ways[] = {
    {"org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", Asking::Program,
     false},
    {"org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit",
     "org.freedesktop.PowerManagement.Inhibit", Asking::Program, false},
    {"org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager", Asking::Session, false},
    {"org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Inhibit",
     Asking::Window, true},
};

int append(sd_bus_message* call, Asking asking) {
    switch (asking) {
        case Asking::Program:
            return sd_bus_message_append(call, "ss", program, reason);
        case Asking::Session:
            return sd_bus_message_append(call, "susu", program, std::uint32_t{0}, reason, suspend_and_idle);
        case Asking::Window:
            return sd_bus_message_append(call, "sua{sv}", "", suspend_and_idle, 1, "reason", "s", reason);
    }
    return -1;
}

class Inhibited final : public ScreenKept {
  public:
    ~Inhibited() override { sd_bus_close_unref(bus_); }

    [[nodiscard]] bool open() { return sd_bus_open_user(&bus_) >= 0; }
    [[nodiscard]] bool ask(const Way& way) const {
        sd_bus_message* call = nullptr;
        bool done = sd_bus_message_new_method_call(bus_, &call, way.name, way.path, way.interface, "Inhibit") >= 0 &&
                    sd_bus_message_set_auto_start(call, way.start ? 1 : 0) >= 0 && append(call, way.asking) >= 0;
        sd_bus_message* answer = nullptr;
        done = done && sd_bus_call(bus_, call, patience_us, nullptr, &answer) >= 0;
        sd_bus_message_unref(answer);
        sd_bus_message_unref(call);
        return done;
    }

  private:
    sd_bus* bus_ = nullptr;
};

}  // namespace

std::unique_ptr<ScreenKept> keep_on_by_bus() {
    auto made = std::make_unique<Inhibited>();
    if (!made->open()) return nullptr;
    bool kept = false;
    for (const Way& way : ways) kept = made->ask(way) || kept;
    if (!kept) return nullptr;
    return made;
}

}  // namespace hamer
