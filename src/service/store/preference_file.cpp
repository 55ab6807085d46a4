#include "service/store/preference_file.h"

#include "codec/settings/preferences_json.h"
#include "journal/durable.h"

namespace hamer {

PreferenceFile::PreferenceFile(FileSystem& files, const std::filesystem::path& data)
    : files_(files), path_(data.empty() ? data : data / "preferences.json") {
    read();
}

void PreferenceFile::read() {
    if (path_.empty()) return;
    problem_.reset();
    const auto text = files_.read(path_);
    if (!text) {
        problem_ = text.error();
        return;
    }
    if (!*text) return;  // nothing was chosen yet
    if (auto read = read_preferences(**text, path_.string())) {
        preferences_ = *read;
    } else {
        problem_ = read.error();
        broken_ = **text;
    }
}

void PreferenceFile::keep(const Preferences& preferences) {
    preferences_ = preferences;
    if (path_.empty()) return;
    problem_.reset();
    if (broken_) {
        auto aside = path_;
        aside += ".broken";
        if (const auto kept = keep_copy(files_, aside, *broken_); !kept) {
            problem_ = kept.error();
            return;
        }
        broken_.reset();
    }
    if (const auto written = replace_file(files_, path_, write_preferences(preferences)); !written) {
        problem_ = written.error();
    }
}

}  // namespace hamer
