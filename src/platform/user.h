// Who works at this machine and what it is called, as the system knows.
#pragma once

#include <string>

namespace hamer {

// The full name of the account, or else its login. Empty where that says of nobody who it is: the administrator's
// account, or one without a name. May ask the network, as for the accounts of a domain: never in a window's thread.
[[nodiscard]] std::string system_user_name();

// Of this machine, on its network; empty where it has none. Any thread.
[[nodiscard]] std::string machine_name();

}  // namespace hamer
