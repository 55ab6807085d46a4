// Files are their owner's alone, by their access lists.
#include "journal/durable.h"
#include "journal/line_file.h"
#include "platform/guarded_files.h"
#include "platform/private_files.h"
#include "platform/system_files.h"
#include "platform/text_file.h"
#include "platform/windows/names.h"
#include "platform/windows/own_access.h"
#include "support.h"

#include <aclapi.h>
#include <gtest/gtest.h>
#include <sddl.h>

namespace hamer {
namespace {

void set_list(const std::filesystem::path& path, const wchar_t* list) {
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    ASSERT_NE(::ConvertStringSecurityDescriptorToSecurityDescriptorW(list, SDDL_REVISION_1, &descriptor, nullptr), 0);
    EXPECT_NE(::SetFileSecurityW(path.c_str(), DACL_SECURITY_INFORMATION, descriptor), 0);
    ::LocalFree(descriptor);
}

TEST(AccessLists, OfWhatHamerMakesNameNobodyElse) {
    TemporaryFolder temporary;
    SystemFiles files;
    const auto session = temporary.path() / "data" / "s";
    ASSERT_TRUE(files.make_folder(session));
    const auto lock = lock_folder(files, session);
    ASSERT_TRUE(lock);
    auto opened = open_session(files, session);
    ASSERT_TRUE(opened && opened->writer.append("een"));
    auto lines = LineFile::open(files, session / "private.jsonl");
    ASSERT_TRUE(lines && lines->append_line("{}"));
    ASSERT_TRUE(make_guarded_file(session / "register.db", "the register"));
    for (const auto& path : {session, session.parent_path(), session / "journal", session / "private.jsonl",
                             session / "lock", session / "register.db"}) {
        const Judgement found = judge(system_name(path).value());
        EXPECT_EQ(found.error, 0) << path;
        EXPECT_TRUE(found.own) << path;
        EXPECT_FALSE(found.others.read || found.others.change) << path;
        EXPECT_FALSE(others_may_use(path)) << path;
    }
    EXPECT_TRUE(new_files_are_private(session));
    EXPECT_TRUE(new_files_are_private(session / "nowhere")) << "where none can be made";
}

TEST(AccessLists, ASecretThatOthersMayReadOrChangeIsRefused) {
    TemporaryFolder temporary;
    SystemFiles files;
    const auto secret = temporary.path() / "secret";
    ASSERT_TRUE(write_new_file(files, secret, "geheim \r\n"));
    EXPECT_EQ(read_secret_file(secret).value_or("refused"), "geheim");
    // WD is everybody: reading, changing, both.
    for (const wchar_t* list : {L"D:P(A;;FA;;;OW)(A;;FR;;;WD)", L"D:P(A;;FA;;;OW)(A;;FA;;;WD)"}) {
        set_list(secret, list);
        EXPECT_TRUE(others_may_read(secret));
        const auto refused = read_secret_file(secret);
        ASSERT_FALSE(refused);
        EXPECT_EQ(describe(refused.error()).find("geheim"), std::string::npos);
        EXPECT_NE(describe(refused.error()).find("icacls"), std::string::npos);
    }
    EXPECT_TRUE(others_may_change(secret));
    ASSERT_TRUE(make_own(system_name(secret).value(), Kind::File));
    EXPECT_EQ(read_secret_file(secret).value_or("refused"), "geheim");
    EXPECT_FALSE(others_may_read(temporary.path() / "nothing"));
}

TEST(AccessLists, AFolderOfOnesOwnIsMadeOrIsNobodyElses) {
    TemporaryFolder temporary;
    SystemFiles files;
    const auto own = temporary.path() / "run" / "hamer";
    ASSERT_TRUE(files.make_own_folder(own));
    ASSERT_TRUE(files.make_own_folder(own)) << "it is there already";
    set_list(own, L"D:P(A;OICI;FA;;;OW)(A;OICI;FR;;;WD)");
    ASSERT_TRUE(files.make_own_folder(own));
    EXPECT_FALSE(others_may_read(own)) << "others could look in";
    set_list(own, L"D:P(A;OICI;FA;;;OW)(A;OICI;FA;;;WD)");
    EXPECT_FALSE(files.make_own_folder(own)) << "others may have put something there";
    ASSERT_TRUE(write_new_file(files, temporary.path() / "file", "x"));
    EXPECT_FALSE(files.make_own_folder(temporary.path() / "file"));
}

}  // namespace
}  // namespace hamer
