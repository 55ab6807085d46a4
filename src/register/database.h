// The connection behind a Register, and the line at which its exceptions stop. Internal to register/.
#pragma once

#include "base/result.h"
#include "platform/guarded_files.h"
#include "register/register.h"
#include "register/soci.h"

#include <exception>
#include <filesystem>
#include <string>
#include <type_traits>

namespace hamer {

// An Error on its way out of a transaction.
class RegisterError final : public std::exception {
  public:
    explicit RegisterError(Error error) : error_(std::move(error)) {}
    [[nodiscard]] const Error& error() const { return error_; }
    [[nodiscard]] const char* what() const noexcept override { return error_.problem.c_str(); }

  private:
    Error error_;
};

// The present exception as an Error about the register at `where`. Call it in a catch block only.
[[nodiscard]] Error explain_exception(const std::string& where);

// Runs `work` and turns every exception into an Error.
template <typename Work>
auto guarded(const std::string& where, const Work& work) -> Result<decltype(work())> {
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (...) {
        return tl::unexpected<Error>(explain_exception(where));
    }
}

class Register::Database {
  public:
    // Throws what guarded() turns into an Error. `files` guards the register's file where it is one.
    Database(const std::string& location, std::vector<std::string> targets, FileGuard files);

    FileGuard files;  // before the session, so that it guards for longer than SQLite holds
    soci::session sql;
    std::string where;                 // the location, for errors
    std::vector<std::string> targets;  // of deliveries
};

// Takes the right to write at once, so that two writers wait for each other and never deadlock. Rolls back unless
// commit() was called.
class WriteTransaction {
  public:
    explicit WriteTransaction(soci::session& sql);
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction&) = delete;
    WriteTransaction& operator=(const WriteTransaction&) = delete;
    void commit();

  private:
    void roll_back();

    soci::session& sql_;
    bool open_ = true;
};

}  // namespace hamer
