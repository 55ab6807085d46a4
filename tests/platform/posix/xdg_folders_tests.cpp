#include "platform/user_folders.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <map>

namespace hamer {
namespace {

// Puts back what the variables were.
class UserFolders : public testing::Test {
  protected:
    UserFolders() {
        for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"}) {
            if (const char* value = std::getenv(name)) former_[name] = value;
            ::unsetenv(name);
            names_.emplace_back(name);
        }
    }
    ~UserFolders() override {
        for (const std::string& name : names_) {
            if (former_.contains(name))
                ::setenv(name.c_str(), former_[name].c_str(), 1);
            else
                ::unsetenv(name.c_str());
        }
    }

  private:
    std::vector<std::string> names_;
    std::map<std::string, std::string> former_;
};

TEST_F(UserFolders, AreNotThereWhereNothingNamesThem) {
    EXPECT_EQ(user_data_folder("hamer"), std::nullopt);
    EXPECT_TRUE(settings_files("hamer").empty());
    EXPECT_EQ(user_state_folder("hamer"), std::nullopt);
    EXPECT_TRUE(user_runtime_folder("hamer").string().starts_with("/tmp/hamer-")) << "with the user's number";
}

TEST_F(UserFolders, AreInTheUsersHome) {
    ::setenv("HOME", "/home/griffier", 1);
    EXPECT_EQ(user_data_folder("hamer"), "/home/griffier/.local/share/hamer");
    EXPECT_EQ(settings_files("hamer"), (std::vector<std::filesystem::path>{"/home/griffier/.config/hamer/hamer.json"}));
    EXPECT_EQ(user_state_folder("hamer"), "/home/griffier/.local/state/hamer");
}

TEST_F(UserFolders, AVariableGoesBeforeAndARelativeOneIsNone) {
    ::setenv("HOME", "/home/griffier", 1);
    ::setenv("XDG_DATA_HOME", "/data", 1);
    ::setenv("XDG_CONFIG_HOME", "settings", 1);
    ::setenv("XDG_RUNTIME_DIR", "/run/user/7", 1);
    EXPECT_EQ(user_data_folder("hamer"), "/data/hamer");
    EXPECT_EQ(settings_files("hamer"), (std::vector<std::filesystem::path>{"/home/griffier/.config/hamer/hamer.json"}));
    EXPECT_EQ(user_runtime_folder("hamer"), "/run/user/7/hamer");
}

}  // namespace
}  // namespace hamer
