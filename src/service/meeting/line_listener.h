// Who is told of a session's lines once they are on this device's disk: the link, which brings them to others.
#pragma once

#include "codec/journal/entry_json.h"

#include <cstdint>
#include <string>

namespace hamer {

struct BegunSession {
    std::string id;
    bool drill = false;
    std::string procedure;  // procedure.json, byte for byte
};

class LineListener {
  public:
    virtual ~LineListener() = default;
    // A session begins or goes on; on the service's thread, before its first line.
    virtual void begun(const BegunSession& session) = 0;
    // The next line of that session is durable: from the first on, each once, in order. When a session goes on, those
    // that were found come too, and the first of them has all their private lines. On the recorder's thread, which may
    // outlive the session where a disk hangs; it waits for this, so it may not take long.
    virtual void durable(const std::string& session, const EncodedEntry& entry) = 0;
    // It is put away with this line, which may not be durable yet.
    virtual void put_away(const std::string& session, std::uint64_t seq) = 0;
};

}  // namespace hamer
