// One session's folder while another program writes in it: read bit by bit, never changed, without a lock.
//
// Only what was added is read: a line that is not whole yet is a writer at work, and waited for. The chain is verified
// as reading goes on. The whole is read again only where what was read before may have changed: another segment, a
// journal that became shorter. An erased text, or one that comes late, folds the entries anew and reads no journal.
#pragma once

#include "codec/journal/entry_json.h"
#include "journal/reader.h"
#include "platform/files.h"
#include "session/session.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

class FollowedSession {
  public:
    // An error when its procedure cannot be read (yet). It has no entries before the first read().
    [[nodiscard]] static Result<FollowedSession> open(FileSystem& files, const std::filesystem::path& sessions,
                                                      const std::string& id);

    enum class Thoroughness {
        Changes,     // by the states of the files: a few questions to the disk where nothing changed
        Everything,  // also looks at what its state may not tell: the names in the folder, and what was damaged
    };
    // True when the session reads otherwise than before. An error when the system does not let us read; what was read
    // before stays.
    [[nodiscard]] Result<bool> read(FileSystem& files, Thoroughness thoroughness);

    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const Session& session() const { return session_; }
    [[nodiscard]] const JournalContents& journal() const { return journal_; }
    // The first entry that cannot be understood: nothing is folded from there on.
    [[nodiscard]] const std::optional<Error>& unreadable() const { return unreadable_; }
    [[nodiscard]] bool procedure_matches() const { return procedure_matches_; }
    // How many entries were once read here that the journal does not have any more.
    [[nodiscard]] std::uint64_t lost() const { return lost_; }
    // Changes whenever the entries were folded anew rather than added to.
    [[nodiscard]] std::uint64_t folds() const { return folds_; }
    // What to look at to know that there is something to read.
    [[nodiscard]] std::vector<std::filesystem::path> watched() const;

  private:
    FollowedSession(std::filesystem::path folder, std::string id, const std::string& procedure_text,
                    std::shared_ptr<const Procedure> procedure);
    [[nodiscard]] std::filesystem::path segment_path() const;
    [[nodiscard]] Result<bool> read_journal(FileSystem& files, Thoroughness thoroughness);
    [[nodiscard]] Status read_from_the_start(FileSystem& files, std::vector<std::string> names);
    [[nodiscard]] Result<bool> read_texts(FileSystem& files);
    void fold();
    void fold_anew();

    std::filesystem::path folder_;
    std::string id_;
    std::string procedure_sha256_;
    Session session_;
    JournalContents journal_;
    PrivateTexts texts_;
    std::optional<Error> unreadable_;
    bool procedure_matches_ = true;
    std::uint64_t lost_ = 0;
    std::uint64_t folds_ = 0;
    bool stale_ = false;  // what was folded does not come from the journal as it was read last

    std::vector<std::string> names_;  // of the segments
    std::optional<FileState> folder_state_;
    std::optional<FileState> journal_state_;
    std::optional<FileState> texts_state_;
    std::uint64_t texts_read_ = 0;  // bytes, up to the end of a line
};

}  // namespace hamer
