// Who can tell what a session's journal was before: the register, what was delivered, the second place, and what this
// device itself saw. Whoever reads a session for the register, a report, an export, an import or `hamer verify` holds
// its journal against all of them, through prove(); what it gives is the only way to hand over, so that no caller can
// forget it.
//
// Asking changes no mark, and may take as long as the disk and the network do. A witness that cannot be reached is
// named and does not stand in the way. One thread.
#pragma once

#include "journal/reader.h"
#include "platform/files.h"
#include "record/marks.h"
#include "register/register.h"
#include "session/settings.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

// Where marks are kept besides the session's own folder. Each may be empty: then it is not asked.
struct WitnessPlaces {
    std::filesystem::path data;          // for a register that is a file in it, and the folder of deliveries
    std::filesystem::path second_place;  // outside the data folder, mostly gone when the machine starts anew
    std::filesystem::path state;         // this device's own, outside the data folder, for good
    std::filesystem::path marks_file;    // one that a person names
};

// What one witness said.
struct Witness {
    LocalText name;
    std::vector<SessionMark> marks{};
    std::optional<Error> unreachable{};
};

// The session's marks in a folder `marks`, in a file of its own: in the second place, and among the device's own.
[[nodiscard]] std::filesystem::path kept_marks_file(const std::filesystem::path& place, const std::string& session_id);
// Adds one, unless it is there; durable when it returns. `place` is there.
[[nodiscard]] Status keep_mark(FileSystem& files, const std::filesystem::path& place, const SessionMark& mark);

class Witnesses {
  public:
    // Both outlive it. Without an open register that of the settings is opened, if it is there.
    Witnesses(FileSystem& files, const Settings& settings, WitnessPlaces places, Register* opened = nullptr);

    [[nodiscard]] std::vector<Witness> ask(const std::string& session_id) const;
    [[nodiscard]] const WitnessPlaces& places() const { return places_; }
    // Keeps a mark in the second place and among the device's own, where they can be written.
    void tell(const SessionMark& mark) const;

  private:
    [[nodiscard]] Witness ask_register(const std::string& session_id) const;
    [[nodiscard]] Witness ask_deliveries(const std::string& session_id) const;
    [[nodiscard]] Witness ask_file(LocalText name, const std::filesystem::path& file,
                                   const std::string& session_id) const;

    FileSystem& files_;
    const Settings& settings_;
    WitnessPlaces places_;
    Register* opened_;
};

// What came of holding a journal against the witnesses.
struct Testimony {
    struct Heard {
        Witness witness;
        std::vector<LocalText> differences;  // a sentence for each mark that the journal does not pass through
    };
    std::vector<Heard> heard;

    [[nodiscard]] bool agrees() const;
};
[[nodiscard]] Testimony hold_against(const SessionChain& journal, std::vector<Witness> witnesses);

[[nodiscard]] SessionChain chain_of(const std::string& session_id, const JournalContents& journal);

// A journal that passes through every mark of every witness that could be reached. Only prove() makes one.
class ProvenJournal {
  public:
    [[nodiscard]] const SessionChain& chain() const { return chain_; }
    // The witnesses that could not be reached, with why not.
    [[nodiscard]] const std::vector<Error>& unreachable() const { return unreachable_; }

  private:
    friend Result<ProvenJournal> prove(const std::string&, const JournalContents&, const Witnesses&);
    ProvenJournal(SessionChain chain, std::vector<Error> unreachable)
        : chain_(std::move(chain)), unreachable_(std::move(unreachable)) {}

    SessionChain chain_;
    std::vector<Error> unreachable_;
};

// Refused where it does not pass through a mark: the first such one, with both hashes and who kept it.
[[nodiscard]] Result<ProvenJournal> prove(const std::string& session_id, const JournalContents& journal,
                                          const Witnesses& witnesses);

}  // namespace hamer
