#include "platform/typed_lines.h"

#include "platform/posix/wake.h"
#include "platform/whole_lines.h"

#include <array>
#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace hamer {

struct TypedLines::Parts {
    Wake wake{};
    WholeLines typed{};
};

TypedLines::TypedLines() : parts_(std::make_unique<Parts>()) {}
TypedLines::~TypedLines() = default;

void TypedLines::wake() const { parts_->wake.tell(); }

std::optional<std::vector<std::string>> TypedLines::wait() {
    std::array<pollfd, 2> ready{{{STDIN_FILENO, POLLIN, 0}, {parts_->wake.descriptor(), POLLIN, 0}}};
    while (::poll(ready.data(), ready.size(), -1) < 0) {
        if (errno != EINTR) return std::nullopt;
    }
    if ((ready[1].revents & POLLIN) != 0) parts_->wake.heard();
    std::vector<std::string> lines;
    if (ready[0].revents == 0) return lines;
    std::array<char, 4096> buffer{};
    const ssize_t got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (got <= 0) return std::nullopt;
    parts_->typed.add({buffer.data(), static_cast<std::size_t>(got)}, lines);
    return lines;
}

}  // namespace hamer
