#include "platform/module.h"

#include "service/store/module/carry_module.h"

namespace {

constexpr hamer::CarryModule table{&hamer::post_by_curl, &hamer::pack_files, &hamer::unpack_files};

}  // namespace

HAMER_MODULE(table);
