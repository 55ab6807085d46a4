// A keeper's disk: what comes over the link is in session folders like any other (docs/link.md).
//
//     sessions/<id>/, drills/<id>/   the session itself
//     forks/<id>.<n>/                another course of it, whole from line 1
//     keeper/sessions/<id>.json      who wrote in it, and which texts were erased
//
// A folder is locked while something goes on in it, so that no import and no erasing comes in between; let_go() ends
// that. Each call may wait for the disk. One thread.
#pragma once

#include "link/kept_sessions.h"
#include "service/keep/course_folder.h"
#include "service/keep/notes_shelf.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace hamer {

struct KeptFoldersSetup {
    std::filesystem::path data;
    // What a person calls that device, for the session's origin.
    std::function<std::string(const std::string& device)> name_of;
    // Makes the session's record, as an import does; may be called again.
    std::function<Status(const std::string& session, bool drill)> make_record;
};

class KeptFolders final : public KeptSessions {
  public:
    KeptFolders(FileSystem& files, KeptFoldersSetup setup);

    [[nodiscard]] Result<std::vector<KeptCourse>> courses(const std::string& session) override;
    [[nodiscard]] Result<std::optional<std::string>> hash_of(const KeptPlace& place, std::uint64_t seq) override;
    [[nodiscard]] Result<std::vector<LinkLine>> lines(const KeptPlace& place, std::uint64_t first) override;
    [[nodiscard]] Status put_procedure(const KeptPlace& place, const std::string& text) override;
    [[nodiscard]] Status append(const KeptPlace& place, const Position& after,
                                std::span<const CheckedLine> lines) override;
    [[nodiscard]] Result<std::optional<LinkCode>> erase(const std::string& session, std::span<const LinkTextName> texts,
                                                        const std::string& by) override;
    [[nodiscard]] Result<std::vector<LinkTextName>> erased(const std::string& session) override;
    [[nodiscard]] Result<std::vector<LinkErase>> owed(const std::string& device) override;
    [[nodiscard]] Status settled(const std::string& device, const std::string& id) override;
    [[nodiscard]] Status end(const KeptPlace& place) override;

    // Lets go of the folders in which nothing was asked since the last time that this was said: once a minute.
    void let_go();

  private:
    struct Opened {
        bool drill = false;
        bool used = true;
        std::vector<std::unique_ptr<CourseFolder>> courses;
    };
    // Nothing where there is no such session.
    [[nodiscard]] Result<Opened*> open(const std::string& session);
    [[nodiscard]] Result<CourseFolder*> course(const KeptPlace& place);
    [[nodiscard]] std::filesystem::path folder_of(const std::string& session, bool drill, int course) const;
    [[nodiscard]] Status note_writer(const KeptPlace& place);

    FileSystem& files_;
    KeptFoldersSetup setup_;
    NotesShelf notes_;
    std::map<std::string, Opened> opened_;
};

}  // namespace hamer
