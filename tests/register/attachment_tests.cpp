// Files beside a record: what comes out is what was put there, in whatever revision, until it is erased.
#include "base/sha256.h"
#include "register/register.h"
#include "register/scratch.h"

#include <gtest/gtest.h>
#include <numeric>

namespace hamer::test {
namespace {

std::string every_byte() {
    std::string bytes(2048, '\0');
    std::iota(bytes.begin(), bytes.end(), '\0');
    return bytes;
}

Attachment a_picture(const std::string& name = "dreigbericht.png") {
    return {.name = name, .type = "image/png", .at = now, .by = "griffier"};
}

struct Attachments : testing::Test {
    void SetUp() override { ASSERT_TRUE(store.put(a_record("s"), now)); }
    std::string put(const std::string& bytes, const std::string& name = "dreigbericht.png") {
        const auto saved = store.attach("s-1", a_picture(name), bytes, now);
        return saved ? saved->record.dossier->attachments.back().id : describe(saved.error());
    }

    Scratch scratch{};
    Register store = scratch.open();
};

TEST_F(Attachments, ComeOutAsTheyWerePut) {
    const auto saved = store.attach("s-1", a_picture(), every_byte(), now);
    ASSERT_TRUE(saved) << describe(saved.error());
    EXPECT_EQ(saved->stored.revision, 2);
    const Attachment& one = saved->record.dossier->attachments.at(0);
    EXPECT_EQ(one.sha256, sha256_hex(every_byte()));
    EXPECT_EQ(one.size, 2048U);
    EXPECT_EQ(store.attachment("s-1", one.id).value(), every_byte());
    EXPECT_EQ(store.record("s-1")->dossier->attachments, saved->record.dossier->attachments);
    EXPECT_EQ(store.search("dreigbericht")->size(), 1U);
    const std::string two = put("tweede", "brief.txt");
    EXPECT_NE(two, one.id);
    EXPECT_EQ(store.attachment("s-1", two).value(), "tweede");
    EXPECT_EQ(store.attachment("s-1", one.id).value(), every_byte());
}

TEST_F(Attachments, OfTheSameBytesThereIsOne) {
    const std::string one = put("bytes");
    const Error error = error_of(store.attach("s-1", a_picture("anders.png"), "bytes", now));
    EXPECT_EQ(error.kind, ErrorKind::Refused);
    EXPECT_NE(error.problem.find(one), std::string::npos) << error.problem;
    EXPECT_EQ(store.record("s-1")->revision, 2);
    ASSERT_TRUE(store.put(a_record("t"), now));
    EXPECT_TRUE(store.attach("t-1", a_picture(), "bytes", now)) << "another record may have them too";
}

TEST_F(Attachments, AreNotThereWithoutTheirRecord) {
    EXPECT_EQ(error_of(store.attach("u-1", a_picture(), "bytes", now)).trouble, Trouble::UnknownName);
    EXPECT_EQ(error_of(store.attachment("s-1", "b1")).trouble, Trouble::UnknownName);
    EXPECT_EQ(error_of(store.erase_attachment("s-1", "b1", "x", now)).trouble, Trouble::UnknownName);
    EXPECT_FALSE(store.record("s-1")->dossier) << "and nothing was noted of it";
    EXPECT_TRUE(store.accesses("s-1")->empty());
}

TEST_F(Attachments, OtherBytesInTheirPlaceAreNotBelieved) {
    const std::string one = put("bytes");
    if (!scratch.is_file()) GTEST_SKIP() << "a server lets nobody do it";
    scratch.sql("UPDATE attachment SET body = 'YW5kZXJl', sha256 = '" + sha256_hex("andere") + "'");
    EXPECT_EQ(error_of(store.attachment("s-1", one)).trouble, Trouble::Damaged);
    scratch.sql("UPDATE attachment SET body = '!'");
    EXPECT_EQ(error_of(store.attachment("s-1", one)).trouble, Trouble::Damaged);
}

TEST_F(Attachments, ErasedAreGoneFromEveryRevisionAndTheRestStays) {
    const std::string one = put(every_byte()), two = put("tweede", "brief.txt");
    ASSERT_TRUE(store.save("s-1", 3, *store.record("s-1")->dossier, now));
    const auto erased = store.erase_attachment("s-1", one, "griffier", now);
    ASSERT_TRUE(erased) << describe(erased.error());
    EXPECT_TRUE(erased->is_done());
    EXPECT_EQ(error_of(store.attachment("s-1", one)).trouble, Trouble::UnknownName);
    EXPECT_EQ(store.attachment("s-1", two).value(), "tweede");
    for (const int revision : {2, 3}) {
        const Attachment left = store.record("s-1", revision)->dossier->attachments.at(0);
        EXPECT_EQ(left.name, "[gewist]");
        EXPECT_EQ(left.sha256, "");
        EXPECT_EQ(left.size, 2048U) << "that there was one stays";
    }
    EXPECT_EQ(store.search("dreigbericht")->size(), 0U);
    EXPECT_EQ(store.search("brief")->size(), 1U);
    EXPECT_EQ(store.accesses("s-1")->front().what, "erase");
}

TEST_F(Attachments, GoWithTheirRecord) {
    const std::string one = put(every_byte());
    ASSERT_TRUE(store.put(a_record("t"), now));
    const auto other = store.attach("t-1", a_picture(), "van een ander", now);
    ASSERT_TRUE(store.erase_record("s-1", "griffier", now)->is_done());
    EXPECT_FALSE(store.attachment("s-1", one));
    EXPECT_EQ(store.attachment("t-1", other->record.dossier->attachments[0].id).value(), "van een ander");
}

}  // namespace
}  // namespace hamer::test
