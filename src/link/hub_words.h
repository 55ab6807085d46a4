// What a keeper's log and screen say of its connections, in both languages.
#pragma once

#include "base/result.h"
#include "base/text.h"
#include "link/keeper_link.h"
#include "link/pairing.h"

#include <optional>
#include <string>

namespace hamer {

[[nodiscard]] LocalText came_words(const PairedDevice& device, const std::string& program);
[[nodiscard]] LocalText paired_words(const KnownDevice& device);
[[nodiscard]] LocalText wrong_code_words(int tries_left);
// What was said to a device, or to one that was not let in.
[[nodiscard]] LocalText refused_words(const std::optional<PairedDevice>& device, const LinkRefused& refused);
[[nodiscard]] LocalText older_copy_words(const OlderCopy& copy);
// That a device erased what it was told could not be written down: it is told again.
[[nodiscard]] LocalText not_settled_words(const Error& error);

}  // namespace hamer
