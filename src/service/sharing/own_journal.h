// The lines of a session that is recorded here, for the link (link/own_lines.h): those that are durable, no others.
//
// The recorder's thread adds, the link's reads: any thread. They stand in memory as they came, so nobody has to read a
// disk that may hang.
#pragma once

#include "base/mutex.h"
#include "codec/journal/entry_json.h"
#include "link/own_lines.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace hamer {

class OwnJournal final : public OwnLines {
  public:
    explicit OwnJournal(std::string procedure) : procedure_(std::move(procedure)) {}

    // The next one. Its private lines may be of entries that come later; what is none is left out.
    void add(const EncodedEntry& entry);

    [[nodiscard]] Position head() const override;
    [[nodiscard]] Position at(std::uint64_t seq) const override;
    [[nodiscard]] std::string line(std::uint64_t seq) const override;
    [[nodiscard]] std::vector<std::string> texts(std::uint64_t seq) const override;
    [[nodiscard]] std::string procedure() const override { return procedure_; }

  private:
    const std::string procedure_;
    mutable Mutex mutex_;
    std::vector<std::string> payloads_ GUARDED_BY(mutex_);
    std::vector<Position> places_ GUARDED_BY(mutex_){Position{}};  // of each payload, and before the first
    std::map<std::uint64_t, std::vector<std::string>> texts_ GUARDED_BY(mutex_);
};

}  // namespace hamer
