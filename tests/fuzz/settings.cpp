// config/hamer.json.
#include "codec/json/file_kind.h"
#include "codec/settings/settings_json.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hamer;
    const auto text = fuzz::text_of(data, size);
    const auto settings = read_settings(text, fuzz::file);
    if (!settings) fuzz::promise_named(settings.error());
    const auto kind = file_kind(text, fuzz::file);
    if (!kind) fuzz::promise_named(kind.error());
    fuzz::promise(!settings || kind, "what can be read is of some kind");
    return 0;
}
