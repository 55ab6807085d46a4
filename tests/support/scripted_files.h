// A desktop that chooses what the test says, and opens what it is given.
#pragma once

#include "platform/desktop_files.h"

#include <utility>

namespace hamer::test {

struct ScriptedFiles final : DesktopFiles {
    // What the test sees.
    std::vector<FileChoice> choices;
    std::vector<std::filesystem::path> opened;
    int left = 0;
    // What it says: of each file that is opened, and once of the choice that is open.
    Status opening{};
    void answer(ChosenFile chosen) { answer_ = std::move(chosen); }

    [[nodiscard]] bool choose(FileChoice choice, std::function<void(ChosenFile)> then) override {
        if (choosing_) return false;
        choices.push_back(std::move(choice));
        choosing_ = std::move(then);
        return true;
    }
    [[nodiscard]] bool is_choosing() const override { return static_cast<bool>(choosing_); }
    void open(const std::filesystem::path& file, std::function<void(Status)> then) override {
        opened.push_back(file);
        opening_.push_back(std::move(then));
    }
    bool take() override {
        const auto opened_now = std::exchange(opening_, {});
        for (const auto& then : opened_now) then(opening);
        if (!choosing_ || !answer_) return !opened_now.empty();
        const auto then = std::exchange(choosing_, nullptr);
        then(*std::exchange(answer_, std::nullopt));
        return true;
    }
    void leave_off() override {
        ++left;
        choosing_ = nullptr;
        opening_.clear();
    }

  private:
    std::function<void(ChosenFile)> choosing_;
    std::optional<ChosenFile> answer_;
    std::vector<std::function<void(Status)>> opening_;
};

}  // namespace hamer::test
