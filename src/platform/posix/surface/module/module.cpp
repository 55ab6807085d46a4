#include "platform/module.h"

#include "platform/posix/surface/module/desktop_module.h"

namespace {

constexpr hamer::DesktopModule table{&hamer::keep_on_by_x11, &hamer::keep_on_by_bus, &hamer::choose_by_portal,
                                     &hamer::open_by_desktop};

}  // namespace

HAMER_MODULE(table);
