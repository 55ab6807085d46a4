// What a keeper has on its disk of a session that comes over the link.
#include "base/sha256.h"
#include "journal/reader.h"
#include "keep_world.h"
#include "link/keeper_link.h"
#include "service/store/session_origin.h"

namespace hamer::test {
namespace {

using KeptFoldersTest = KeepTest;

TEST_F(KeptFoldersTest, IsASessionFolderLikeAnyOther) {
    EXPECT_TRUE(kept->courses(kept_session)->empty());
    ASSERT_TRUE(bring(2, own));
    ASSERT_TRUE(bring(6, own));
    EXPECT_EQ(disk.get(folder() / "journal"), bytes_of(own, 6));
    EXPECT_EQ(disk.get(folder() / "private.jsonl"), texts_of(own, 6));
    EXPECT_EQ(disk.get(folder() / "procedure.json"), kept_procedure);
    EXPECT_EQ(*origin_of(disk, folder()), SessionOrigin({"naam van tablet", ""}));
    const auto courses = kept->courses(kept_session);
    ASSERT_EQ(courses->size(), 1u);
    EXPECT_EQ(courses->front().head, own.head());
    EXPECT_TRUE(courses->front().procedure);
    EXPECT_FALSE(courses->front().ended);
    EXPECT_EQ(*kept->hash_of(place(), 3), own.at(3).hash);
    EXPECT_EQ(*kept->hash_of(place(), 7), std::nullopt);
    EXPECT_FALSE(disk.exists(folder() / "journal.2"));
}

TEST_F(KeptFoldersTest, IsThereAfterARestartAndAfterThePowerWentAndGoesOn) {
    ASSERT_TRUE(bring(3, own));
    for (const Survives survives : {Survives::Everything, Survives::Nothing}) {
        kept.reset();
        disk.power_cut(survives);
        restart();
        EXPECT_GE(there(), 3u);
    }
    ASSERT_TRUE(bring(6, own));
    EXPECT_EQ(disk.get(folder() / "journal"), bytes_of(own, 6));
    EXPECT_EQ(disk.get(folder() / "private.jsonl"), texts_of(own, 6));
}

TEST_F(KeptFoldersTest, KeepsAForkWholeInAFolderOfItsOwn) {
    const JournalLines other = lines_with_texts(4, "twee");
    ASSERT_TRUE(bring(3, own));
    ASSERT_TRUE(bring(4, other, 1));
    EXPECT_EQ(disk.get(folder() / "journal"), bytes_of(own, 3));
    EXPECT_EQ(disk.get(folder(1) / "journal"), bytes_of(other, 4));
    EXPECT_EQ(disk.get(folder(1) / "private.jsonl"), texts_of(other, 4));
    EXPECT_TRUE(origin_of(disk, folder(1))->has_value());
    restart();
    const auto courses = kept->courses(kept_session);
    ASSERT_EQ(courses->size(), 2u);
    EXPECT_EQ((*courses)[1].head, other.head());
    EXPECT_FALSE(kept->put_procedure(place(3), kept_procedure)) << "not the next one";
}

TEST_F(KeptFoldersTest, ADrillIsAmongTheDrills) {
    const KeptPlace drill{kept_session, true, 0, "tablet"};
    ASSERT_TRUE(kept->put_procedure(drill, kept_procedure));
    ASSERT_TRUE(kept->append(drill, {}, checked(own, 1, 2)));
    EXPECT_EQ(disk.get(kept_data / "drills" / kept_session / "journal"), bytes_of(own, 2));
    EXPECT_TRUE(kept->courses(kept_session)->front().drill);
    EXPECT_FALSE(kept->append(place(), own.at(2), checked(own, 3, 3))) << "there is no such meeting";
    EXPECT_FALSE(disk.exists(folder() / "journal"));
}

TEST_F(KeptFoldersTest, GivesLinesBackAsTheyCame) {
    const JournalLines many = lines_with_texts(300, "vier");
    for (std::uint64_t last = 50; last <= 300; last += 50) ASSERT_TRUE(bring(last, many));
    for (const bool again : {false, true}) {
        std::uint64_t seq = 1;
        while (seq <= 300) {
            const auto lines = kept->lines(place(), seq);
            ASSERT_TRUE(lines);
            ASSERT_FALSE(lines->empty());
            ASSERT_LE(lines->size(), max_link_lines);
            for (const LinkLine& line : *lines) {
                EXPECT_EQ(line.line, many.line(seq));
                EXPECT_EQ(line.texts, many.texts(seq));
                ++seq;
            }
        }
        EXPECT_TRUE(kept->lines(place(), 301)->empty());
        if (!again) restart();
    }
}

TEST_F(KeptFoldersTest, AMessageOfLinesStaysBoundedSaveThatOneAlwaysGoes) {
    JournalLines large;
    for (int i = 0; i < 3; ++i) large.add("{\"x\":\"" + std::string(200'000, 'x') + "\"}");
    ASSERT_TRUE(bring(3, large));
    for (const bool again : {false, true}) {
        EXPECT_EQ(kept->lines(place(), 1)->size(), 1u);
        if (!again) restart();
    }
}

TEST_F(KeptFoldersTest, TakesNothingIntoASessionOfThisDevicesOwn) {
    disk.put(folder() / "procedure.json", kept_procedure);
    disk.put(folder() / "journal", bytes_of(own, 2));
    const auto courses = kept->courses(kept_session);
    ASSERT_FALSE(courses);
    EXPECT_EQ(courses.error().dutch.substr(0, 24), "deze vergadering is van ");
    EXPECT_FALSE(begin());
    EXPECT_FALSE(kept->append(place(), own.at(2), checked(own, 3, 3)));
    EXPECT_EQ(disk.get(folder() / "journal"), bytes_of(own, 2));
}

TEST_F(KeptFoldersTest, ATornLineIsCutOffKeptAndComesAgain) {
    ASSERT_TRUE(bring(3, own));
    kept.reset();
    const std::string torn = own.line(4).substr(0, 30);
    disk.put(folder() / "journal", bytes_of(own, 3) + torn);
    disk.put(folder() / "private.jsonl", texts_of(own, 3) + own.texts(4)[0].substr(0, 20));
    restart();
    EXPECT_EQ(there(), 3u);
    EXPECT_EQ(disk.get(folder() / "journal.torn-4"), torn);
    ASSERT_TRUE(bring(6, own));
    EXPECT_EQ(disk.get(folder() / "journal"), bytes_of(own, 6));
    EXPECT_EQ(disk.get(folder() / "private.jsonl"), texts_of(own, 6));
}

TEST_F(KeptFoldersTest, ADamagedLineIsLeftAndTheLinesFromThereComeAgainInTheNextSegment) {
    ASSERT_TRUE(bring(4, own));
    kept.reset();
    std::string bytes = bytes_of(own, 4);
    bytes[bytes_of(own, 2).size() + 90] ^= 1;
    disk.put(folder() / "journal", bytes);
    restart();
    EXPECT_EQ(there(), 2u);
    ASSERT_TRUE(bring(6, own));
    EXPECT_EQ(disk.get(folder() / "journal"), bytes);
    const auto read = read_session_journal(disk, folder());
    EXPECT_EQ(read->head(), own.head());
    EXPECT_EQ(disk.get(folder() / "private.jsonl"), texts_of(own, 6));
}

TEST_F(KeptFoldersTest, WhatIsPulledAwayIsNotSaidToBeThere) {
    ASSERT_TRUE(bring(3, own));
    ASSERT_TRUE(disk.rename(folder(), "elsewhere/s"));
    EXPECT_TRUE(kept->courses(kept_session)->empty());
    ASSERT_TRUE(bring(5, own));
    EXPECT_EQ(disk.get(folder() / "journal"), bytes_of(own, 5));
    EXPECT_EQ(disk.get("elsewhere/s/journal"), bytes_of(own, 3));
    // Its procedure alone.
    ASSERT_TRUE(disk.remove(folder() / "procedure.json"));
    EXPECT_FALSE(kept->courses(kept_session)->front().procedure);
    ASSERT_TRUE(begin());
    EXPECT_EQ(disk.get(folder() / "procedure.json"), kept_procedure);
}

TEST_F(KeptFoldersTest, WhatAnotherPutInItsPlaceIsReadAnew) {
    ASSERT_TRUE(bring(4, own));
    disk.put(folder() / "journal", bytes_of(own, 2));
    EXPECT_EQ(there(), 2u) << "an older copy";
    ASSERT_TRUE(bring(6, own));
    EXPECT_EQ(disk.get(folder() / "journal"), bytes_of(own, 6));
}

TEST_F(KeptFoldersTest, MakesTheRecordOfASessionThatWasPutAway) {
    own.add(R"({"kind":"session-closed","at":"2026-03-12T22:14:05.120+01:00","boot":"b","mono":1,"actor":"chair"})");
    ASSERT_TRUE(bring(6, own));
    EXPECT_FALSE(kept->end(place())) << "it is not put away";
    ASSERT_TRUE(bring(7, own));
    EXPECT_TRUE(kept->courses(kept_session)->front().ended);
    record = fail(ErrorKind::Storage, "register", "No space left on device", {}, Trouble::NoSpace);
    EXPECT_FALSE(kept->end(place()));
    record = {};
    EXPECT_TRUE(kept->end(place()));
    EXPECT_TRUE(kept->end(place()));
    EXPECT_EQ(made, std::vector<std::string>(3, kept_session));
}

TEST_F(KeptFoldersTest, AFolderIsLockedWhileSomethingGoesOnInIt) {
    ASSERT_TRUE(bring(2, own));
    EXPECT_FALSE(lock_folder(disk, folder()));
    kept->let_go();
    EXPECT_FALSE(lock_folder(disk, folder())) << "something was asked since the last time";
    kept->let_go();
    {
        const auto lock = lock_folder(disk, folder());
        EXPECT_TRUE(lock);
        EXPECT_FALSE(bring(3, own)) << "another program has it";
    }
    EXPECT_TRUE(bring(3, own));
}

TEST_F(KeptFoldersTest, StoresWhatAWriterSends) {
    KeeperLink link(0, "tablet");
    const auto say = [&](const LinkMessage& message) { return link.receive(message, *kept, 0).messages; };
    (void)say(LinkOffer{kept_session, false, 1, place_of(own.head()), {}, "r", true});
    EXPECT_TRUE(say(LinkFile{kept_session, 0, sha256_hex(kept_procedure), kept_procedure}).empty());
    LinkLines lines = own.message(1, 6);
    lines.session = kept_session;
    EXPECT_EQ(say(lines), std::vector<LinkMessage>{LinkSynced({kept_session, 0, place_of(own.head())})});
    EXPECT_EQ(disk.get(folder() / "journal"), bytes_of(own, 6));
    // Erased texts stay away from a fork that is made later.
    EXPECT_EQ(say(LinkErase{kept_session, "e", {{2, "text"}}}),
              std::vector<LinkMessage>{LinkErased({kept_session, "e"})});
    JournalLines other = lines_with_texts(2, "twee");
    (void)say(LinkOffer{kept_session, false, 2, place_of(other.head()), {}, "r", true});
    EXPECT_TRUE(say(LinkFile{kept_session, 1, sha256_hex(kept_procedure), kept_procedure}).empty());
    lines = other.message(1, 2, 1);
    lines.session = kept_session;
    EXPECT_EQ(say(lines), std::vector<LinkMessage>{LinkSynced({kept_session, 1, place_of(other.head())})});
    EXPECT_EQ(disk.get(folder(1) / "private.jsonl"), texts_of(other, 1));
}

TEST_F(KeptFoldersTest, NoOtherNameBecomesAPath) {
    for (const std::string name : {"..", ".", "", "a/b", "20260312T191405Z-5f0c9a2b/x"}) {
        EXPECT_FALSE(kept->courses(name)) << name;
        EXPECT_FALSE(kept->put_procedure({name, false, 0, "tablet"}, kept_procedure)) << name;
    }
}

}  // namespace
}  // namespace hamer::test
