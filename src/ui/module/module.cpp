#include "base/module.h"

#include "ui/module/awake_module.h"

namespace {

constexpr hamer::ui::AwakeModule table{&hamer::ui::keep_on_by_x11, &hamer::ui::keep_on_by_bus};

}  // namespace

HAMER_MODULE(table);
