// The devices that a keeper knows: the seam between the link and the file that has them.
#pragma once

#include "base/result.h"
#include "link/pairing.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// A name and a key that nobody can guess.
struct FreshDevice {
    std::string device;
    std::string key;  // 64 hexadecimal digits
};

class PairedDevices {
  public:
    virtual ~PairedDevices() = default;
    // In the order in which they were paired.
    [[nodiscard]] virtual std::vector<KnownDevice> list() = 0;
    // Whose key it is; nothing: nobody's, or no longer. A list that cannot be read lets nobody in.
    [[nodiscard]] virtual std::optional<PairedDevice> owner(std::string_view key) = 0;
    // Whether it still is: a pairing can be ended by another program at any time.
    [[nodiscard]] virtual bool is_paired(const std::string& device) = 0;
    [[nodiscard]] virtual FreshDevice fresh() = 0;
    // What these say yes to is durable.
    [[nodiscard]] virtual Status add(const KnownDevice& device) = 0;
    [[nodiscard]] virtual Status revoke(const std::string& device) = 0;
    // It is there now. May be said often, and is no promise: for the list alone.
    virtual void heard(const std::string& device) = 0;
};

}  // namespace hamer
