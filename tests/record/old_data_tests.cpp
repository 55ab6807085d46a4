// What a Hamer with revision 1 of the procedure wrote: its journal and its record read as they did.
#include "codec/journal/entry_json.h"
#include "codec/procedure/procedure_json.h"
#include "codec/record/record_json.h"
#include "platform/text_file.h"
#include "record/incidents.h"
#include "support/leiden.h"

#include <gtest/gtest.h>
#include <sstream>

namespace hamer::test {
namespace {

std::string old(const std::string& name) {
    return read_text_file(source_path("tests/record/old/" + name)).value_or(std::string());
}

IncidentRecord old_record(const std::string& text) {
    const auto read = read_record(text, "record.json");
    EXPECT_TRUE(read) << describe(read.error());
    return read.value_or(IncidentRecord{});
}

Session old_session() {
    auto procedure = read_procedure(old("leiden-2025-r1.json"), "leiden-2025-r1.json");
    EXPECT_TRUE(procedure) << describe(procedure.error());
    Session session(std::make_shared<const Procedure>(procedure.value_or(Procedure{})));
    std::vector<std::string> payloads, private_lines;
    std::istringstream lines(old("journal.jsonl"));
    for (std::string line; std::getline(lines, line);) {
        (line.starts_with("{\"seq\"") ? private_lines : payloads).push_back(line);
    }
    const PrivateTexts texts = read_private_texts(private_lines);
    for (const std::string& payload : payloads) {
        auto entry = decode(session.next_seq(), payload, texts, "journal.jsonl");
        EXPECT_TRUE(entry) << describe(entry.error());
        if (entry) session.apply(*entry);
    }
    return session;
}

TEST(OldData, ARecordReadsWithItsWordsAndWhoWasConsulted) {
    const IncidentRecord record = old_record(old("record.json"));
    EXPECT_FALSE(record.addressed.at(0).said.empty()) << "it stays what it was";
    EXPECT_TRUE(record.addressed.at(0).proposed.empty());
    EXPECT_EQ(record.charges->clerk_consulted, Consulted::Yes);
    EXPECT_EQ(record.charges->adviser_consulted, Consulted::Yes);
    EXPECT_EQ(old_record(write_record(record)), record);
    std::string unasked = old("record.json");
    const std::string was = "\"adviser_consulted\": true";
    ASSERT_NE(unasked.find(was), std::string::npos);
    unasked.replace(unasked.find(was), was.size(), "\"adviser_consulted\": false");
    EXPECT_EQ(old_record(unasked).charges->adviser_consulted, Consulted::NotAsked);
}

TEST(OldData, AJournalGivesTheRecordThatWasMadeOfItThen) {
    IncidentRecord then = old_record(old("record.json"));
    auto now = incidents(old_session(), municipality(), then.source.session, then.source.head);
    ASSERT_EQ(now.size(), 1U);
    now[0].revision = then.revision;
    now[0].address = then.address;  // the municipality's, which no journal has
    EXPECT_EQ(write_record(now[0]), write_record(then));
}

}  // namespace
}  // namespace hamer::test
