#include "platform/module.h"

#include "service/store/module/transfer_module.h"

namespace {

constexpr hamer::TransferModule table{&hamer::ask_by_curl, &hamer::pack_files, &hamer::unpack_files};

}  // namespace

HAMER_MODULE(table);
