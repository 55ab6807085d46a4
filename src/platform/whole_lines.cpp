#include "platform/whole_lines.h"

#include <utility>

namespace hamer {

void WholeLines::add(std::string_view bytes, std::vector<std::string>& lines) {
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        begun_.append(bytes.substr(0, end).substr(0, longest - begun_.size()));
        if (end == std::string_view::npos) return;
        lines.push_back(std::exchange(begun_, {}));
        bytes.remove_prefix(end + 1);
    }
}

}  // namespace hamer
