// The small files of the data folder; the first byte says which.
#include "codec/drill/held_json.h"
#include "codec/journal/broadcast_owed_json.h"
#include "codec/journal/second_copy_json.h"
#include "codec/settings/preferences_json.h"
#include "codec/settings/settings_json.h"
#include "fuzz.h"

namespace hamer::fuzz {

namespace {

// Read, written, and read again.
template <typename Read, typename Write>
void there_and_back(std::string_view text, const Read& read, const Write& write) {
    const auto value = read(text, file);
    if (!value) {
        promise_named(value.error());
        return;
    }
    const std::string written = write(*value);
    const auto again = read(written, file);
    promise(again.has_value(), "what was written can be read");
    promise(write(*again) == written, "it reads back as the same");
}

void second_copy_line(std::string_view line) {
    const auto brought_back = read_second_copy_line(line);
    if (!brought_back) return;
    const auto again = read_second_copy_line(write_second_copy_line(*brought_back));
    promise(again && again->seq == brought_back->seq && again->entry.payload == brought_back->entry.payload &&
                again->entry.private_lines == brought_back->entry.private_lines &&
                again->folder == brought_back->folder && again->after == brought_back->after,
            "a rescued entry reads back as the same");
}

}  // namespace

}  // namespace hamer::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hamer;
    if (size == 0) return 0;
    const auto text = fuzz::text_of(data + 1, size - 1);
    switch (data[0]) {
        case 'p':
            fuzz::there_and_back(text, read_preferences, write_preferences);
            break;
        case 'm':
            fuzz::there_and_back(text, read_meeting, write_meeting);
            break;
        case 'b':
            fuzz::there_and_back(text, read_broadcast_owed, write_broadcast_owed);
            break;
        case 'h':
            fuzz::there_and_back(text, read_held, write_held);
            break;
        case 'r':
            fuzz::second_copy_line(text);
            break;
        default:
            break;
    }
    return 0;
}
