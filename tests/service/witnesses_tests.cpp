// A journal is held against every mark that anybody kept of it, and each of them alone is enough.
#include "codec/record/record_json.h"
#include "follower_scene.h"
#include "journal/line.h"
#include "journal/reader.h"
#include "service/handover/handover.h"
#include "service/handover/witnesses.h"
#include "service/store/device_key.h"
#include "service/store/vouchers.h"
#include "service/watch/follower_marks.h"

#include <filesystem>
#include <functional>
#include <gtest/gtest.h>
#include <map>
#include <unistd.h>

namespace hamer {
namespace {

const std::string session = "20260312T191405Z-5f0c9a2b";
const std::filesystem::path folder = "data/sessions/" + session;

std::string journal_of(const std::vector<std::string>& payloads) {
    std::string bytes;
    LineMaker lines;
    Position at;
    for (const std::string& payload : payloads) {
        bytes += lines.make(at, payload);
        at = lines.made();
    }
    return bytes;
}

class WitnessesTest : public testing::Test {
  protected:
    MemoryFileSystem files;
    Settings settings;
    std::filesystem::path store =
        std::filesystem::path(testing::TempDir()) / ("witnesses-" + std::to_string(::getpid()) + ".db");

    WitnessesTest() {
        settings.deliver.folder = "drop";
        files.put("data/drop/leesmij", "");  // in memory a folder is there for what it holds
        put({"een", "twee", "drie", "vier"});
    }
    ~WitnessesTest() override { std::filesystem::remove(store); }

    void put(const std::vector<std::string>& payloads) { files.put(folder / "journal", journal_of(payloads)); }
    JournalContents read() { return read_session_journal(files, folder).value(); }
    SessionMark mark(std::uint64_t seq) { return {session, seq, read().records[seq - 1].hash, {}}; }
    WitnessPlaces places() const { return {"data", "second", "state", "carried"}; }
    Witnesses ask(Register* opened = nullptr) { return {files, settings, places(), opened}; }
    Result<ProvenJournal> proof(Register* opened = nullptr) { return prove(session, read(), ask(opened)); }
};

TEST_F(WitnessesTest, EachAloneKnowsARewrittenJournal) {
    const SessionMark known = mark(3);
    const JournalContents before = read();
    const std::map<std::string, std::function<void()>> witnesses = {
        {"second", [&] { ASSERT_TRUE(keep_mark(files, "second", known)); }},
        {"state", [&] { ASSERT_TRUE(keep_mark(files, "state", known)); }},
        {"carried", [&] { files.put("carried", "# by hand\n" + mark_line(known) + "\n"); }},
        {"beside", [&] { ASSERT_TRUE(put_mark(files, folder, known)); }},
        {"drop",
         [&] {
             IncidentRecord record;
             record.id = session + "-1";
             record.source.session = session;
             record.source.head = known.head;
             files.put("data/drop/" + record.id + "-r1.json", write_record(record));
         }},
    };
    for (const auto& [name, tell] : witnesses) {
        files = MemoryFileSystem();
        for (const char* each : {"data/drop", "second/marks", "state/marks"}) ASSERT_TRUE(files.make_folder(each));
        ASSERT_TRUE(files.make_folder(folder));
        put({"een", "twee", "drie", "vier"});
        tell();
        EXPECT_TRUE(proof()) << name;
        put({"een", "twee", "drie", "vier", "vijf"});
        EXPECT_TRUE(proof()) << name << ": it went on as it was";
        put({"een", "twee", "DRIE", "vier", "vijf", "zes"});
        const auto refused = proof();
        ASSERT_FALSE(refused) << name;
        EXPECT_EQ(refused.error().kind, ErrorKind::Refused);
        EXPECT_NE(refused.error().problem.find(known.head), std::string::npos) << describe(refused.error());
        EXPECT_NE(refused.error().problem.find(name == "beside" ? "beside" : name), std::string::npos)
            << describe(refused.error());
        put({"een", "twee"});
        EXPECT_FALSE(proof()) << name << ": it lost entries";
    }
}

TEST_F(WitnessesTest, TheRegisterKnowsItFromAnyHandOver) {
    Register records = Register::open(store.string()).value();
    const SessionChain chain = chain_of(session, read());
    ASSERT_TRUE(records.hand_over({session, {{1, chain.at(1)}, {2, chain.at(2)}}}, {}, {}));
    EXPECT_TRUE(proof(&records));
    put({"een", "TWEE", "drie", "vier", "vijf"});
    EXPECT_FALSE(proof(&records));
}

TEST_F(WitnessesTest, OneThatCannotBeReachedIsNamedAndStandsInNobodysWay) {
    settings.deliver.folder = "nowhere";
    const auto proven = proof();
    ASSERT_TRUE(proven);
    EXPECT_EQ(proven->unreachable().size(), 2U) << "the folder of deliveries, and the file that is not there";
    for (const Error& error : proven->unreachable())
        EXPECT_NE(describe(error, Language::Dutch).find("is er niet. "), std::string::npos) << describe(error);
    EXPECT_EQ(proven->chain().end(), mark(4));
}

TEST_F(WitnessesTest, EntriesThatALaterSegmentTookThePlaceOfProveNothing) {
    ASSERT_TRUE(keep_mark(files, "second", mark(3)));
    files.put(folder / "journal.2", journal_of({"een", "twee", "DRIE", "vier", "vijf"}));
    ASSERT_EQ(read().state(), JournalState::Whole);
    EXPECT_FALSE(proof());
}

TEST_F(WitnessesTest, AMarkIsKeptOnceAndEachOneStays) {
    for (const std::uint64_t seq : {2U, 4U, 4U}) ASSERT_TRUE(keep_mark(files, "state", mark(seq)));
    EXPECT_EQ(files.read(kept_marks_file("state", session)).value(),
              mark_line(mark(2)) + "\n" + mark_line(mark(4)) + "\n");
}

TEST_F(WitnessesTest, LinesThatAreNoMarksAreCountedAndPassedOver) {
    std::size_t others = 0;
    const std::string good = mark_line(mark(2));
    const auto marks = marks_in("# x\n\n" + good + "\n" + good + " " + std::string(64, 'a') + "\n" + good + "x\n" +
                                    good + " x\nsession 1\n" + session + " -1 " + std::string(64, 'a'),
                                others);
    EXPECT_EQ(marks.size(), 2U);
    EXPECT_EQ(others, 4U);
    files.put(places().marks_file, good + "\nx\ny\n");
    settings.deliver.folder.clear();
    const auto proven = proof();
    ASSERT_TRUE(proven);
    ASSERT_EQ(proven->unreachable().size(), 1U);
    const std::string told = describe(proven->unreachable()[0], Language::Dutch);
    EXPECT_NE(told.find("regels die geen merk zijn en niet meetellen: 2"), std::string::npos) << told;
}

TEST_F(WitnessesTest, ASignatureIsOfItsMarkByItsKeyAndNoOther) {
    const DeviceKey key = DeviceKey::open(files, "state").value();
    ASSERT_TRUE(put_mark(files, folder, mark(4)));
    ASSERT_TRUE(put_signature(files, folder, mark(4), key));
    const auto vouchers = read_vouchers(files, folder, session).value();
    ASSERT_EQ(vouchers.marks.size(), 2U);
    EXPECT_EQ(vouchers.marks[1].key, key.fingerprint());
    EXPECT_TRUE(vouchers.wrong.empty());
    SessionMark by_another = mark(4);
    by_another.key = std::string(64, 'a');
    EXPECT_EQ(missing_signatures(vouchers, {vouchers.marks[1], by_another}, {"x", "x"}).size(), 1U);

    files.put(folder / mark_file_name(4), mark_line(mark(3)) + "\n");
    EXPECT_EQ(read_vouchers(files, folder, session)->wrong.size(), 2U) << "the mark and the signature";
}

TEST(DeviceKey, SignsWhatOnlyItsPublicKeyVerifies) {
    MemoryFileSystem files;
    const DeviceKey key = DeviceKey::open(files, "state").value();
    const DeviceKey again = DeviceKey::open(files, "state").value();
    const DeviceKey other = DeviceKey::open(files, "elsewhere").value();
    EXPECT_EQ(key.fingerprint(), again.fingerprint());
    EXPECT_NE(key.fingerprint(), other.fingerprint());
    const std::string signature = key.sign("merk").value();
    EXPECT_EQ(signature, again.sign("merk").value());
    EXPECT_TRUE(verify_signature(key.public_pem(), "merk", signature));
    EXPECT_FALSE(verify_signature(other.public_pem(), "merk", signature));
    EXPECT_FALSE(verify_signature(key.public_pem(), "Merk", signature));
    EXPECT_FALSE(verify_signature("no key", "merk", signature));
    EXPECT_FALSE(verify_signature(key.public_pem(), "merk", ""));
    files.put(std::filesystem::path("state") / device_key_name, "no key");
    EXPECT_FALSE(DeviceKey::open(files, "state")) << "a key that is damaged is never replaced unasked";
}

using SeenMarksTest = FollowerTest;

TEST(DeviceKey, IsThereFromTheFirstStartOn) {
    MemoryFileSystem files;
    files.put("data/sessions/leesmij", "");
    const WitnessPlaces places{"data", "second", "state", {}};
    ASSERT_FALSE(ready_key(files, places)) << "before there is any session";
    ASSERT_TRUE(files.read("state/device-key.pem").value().has_value());
    const std::string first = *files.read("state/device-key.pem").value();
    ASSERT_FALSE(ready_key(files, places));
    EXPECT_EQ(files.read("state/device-key.pem").value(), first);
}

TEST_F(SeenMarksTest, WhoLooksOnMarksAllButTheLastEntryAndAtTheEndThatToo) {
    begin();
    run(Do{"meeting.open", {}});
    Follower follower = this->follower();
    FollowerMarks seen(files, "clerk");
    seen.poll(follower);
    const auto marks = [&] {
        std::size_t others = 0;
        return marks_in(files.read(kept_marks_file("clerk", service->session_id())).value().value_or(""), others);
    };
    ASSERT_EQ(marks().size(), 1U);
    EXPECT_EQ(marks()[0].seq, 1U);
    seen.poll(follower);
    EXPECT_EQ(marks().size(), 1U);
    run(Do{"meeting.close", {}});
    const std::string id = service->session_id();
    ASSERT_TRUE(service->put_away());
    seen.poll(follower);
    std::size_t others = 0;
    const auto all = marks_in(**files.read(kept_marks_file("clerk", id)), others);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[1].seq, follower.session().entries().size());
}

}  // namespace
}  // namespace hamer
