// Keeps what is typed in Dossier's form while it is typed, for a window that may not wait for a disk.
//
// A thread of its own writes; of each record the latest draft, and no more often than the disk can. Until it is written
// it is found here all the same. The destructor gives the disk a second for what is left. Public functions are for any
// thread.
#pragma once

#include "base/result.h"
#include "base/worker.h"
#include "record/draft.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace hamer {

class FileSystem;

class Drafts {
  public:
    // `changed` is called from the other thread when problem() became another, and when the disk was read.
    Drafts(std::shared_ptr<FileSystem> files, std::filesystem::path data, std::function<void()> changed);

    void keep(Draft draft);
    void drop(const std::string& record);  // its draft
    // The draft of a record, also where it is not on disk yet. May wait for the disk.
    [[nodiscard]] Result<std::optional<Draft>> find(const std::string& record) const;
    // The records that have one. May wait for the disk.
    [[nodiscard]] Result<std::set<std::string>> records() const;
    // That of an incident without a record, from memory; known once the disk was read.
    [[nodiscard]] std::optional<Draft> fresh() const;
    [[nodiscard]] bool is_fresh_known() const;
    // Why the last one could not be written; nothing when all is well. What could not is tried again with the next.
    [[nodiscard]] std::optional<Error> problem() const;
    // Why that of an incident without a record could not be read, once.
    [[nodiscard]] std::optional<Error> take_unread();
    // Everything is on disk.
    [[nodiscard]] bool is_done() const;
    // Waits for that, `patience` at most; whether it is so.
    bool settle(std::chrono::milliseconds patience) const;

  private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
    Worker worker_;
};

}  // namespace hamer
