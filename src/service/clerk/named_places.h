// Where a person's name stands outside the register: in logs, in drafts, and in files that Hamer made or put somewhere.
//
// What cannot be read, or is not reached from here, is a sentence in `beyond`. Nothing is changed. An error is of a
// search that was stopped, or of a folder of Hamer's own that cannot be listed.
#pragma once

#include "base/progress.h"
#include "record/named_place.h"
#include "service/store/papers.h"
#include "session/settings.h"

#include <filesystem>
#include <set>
#include <string>

namespace hamer {

struct NameSearch {
    const NameForms& names;
    Progress& progress;
    NamedElsewhere& found;  // to be added to
    // That they are erased from by itself, with its draft and its session; may be empty.
    const std::string& of_record;
    const std::string& of_session;
};

// What was typed in the meetings and drills of this device, also where an older Hamer wrote it in the open.
[[nodiscard]] Status search_logs(FileSystem& files, const std::filesystem::path& data,
                                 const std::filesystem::path& second_place, const Municipality& municipality,
                                 const NameSearch& search);
[[nodiscard]] Status search_drafts(FileSystem& files, const std::filesystem::path& data, const NameSearch& search);
// Files of the records and sessions named, whose paper or archive cannot be read back, and those in which the name
// itself is found. Without a name: all files of those records. `drop`: the folder for deliveries; may be empty.
[[nodiscard]] Status search_files(FileSystem& files, const std::filesystem::path& data,
                                  const std::filesystem::path& drop, const std::set<std::string>& records,
                                  const std::set<std::string>& sessions, const NameSearch& search);

}  // namespace hamer
