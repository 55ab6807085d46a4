#include "platform/module.h"

#include "ui/module/desktop_module.h"

namespace {

constexpr hamer::ui::DesktopModule table{&hamer::ui::keep_on_by_x11, &hamer::ui::keep_on_by_bus,
                                         &hamer::ui::choose_by_portal, &hamer::ui::open_by_desktop};

}  // namespace

HAMER_MODULE(table);
