// On a server a reader sees the records of its reporting line only (7.1), whatever it asks.
#include "register/register.h"
#include "register/scratch.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace hamer::test {
namespace {

// A user of the server who plays one of the roles.
class User {
  public:
    User(const Scratch& scratch, const std::string& role)
        : scratch_(scratch), name_(role + "_user_" + std::to_string(::getpid())) {
        scratch.sql("CREATE ROLE " + name_ + " LOGIN PASSWORD 'geheim' IN ROLE " + role);
    }
    ~User() { scratch_.sql("DROP ROLE " + name_); }
    User(const User&) = delete;
    User& operator=(const User&) = delete;

    [[nodiscard]] Register open() const {
        auto opened = Register::open(scratch_.location_for(name_, "geheim"));
        if (!opened) throw std::runtime_error(describe(opened.error()));
        return *std::move(opened);
    }

  private:
    const Scratch& scratch_;
    std::string name_;
};

IncidentRecord reported(const std::string& id) {
    IncidentRecord record = a_record(id);
    record.kind = IncidentKind::Reported;
    record.source = {};
    return record;
}

Dossier affecting(Office office) {
    Dossier dossier;
    dossier.persons = {{.id = "p1", .known = true, .name = "Kwade Pier"},
                       {.id = "p2", .role = PersonRole::Affected, .office = office}};
    return dossier;
}

TEST(Roles, AReaderSeesItsOwnLineAndWhatBelongsToIt) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    Register owner = scratch.open({"folder"});
    int n = 0;
    for (const Office office : {Office::CouncilMember, Office::Alderman, Office::Mayor}) {
        const std::string id = std::string(1, static_cast<char>('a' + n++));
        ASSERT_TRUE(owner.put(reported(id), now));
        Dossier dossier = affecting(office);
        dossier.completed = Completion{now, "x"};
        ASSERT_TRUE(owner.save(id + "-1", 1, dossier, now));
    }
    ASSERT_TRUE(owner.put(a_record("meeting"), now));

    const User clerk(scratch, "hamer_clerk");
    const User secretary(scratch, "hamer_secretary");
    const User mayor(scratch, "hamer_all");
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
    const User user(scratch, "hamer_clerk");
    Register clerk = user.open();
    ASSERT_TRUE(clerk.hand_over(a_mark("s", 5), {a_record("s")}, now));
    const auto saved = clerk.save("s-1", 1, affecting(Office::CouncilMember), now);
    ASSERT_TRUE(saved) << describe(saved.error());
    ASSERT_TRUE(clerk.note_access({now, "gijs", "open", "s-1"}));
    EXPECT_EQ(clerk.accesses("s-1")->size(), 1U);
    ASSERT_TRUE(clerk.put(reported("r"), now));
    const Error error = error_of(clerk.save("r-1", 1, affecting(Office::Alderman), now));
    EXPECT_EQ(error.kind, ErrorKind::Refused);
    EXPECT_NE(error.problem.find("another reporting line"), std::string::npos) << describe(error);
    EXPECT_EQ(clerk.record("r-1")->revision, 1) << "nothing of it was stored";
    ASSERT_TRUE(clerk.erase_person("s-1", "p1", "gijs", now));
    ASSERT_TRUE(clerk.erase_record("s-1", "gijs", now));
}

}  // namespace
}  // namespace hamer::test
