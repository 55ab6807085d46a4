// What `hamer serve` listens with: its address, certificate and page, read of what was given.
#pragma once

#include "main/commands/serve_command.h"
#include "network/link_server.h"

namespace hamer {

// Refuses what cannot be read, a key that others may use, and a place without a name to be asked by.
[[nodiscard]] Result<LinkServerOptions> listening_place(const ServeOptions& options);
// "https://griffie.example.nl:8470": what a person types to come here.
[[nodiscard]] std::string shown_address(const LinkServerOptions& place, bool encrypted, int port);

}  // namespace hamer
