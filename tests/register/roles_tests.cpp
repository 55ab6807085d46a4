// On a server a reader sees the records of its reporting line only (7.1), whatever it asks.
#include "register/register.h"
#include "register/server_user.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

TEST(Roles, AReaderSeesItsOwnLineAndWhatBelongsToIt) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    Register owner = scratch.open({"folder"});
    int n = 0;
    for (const Office office : {Office::CouncilMember, Office::Alderman, Office::Mayor}) {
        const std::string id = std::string(1, static_cast<char>('a' + n++)) + "-1";
        ASSERT_TRUE(owner.put(reported(id), now));
        Dossier dossier = affecting(office);
        dossier.completed = Completion{now, "x"};
        ASSERT_TRUE(owner.save(id, 1, dossier, now));
    }
    ASSERT_TRUE(owner.put(a_record("meeting"), now));

    const ServerUser clerk(scratch, "hamer_clerk");
    const ServerUser secretary(scratch, "hamer_secretary");
    const ServerUser mayor(scratch, "hamer_all");
    EXPECT_EQ(ids(owner.list()), "meeting-1 c-1 b-1 a-1 ");
    EXPECT_EQ(ids(clerk.open().list()), "meeting-1 c-1 a-1 ");
    EXPECT_EQ(ids(secretary.open().list()), "c-1 b-1 ");
    EXPECT_EQ(ids(mayor.open().list()), "meeting-1 c-1 b-1 a-1 ");
    EXPECT_EQ(ids(clerk.open().search("pier")), "c-1 a-1 ");
    EXPECT_EQ(ids(secretary.open().search("pier")), "c-1 b-1 ");
    EXPECT_EQ(error_of(clerk.open().show("b-1")).kind, ErrorKind::Refused);
    EXPECT_EQ(error_of(clerk.open().show("b-1", 2)).kind, ErrorKind::Refused);
    const auto duties = clerk.open().due(Register::Duties::All);
    for (const DueDuty& duty : *duties) EXPECT_NE(duty.record, "b-1");
    EXPECT_EQ(clerk.open().deliveries("b-1")->size(), 0U);
    EXPECT_EQ(error_of(clerk.open().save("b-1", 2, affecting(Office::Mayor), now)).kind, ErrorKind::Refused);
    EXPECT_EQ(error_of(clerk.open().erase_record("b-1", "gijs", now)).kind, ErrorKind::Refused);
}

TEST(Roles, AReaderWorksOnItsOwnLineAndCannotWriteIntoAnother) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    (void)scratch.open();
    const ServerUser user(scratch, "hamer_clerk");
    Register clerk = user.open();
    ASSERT_TRUE(clerk.hand_over(a_chain("s", 5), {a_record("s")}, now));
    const auto saved = clerk.save("s-1", 1, affecting(Office::CouncilMember), now);
    ASSERT_TRUE(saved) << describe(saved.error());
    ASSERT_TRUE(clerk.note_access({now, "gijs", "open", "s-1"}));
    EXPECT_EQ(clerk.accesses("s-1")->size(), 1U);
    const std::string street = reported_id(1);
    ASSERT_TRUE(clerk.put(reported(street), now));
    const Error error = error_of(clerk.save(street, 1, affecting(Office::Alderman), now));
    EXPECT_EQ(error.kind, ErrorKind::Refused);
    EXPECT_NE(error.problem.find("another reporting line"), std::string::npos) << describe(error);
    EXPECT_EQ(clerk.record(street)->revision, 1) << "nothing of it was stored";
    ASSERT_TRUE(clerk.erase_person("s-1", "p1", "gijs", now));
    ASSERT_TRUE(clerk.erase_record("s-1", "gijs", now));
    ASSERT_TRUE(clerk.hand_over(a_chain("s", 6), {a_record("s")}, now));
    EXPECT_EQ(ids(clerk.of_session("s")), "") << "what was erased does not come back when its journal grows";
}

TEST(Roles, TheSecretaryBeginsARecordThatIsOfItsLineFromTheFirstRowOn) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    (void)scratch.open();
    const ServerUser user(scratch, "hamer_secretary");
    const ServerUser clerk(scratch, "hamer_clerk");
    Register secretary = user.open();
    EXPECT_EQ(error_of(secretary.put(reported(reported_id(1)), now)).kind, ErrorKind::Refused) << "of whose line?";
    IncidentRecord record = reported(reported_id(2));
    record.dossier = affecting(Office::Alderman);
    const auto begun = secretary.put(record, now);
    ASSERT_TRUE(begun) << describe(begun.error());
    EXPECT_EQ(ids(secretary.list()), record.id + " ");
    EXPECT_EQ(ids(clerk.open().list()), "");
    ASSERT_TRUE(secretary.save(record.id, 1, affecting(Office::Mayor), now));
    EXPECT_EQ(ids(clerk.open().list()), record.id + " ") << "of a mayor's incident the clerk is told";
    EXPECT_EQ(ask(scratch, "SELECT count(*) FROM record").value(), "1");
}

TEST(Roles, FilesBesideARecordAreOfWhoSeesIt) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    Register owner = scratch.open();
    ASSERT_TRUE(owner.put(a_record("s"), now));
    const ServerUser user(scratch, "hamer_clerk"), other(scratch, "hamer_secretary");
    Register clerk = user.open(), secretary = other.open();
    const Attachment picture{.name = "dreigbericht.png", .type = "image/png", .at = now};
    const auto put = clerk.attach("s-1", picture, "bytes", now);
    ASSERT_TRUE(put) << describe(put.error());
    const std::string id = put->record.dossier->attachments.at(0).id;
    EXPECT_EQ(clerk.attachment("s-1", id).value(), "bytes");
    EXPECT_EQ(error_of(secretary.attachment("s-1", id)).trouble, Trouble::UnknownName);
    EXPECT_EQ(error_of(secretary.attach("s-1", picture, "andere", now)).trouble, Trouble::UnknownName);
    EXPECT_EQ(other.ask("SELECT count(*) FROM attachment").value(), "0");
    EXPECT_NE(user.ask("DELETE FROM attachment").state, "") << "not without a note that it is erased";
    EXPECT_NE(user.ask("UPDATE attachment SET body = ''").state, "");
    ASSERT_TRUE(clerk.erase_attachment("s-1", id, "gijs", now));
    EXPECT_EQ(ask(scratch, "SELECT count(*) FROM attachment").value(), "0");
    ASSERT_TRUE(clerk.attach("s-1", picture, "bytes", now));
    ASSERT_TRUE(clerk.erase_record("s-1", "gijs", now));
    EXPECT_EQ(ask(scratch, "SELECT count(*) FROM attachment").value(), "0") << "it goes with its record";
}

TEST(Roles, TheLogsNameWhoTheServerLetInWhateverIsClaimed) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    (void)scratch.open();
    const ServerUser user(scratch, "hamer_clerk");
    Register clerk = user.open();
    ASSERT_TRUE(clerk.put(a_record("s"), now));
    ASSERT_TRUE(clerk.note_access({now, "de burgemeester", "open", "s-1"}));
    ASSERT_EQ(user.ask("SET ROLE hamer_clerk; INSERT INTO access VALUES ('', 0, 'vera', 'open', 's-1')").state, "");
    ASSERT_EQ(user.ask("INSERT INTO access (at, at_ms, what, record_id) VALUES ('', 0, 'open', 's-1')").state, "");
    ASSERT_EQ(user.ask("RESET ROLE; INSERT INTO erasure VALUES ('', 'vera', 's-1', 'p1', '')").state, "");
    ASSERT_TRUE(clerk.erase_record("s-1", "vera", now));
    EXPECT_EQ(ask(scratch, "SELECT count(*) FROM access").value(), "4");
    EXPECT_EQ(ask(scratch,
                  "SELECT count(*) FROM (SELECT who FROM access UNION ALL SELECT who FROM erasure) a"
                  " WHERE who <> " +
                      quoted(user.name()))
                  .value(),
              "0");
}

}  // namespace
}  // namespace hamer::test
