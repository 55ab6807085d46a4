// The lines of `hamer walk`, on a meeting in memory: what is accepted can be put in a journal and read from it again,
// and what is refused changes nothing.
#include "codec/journal/entry_json.h"
#include "codec/journal/walk_json.h"
#include "fuzz.h"
#include "support/leiden.h"

namespace hamer::fuzz {

namespace {

constexpr int most_lines = 12;

void accepted(Session& session, const Entry& entry) {
    const EncodedEntry encoded =
        EntryEncoder(session.procedure(), test::municipality(), [] { return std::string("salt"); }).encode(entry);
    promise(encoded.payload.find('\n') == std::string::npos, "a payload is one line");
    const auto decoded = decode(entry.seq, encoded.payload, read_private_texts(encoded.private_lines), file);
    promise(decoded.has_value(), "an entry that was written can be read");
    promise(entries_as_json({*decoded}) == entries_as_json({entry}), "an entry reads back as the same");
    session.apply(*decoded);
}

}  // namespace

}  // namespace hamer::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hamer;
    auto text = fuzz::text_of(data, size);
    const test::FakeClock clock;
    Session session = test::opened_session(clock);
    for (int i = 0; i < fuzz::most_lines && !text.empty(); ++i) {
        const auto command = read_walk_line(fuzz::next_line(text));
        const auto entry = command ? decide(session, *command, clock.now(), test::municipality())
                                   : tl::unexpected<Refusal>(command.error());
        if (entry) {
            fuzz::accepted(session, *entry);
            (void)walk_answer(session, entry->seq);
            continue;
        }
        fuzz::promise(!entry.error().message.nl.empty(), "a refusal says why");
        (void)walk_refusal(session, entry.error(), Language::Dutch);
    }
    return 0;
}
