// A message of the link, from whoever reaches the keeper's port or answers there.
#include "codec/link/link_message.h"

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hamer;
    const auto message = read_link_message(fuzz::text_of(data, size), fuzz::file);
    if (!message) {
        fuzz::promise_named(message.error());
        return 0;
    }
    const std::string written = write_link_message(*message);
    const auto again = read_link_message(written, fuzz::file);
    fuzz::promise(again.has_value(), "what was written can be read");
    fuzz::promise(*again == *message, "it reads back as the same");
    return 0;
}
