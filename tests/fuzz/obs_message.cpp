// A message of obs-websocket, from whoever answers on its port.
#include "codec/obs/obs_message.h"

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hamer;
    const auto text = fuzz::text_of(data, size);
    const auto message = read_obs_message(text);
    if (!message) {
        fuzz::promise(!message.error().problem.empty(), "an error says what is wrong");
        // Whatever the message was, it is one of a few sentences.
        const auto same_as = [&](std::string_view other) {
            return describe(message.error()) == describe(read_obs_message(other).error());
        };
        fuzz::promise(same_as("") || same_as("{}"), "an error holds nothing of the message");
        return 0;
    }
    if (const auto* hello = std::get_if<ObsHello>(&*message)) (void)obs_authentication("secret", *hello);
    return 0;
}
