#include "service/sharing/own_journal.h"

namespace hamer {

void OwnJournal::add(const EncodedEntry& entry) {
    LineMaker maker;
    const Position before = head();
    (void)maker.make(before, entry.payload);
    const MutexLock hold(mutex_);
    payloads_.push_back(entry.payload);
    places_.push_back(maker.made());
    for (const std::string& line : entry.private_lines) {
        const PrivateTexts read = read_private_texts({line});
        if (read.size() == 1) texts_[read.begin()->first.first].push_back(line);
    }
}

Position OwnJournal::head() const {
    const MutexLock hold(mutex_);
    return places_.back();
}

Position OwnJournal::at(std::uint64_t seq) const {
    const MutexLock hold(mutex_);
    return places_.at(seq);
}

std::string OwnJournal::line(std::uint64_t seq) const {
    const MutexLock hold(mutex_);
    LineMaker maker;
    const std::string_view made = maker.make(places_.at(seq - 1), payloads_.at(seq - 1));
    return std::string(made.substr(0, made.size() - 1));
}

std::vector<std::string> OwnJournal::texts(std::uint64_t seq) const {
    const MutexLock hold(mutex_);
    const auto found = texts_.find(seq);
    return found == texts_.end() ? std::vector<std::string>{} : found->second;
}

}  // namespace hamer
