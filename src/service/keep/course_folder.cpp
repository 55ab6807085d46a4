#include "service/keep/course_folder.h"

#include "base/attempt.h"
#include "codec/journal/entry_json.h"
#include "codec/journal/session_origin_json.h"
#include "journal/durable.h"
#include "journal/recovery.h"
#include "service/store/session_origin.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace hamer {

namespace {

namespace fs = std::filesystem;

constexpr const char* texts_name = "private.jsonl";
constexpr const char* procedure_name = "procedure.json";
constexpr std::size_t latest_lines = 128;

// Nothing follows on it (session/entry.h). Decoded only where it may be one.
bool puts_away(std::uint64_t seq, std::string_view payload) {
    if (payload.find("\"session-closed\"") == std::string_view::npos) return false;
    const auto entry = decode(seq, payload, {}, "link");
    return entry && entry->as<SessionClosed>();
}

bool is_named(const std::string& text, std::span<const LinkTextName> names) {
    const PrivateTexts read = read_private_texts({text});
    return std::ranges::any_of(names, [&](const LinkTextName& one) { return read.contains({one.seq, one.name}); });
}

Status refuse_own(FileSystem& files, const fs::path& folder) {
    ASSIGN_OR_RETURN(const auto origin, origin_of(files, folder));
    if (origin) return {};
    return fail(ErrorKind::Usage, folder.string(),
                LocalText{"deze vergadering is van dit apparaat zelf", "this session is of this device itself"},
                LocalText{"Zoek uit hoe een ander apparaat aan dezelfde komt",
                          "Find out how another device came by the same one"},
                Trouble::NotNow);
}

}  // namespace

Result<std::unique_ptr<CourseFolder>> CourseFolder::open(FileSystem& files, const fs::path& folder) {
    ASSIGN_OR_RETURN(const auto there, files.look(folder));
    if (!there) return std::unique_ptr<CourseFolder>();
    RETURN_IF_ERROR(refuse_own(files, folder));
    ASSIGN_OR_RETURN(auto lock, lock_folder(files, folder));
    std::unique_ptr<CourseFolder> course(new CourseFolder(files, folder, std::move(lock)));
    RETURN_IF_ERROR(course->begin());
    return course;
}

Status CourseFolder::make(FileSystem& files, const fs::path& folder, const fs::path& aside,
                          const std::string& procedure, const SessionOrigin& origin) {
    RETURN_IF_ERROR(files.make_folder(aside));
    // Of one that was cut off.
    ASSIGN_OR_RETURN(const auto left, files.list(aside));
    for (const std::string& name : left) RETURN_IF_ERROR(files.remove(aside / name));
    RETURN_IF_ERROR(write_new_file(files, aside / procedure_name, procedure));
    // Before it gets its place: there is no moment at which it could be taken for this device's own.
    RETURN_IF_ERROR(write_new_file(files, aside / origin_name, write_session_origin(origin)));
    RETURN_IF_ERROR(files.sync_folder(aside));
    RETURN_IF_ERROR(files.make_folder(folder.parent_path()));
    RETURN_IF_ERROR(files.rename(aside, folder));
    RETURN_IF_ERROR(files.sync_folder(folder));
    return files.sync_folder(folder.parent_path());
}

Status CourseFolder::begin() {
    ASSIGN_OR_RETURN(const auto procedure, files_.look(folder_ / procedure_name));
    has_procedure_ = procedure.has_value();
    ASSIGN_OR_RETURN(const auto contents, read_session_journal(files_, folder_));
    ASSIGN_OR_RETURN(const auto recovery, recover(files_, folder_, contents));
    // What is here may have been written by a process that died before it could sync.
    ASSIGN_OR_RETURN(writer_, open_writer(files_, folder_, recovery));
    ASSIGN_OR_RETURN(const auto segment, files_.look(folder_ / segment_name(writer_->segment())));
    end_ = segment ? segment->size : 0;
    for (const JournalRecord& one : contents.records) {
        Place place{{}, one.segment, one.offset, 0};
        std::ranges::copy(one.hash, place.hash.begin());
        place.size =
            fmt::formatted_size("J1 {} {} {:8} {} {}\n", one.seq, one.payload.size(), "", one.hash, one.payload);
        places_.push_back(place);
        is_put_away_ = puts_away(one.seq, one.payload);
    }
    head_ = contents.head();
    // Texts of lines that did not come: another line may come in their place.
    return keep_texts([&](const std::string& line) {
        const PrivateTexts read = read_private_texts({line});
        return !read.empty() && read.begin()->first.first <= head_.seq;
    });
}

// Takes all other lines out of the texts: a new file in the place of the old one, so that no bytes of them are left.
Status CourseFolder::keep_texts(const std::function<bool(const std::string& line)>& stays) {
    const fs::path path = folder_ / texts_name;
    ASSIGN_OR_RETURN(const auto found, read_lines(files_, path));
    const auto kept = std::ranges::count_if(found.lines, stays);
    if (static_cast<std::size_t>(kept) == found.lines.size() && !found.torn) return {};
    std::string bytes;
    for (const std::string& line : found.lines) {
        if (stays(line)) bytes += line + "\n";
    }
    texts_.reset();
    latest_.clear();
    return replace_file(files_, path, bytes);
}

std::optional<std::string> CourseFolder::hash_of(std::uint64_t seq) const {
    if (seq == 0 || seq > places_.size()) return std::nullopt;
    const auto& hash = places_[static_cast<std::size_t>(seq - 1)].hash;
    return std::string(hash.data(), hash.size());
}

Status CourseFolder::look() {
    if (writer_->broken())
        return fail(ErrorKind::Storage, folder_.string(), "an earlier write failed", {}, Trouble::Disk);
    RETURN_IF_ERROR(writer_->look());
    ASSIGN_OR_RETURN(const auto procedure, files_.look(folder_ / procedure_name));
    has_procedure_ = procedure.has_value();
    return {};
}

Status CourseFolder::put_procedure(const std::string& text) {
    RETURN_IF_ERROR(write_new_file(files_, folder_ / procedure_name, text));
    has_procedure_ = true;
    return {};
}

void CourseFolder::added(const Position& at, std::string_view line, std::vector<std::string> texts) {
    Place place{{}, writer_->segment(), end_, line.size()};
    std::ranges::copy(at.hash, place.hash.begin());
    places_.push_back(place);
    end_ += line.size();
    line.remove_suffix(1);
    latest_.push_back({std::string(line), std::move(texts)});
    if (latest_.size() > latest_lines) latest_.pop_front();
}

Status CourseFolder::append(const Position& after, std::span<const CheckedLine> lines) {
    if (after != head_) return fail(ErrorKind::Usage, folder_.string(), "the lines do not follow on what is there");
    std::vector<std::string> texts;
    for (const CheckedLine& one : lines) texts.insert(texts.end(), one.texts.begin(), one.texts.end());
    // The texts first: a line that is there must not miss them.
    if (!texts.empty()) {
        if (!texts_) {
            ASSIGN_OR_RETURN(texts_, LineFile::open(files_, folder_ / texts_name));
        }
        RETURN_IF_ERROR(texts_->append_lines(texts));
    }
    LineMaker maker;
    for (const CheckedLine& one : lines) {
        const std::string line(maker.make(head_, one.payload));
        // A sync for each: after a failed one only the last line can be put on the disk again (recovery.h).
        ASSIGN_OR_RETURN(head_, writer_->append(one.payload));
        added(head_, line, one.texts);
        is_put_away_ = puts_away(head_.seq, one.payload);
    }
    return {};
}

Result<std::string> CourseFolder::read_line(const Place& place) {
    std::string bytes(place.size, '\0');
    const fs::path path = folder_ / segment_name(place.segment);
    ASSIGN_OR_RETURN(const auto count, files_.read_into(path, place.offset, bytes));
    if (count != bytes.size()) return tl::unexpected(changed_meanwhile(path));
    bytes.pop_back();
    return bytes;
}

Result<std::vector<LinkLine>> CourseFolder::lines(std::uint64_t first) {
    std::vector<LinkLine> read;
    const std::uint64_t cached_from = places_.size() - latest_.size() + 1;
    PrivateTextLines texts;
    if (first < cached_from) {
        ASSIGN_OR_RETURN(texts, texts_by_line());
    }
    std::size_t bytes = 0;
    for (std::uint64_t seq = first; seq >= 1 && seq <= places_.size() && read.size() < max_link_lines; ++seq) {
        LinkLine line;
        if (seq >= cached_from) {
            line = latest_[static_cast<std::size_t>(seq - cached_from)];
        } else {
            ASSIGN_OR_RETURN(line.line, read_line(places_[static_cast<std::size_t>(seq - 1)]));
            if (const auto found = texts.find(seq); found != texts.end()) line.texts = found->second;
        }
        std::size_t size = line.line.size();
        for (const std::string& text : line.texts) size += text.size();
        if (!read.empty() && bytes + size > kept_lines_bytes) break;
        bytes += size;
        read.push_back(std::move(line));
    }
    return read;
}

Result<CourseFolder::PrivateTextLines> CourseFolder::texts_by_line() {
    ASSIGN_OR_RETURN(const auto found, read_lines(files_, folder_ / texts_name));
    PrivateTextLines texts;
    for (const std::string& line : found.lines) {
        const PrivateTexts read = read_private_texts({line});
        if (!read.empty()) texts[read.begin()->first.first].push_back(line);
    }
    return texts;
}

Status CourseFolder::erase(std::span<const LinkTextName> texts) {
    return keep_texts([&](const std::string& line) { return !is_named(line, texts); });
}

}  // namespace hamer
