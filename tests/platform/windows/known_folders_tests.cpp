#include "platform/user_folders.h"
#include "platform/windows/system.h"
#include "support.h"

#include <fstream>
#include <gtest/gtest.h>
#include <map>

namespace hamer {
namespace {

// Puts back what the variables were.
class KnownFolders : public testing::Test {
  protected:
    ~KnownFolders() override {
        for (const auto& [name, value] : former_) ::SetEnvironmentVariableW(name.c_str(), value.c_str());
    }
    void set(const wchar_t* name, const std::filesystem::path& value) {
        std::wstring former(32768, L'\0');
        former.resize(::GetEnvironmentVariableW(name, former.data(), static_cast<DWORD>(former.size())));
        former_.emplace(name, former);
        ::SetEnvironmentVariableW(name, value.c_str());
    }

    TemporaryFolder temporary_;

  private:
    std::map<std::wstring, std::wstring> former_;
};

TEST_F(KnownFolders, DataStaysOnThisMachine) {
    set(L"LOCALAPPDATA", LR"(C:\Users\Renée\AppData\Local)");
    EXPECT_EQ(user_data_folder("hamer"), R"(C:\Users\Renée\AppData\Local\Hamer\Data)");
    EXPECT_EQ(user_state_folder("hamer"), R"(C:\Users\Renée\AppData\Local\Hamer\State)");
    EXPECT_EQ(user_runtime_folder("hamer"), R"(C:\Users\Renée\AppData\Local\Hamer\Run)");
}

TEST_F(KnownFolders, TheMachinesSettingsGoBeforeTheUsersUnlessAnyUserCouldHaveMadeThem) {
    set(L"PROGRAMDATA", temporary_.path() / "all");
    set(L"APPDATA", temporary_.path() / "own");
    const auto all = temporary_.path() / "all" / "Hamer" / "hamer.json";
    const auto own = temporary_.path() / "own" / "Hamer" / "hamer.json";
    EXPECT_EQ(settings_files("hamer"), std::vector{own});
    std::filesystem::create_directories(all.parent_path());
    std::ofstream(all) << "{}";
    EXPECT_EQ(settings_files("hamer"), (std::vector{all, own}));
}

}  // namespace
}  // namespace hamer
