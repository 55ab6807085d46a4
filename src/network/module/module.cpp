#include "platform/module.h"

#include "network/module/network_module.h"

namespace {

constexpr hamer::NetworkModule table{&hamer::make_link_server, &hamer::make_link_client};

}  // namespace

HAMER_MODULE(table);
