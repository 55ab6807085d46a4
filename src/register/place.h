// Where a register is, as it stands in the settings: a file or a server, and how to say it to people.
//
// A server is written as libpq takes it, as postgresql://user:password@host:port/database?… or as words such as
// host=… user=… password=…. In a URL the user and the password end at the last @ before the host; in them any
// character may stand, or %XX for one. What cannot be read as either is neither opened nor shown.
#pragma once

#include <string>

namespace hamer {

struct RegisterPlace {
    enum class Kind { File, Server, Unknown };

    Kind kind = Kind::File;
    std::string shown{};       // for people, messages and logs: no part of a password is in it
    std::string connection{};  // for libpq, of a server
    bool has_password = false;
};

[[nodiscard]] RegisterPlace read_place(const std::string& text);

}  // namespace hamer
