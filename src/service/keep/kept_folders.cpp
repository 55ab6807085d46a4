#include "service/keep/kept_folders.h"

#include "base/attempt.h"
#include "base/session_id.h"
#include "platform/random.h"
#include "service/store/session_folder.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace hamer {

namespace fs = std::filesystem;

KeptFolders::KeptFolders(FileSystem& files, KeptFoldersSetup setup)
    : files_(files), setup_(std::move(setup)), notes_(files, setup_.data / "keeper" / "sessions") {}

fs::path KeptFolders::folder_of(const std::string& session, bool drill, int course) const {
    if (course == 0) return sessions_folder(setup_.data, drill) / session;
    return setup_.data / "forks" / fmt::format("{}.{}", session, course);
}

Result<KeptFolders::Opened*> KeptFolders::open(const std::string& session) {
    // It becomes a path: whoever read it looked at this too.
    if (!is_session_id(session)) return fail(ErrorKind::Usage, "link", "no name of a session");
    if (const auto found = opened_.find(session); found != opened_.end()) {
        found->second.used = true;
        // What was moved, replaced or cut is not believed in because it was there once.
        const bool all_there =
            std::ranges::all_of(found->second.courses, [](const auto& one) { return one->look().has_value(); });
        if (all_there) return &found->second;
        opened_.erase(found);
    }
    for (const bool drill : {false, true}) {
        ASSIGN_OR_RETURN(auto itself, CourseFolder::open(files_, folder_of(session, drill, 0)));
        if (!itself) continue;
        Opened opened{drill, true, {}};
        opened.courses.push_back(std::move(itself));
        for (int i = 1; i < max_courses; ++i) {
            ASSIGN_OR_RETURN(auto fork, CourseFolder::open(files_, folder_of(session, drill, i)));
            if (!fork) break;
            opened.courses.push_back(std::move(fork));
        }
        return &opened_.insert_or_assign(session, std::move(opened)).first->second;
    }
    return nullptr;
}

Result<CourseFolder*> KeptFolders::course(const KeptPlace& place) {
    ASSIGN_OR_RETURN(Opened * opened, open(place.session));
    const auto number = static_cast<std::size_t>(place.course);
    if (!opened || opened->drill != place.drill || number >= opened->courses.size()) {
        return fail(ErrorKind::Storage, folder_of(place.session, place.drill, place.course).string(),
                    LocalText{"deze map is er niet meer", "this folder is not there any more"}, {}, Trouble::NotThere);
    }
    return opened->courses[number].get();
}

Result<std::vector<KeptCourse>> KeptFolders::courses(const std::string& session) {
    ASSIGN_OR_RETURN(const Opened* opened, open(session));
    std::vector<KeptCourse> all;
    if (!opened) return all;
    for (const auto& one : opened->courses) {
        all.push_back({one->head(), one->has_procedure(), one->is_put_away(), opened->drill});
    }
    return all;
}

Result<std::optional<std::string>> KeptFolders::hash_of(const KeptPlace& place, std::uint64_t seq) {
    ASSIGN_OR_RETURN(const CourseFolder* found, course(place));
    return found->hash_of(seq);
}

Result<std::vector<LinkLine>> KeptFolders::lines(const KeptPlace& place, std::uint64_t first) {
    ASSIGN_OR_RETURN(CourseFolder * found, course(place));
    return found->lines(first);
}

// Before its first line: what is erased later is owed to it.
Status KeptFolders::note_writer(const KeptPlace& place) {
    if (place.device.empty()) return {};
    ASSIGN_OR_RETURN(KeptNotes notes, notes_.of(place.session));
    if (std::ranges::find(notes.writers, place.device) != notes.writers.end()) return {};
    notes.writers.push_back(place.device);
    return notes_.keep(place.session, std::move(notes));
}

Status KeptFolders::put_procedure(const KeptPlace& place, const std::string& text) {
    RETURN_IF_ERROR(note_writer(place));
    ASSIGN_OR_RETURN(const Opened* opened, open(place.session));
    const std::size_t there = opened ? opened->courses.size() : 0;
    const auto number = static_cast<std::size_t>(place.course);
    if (number < there) return opened->courses[number]->put_procedure(text);
    if (number > there || place.course >= max_courses || (opened && opened->drill != place.drill)) {
        return fail(ErrorKind::Usage, "link", "expected the next course of the session");
    }
    const fs::path aside = setup_.data / "keeper" / "new" / fmt::format("{}.{}", place.session, place.course);
    const SessionOrigin origin{setup_.name_of ? setup_.name_of(place.device) : place.device, {}};
    const Status made =
        CourseFolder::make(files_, folder_of(place.session, place.drill, place.course), aside, text, origin);
    // Opened anew, with it.
    opened_.erase(place.session);
    return made;
}

Status KeptFolders::append(const KeptPlace& place, const Position& after, std::span<const CheckedLine> lines) {
    RETURN_IF_ERROR(note_writer(place));
    ASSIGN_OR_RETURN(CourseFolder * found, course(place));
    Status added = found->append(after, lines);
    // What came of it is read from the disk when it is asked for next.
    if (!added) opened_.erase(place.session);
    return added;
}

Result<std::optional<LinkCode>> KeptFolders::erase(const std::string& session, std::span<const LinkTextName> texts,
                                                   const std::string& by) {
    auto opened = open(session);
    if (!opened && opened.error().kind == ErrorKind::Refused) return LinkCode::SessionOpen;
    if (!opened) return tl::unexpected<Error>(opened.error());
    ASSIGN_OR_RETURN(KeptNotes notes, notes_.of(session));
    bool is_new = false;
    for (const LinkTextName& one : texts) {
        if (std::ranges::find(notes.erased, one) != notes.erased.end()) continue;
        notes.erased.push_back(one);
        is_new = true;
    }
    if (notes.erased.size() > most_erased_texts) {
        return fail(ErrorKind::Storage, "link", "too many texts of this session were erased");
    }
    const std::string id = random_hex(16);
    for (const std::string& device : notes.writers) {
        if (is_new && device != by) notes.owed.push_back({device, id, {texts.begin(), texts.end()}});
    }
    // The names first: a text that comes meanwhile must not stay.
    if (is_new) RETURN_IF_ERROR(notes_.keep(session, std::move(notes)));
    if (!*opened) return std::nullopt;
    for (const auto& one : (*opened)->courses) {
        if (Status gone = one->erase(texts); !gone) {
            opened_.erase(session);
            return tl::unexpected<Error>(gone.error());
        }
    }
    return std::nullopt;
}

Result<std::vector<LinkTextName>> KeptFolders::erased(const std::string& session) {
    ASSIGN_OR_RETURN(KeptNotes notes, notes_.of(session));
    return std::move(notes.erased);
}

Result<std::vector<LinkErase>> KeptFolders::owed(const std::string& device) { return notes_.owed(device); }

Status KeptFolders::settled(const std::string& device, const std::string& id) { return notes_.settled(device, id); }

Status KeptFolders::end(const KeptPlace& place) {
    ASSIGN_OR_RETURN(const CourseFolder* found, course(place));
    if (!found->is_put_away()) {
        return fail(ErrorKind::Usage, folder_of(place.session, place.drill, place.course).string(),
                    LocalText{"deze vergadering is niet opgeborgen", "this session is not put away"});
    }
    // Whoever makes the record finds the folder free. Which of two courses is true is for people.
    opened_.erase(place.session);
    if (place.course > 0 || !setup_.make_record) return {};
    return setup_.make_record(place.session, place.drill);
}

void KeptFolders::let_go() {
    std::erase_if(opened_, [](const auto& one) { return !one.second.used; });
    for (auto& [session, opened] : opened_) opened.used = false;
}

}  // namespace hamer
