// Who works at this computer, as the system knows.
#pragma once

#include <string>

namespace hamer {

// The full name of the account, or else its login. Empty where that says of nobody who it is: the administrator's
// account, or one without a name. May ask the network, as for the accounts of a domain: never in a window's thread.
[[nodiscard]] std::string system_user_name();

}  // namespace hamer
