// The payloads of a journal and the lines of private.jsonl, as they would be when somebody else had written them: lines
// that begin with {"seq" are private. Read, folded, and made into incident records.
#include "codec/journal/entry_json.h"
#include "codec/record/record_json.h"
#include "fuzz.h"
#include "record/incidents.h"
#include "support/leiden.h"

#include <utility>
#include <vector>

namespace hamer::fuzz {

namespace {

constexpr std::size_t most_lines = 60;

void there_and_back(const Entry& entry, const Procedure& procedure) {
    const EncodedEntry encoded =
        EntryEncoder(procedure, test::municipality(), [] { return std::string("salt"); }).encode(entry);
    const auto again = decode(entry.seq, encoded.payload, read_private_texts(encoded.private_lines), file);
    promise(again.has_value(), "an entry that was written can be read");
    promise(entries_as_json({*again}) == entries_as_json({entry}), "an entry reads back as the same");
}

}  // namespace

}  // namespace hamer::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hamer;
    auto text = fuzz::text_of(data, size);
    std::vector<std::string> kept_apart;
    std::vector<std::string_view> payloads;
    for (std::size_t i = 0; i < fuzz::most_lines && !text.empty(); ++i) {
        const std::string_view line = fuzz::next_line(text);
        if (line.starts_with("{\"seq\""))
            kept_apart.emplace_back(line);
        else
            payloads.push_back(line);
    }
    const PrivateTexts texts = read_private_texts(kept_apart);
    Session session(test::leiden());
    std::uint64_t seq = 0;
    for (const std::string_view payload : payloads) {
        auto entry = decode(++seq, payload, texts, fuzz::file);
        if (!entry) {
            fuzz::promise_named(entry.error());
            continue;
        }
        fuzz::there_and_back(*entry, session.procedure());
        session.apply(*std::move(entry));
    }
    for (const IncidentRecord& record : incidents(session, test::municipality(), "20260312T190000Z-0a1b2c3d", "hash")) {
        const std::string written = write_record(record);
        const auto again = read_record(written, fuzz::file);
        fuzz::promise(again.has_value(), "a record that was made can be read");
        fuzz::promise(write_record(*again) == written, "a record reads back as the same");
    }
    return 0;
}
