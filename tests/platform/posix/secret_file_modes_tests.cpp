#include "platform/private_files.h"
#include "platform/text_file.h"

#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hamer {
namespace {

TEST(TextFile, ASecretThatOthersMayReadOrChangeIsRefused) {
    std::string path = (std::filesystem::temp_directory_path() / "hamer-secret-XXXXXX").string();
    const int made = ::mkstemp(path.data());
    ASSERT_GE(made, 0);
    ASSERT_EQ(::write(made, "geheim \r\n", 9), 9);
    ::close(made);
    EXPECT_EQ(read_secret_file(path).value(), "geheim");
    EXPECT_FALSE(others_may_read(path));
    for (const mode_t mode : {mode_t{0640}, mode_t{0604}, mode_t{0620}, mode_t{0602}, mode_t{0644}, mode_t{0777}}) {
        ASSERT_EQ(::chmod(path.c_str(), mode), 0);
        const auto refused = read_secret_file(path);
        ASSERT_FALSE(refused) << mode;
        EXPECT_EQ(describe(refused.error()).find("geheim"), std::string::npos);
        EXPECT_NE(describe(refused.error()).find("chmod 600 \""), std::string::npos);
        EXPECT_EQ(others_may_read(path), (mode & 044u) != 0) << mode;
        EXPECT_EQ(others_may_change(path), (mode & 02u) != 0) << mode;
    }
    std::filesystem::remove(path);
}

}  // namespace
}  // namespace hamer
