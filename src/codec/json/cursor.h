// Reading a JSON value that must have a given shape: every error names the file and the place in it as a JSON pointer
// (RFC 6901). Internal to codec/: errors travel as exceptions here and become Results in `reading`.
#pragma once

#include "base/result.h"
#include "base/text.h"
#include "codec/json/parse.h"

#include <exception>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hamer {

class ShapeError final : public std::exception {
  public:
    explicit ShapeError(Error error) : error_(std::move(error)) {}
    [[nodiscard]] const Error& error() const { return error_; }
    [[nodiscard]] const char* what() const noexcept override { return error_.problem.c_str(); }

  private:
    Error error_;
};

class Cursor {
  public:
    // Both outlive the cursor and those made from it.
    Cursor(const Json& value, std::string_view file) : Cursor(value, file, "") {}

    [[noreturn]] void fail(const std::string& problem, const std::string& advice = {},
                           Trouble trouble = Trouble::WrongShape) const;
    // In both languages.
    [[noreturn]] void fail(const LocalText& problem, const LocalText& advice = {}) const;
    // For a value of another kind: "expected an object, found a number".
    [[noreturn]] void fail_as_no(const LocalText& kind) const;

    const Cursor& object() const;  // fails when it is something else; gives itself

    // An object with all of these keys and none but these and the optional ones. Gives itself.
    const Cursor& keys(std::initializer_list<const char*> required,
                       std::initializer_list<const char*> optional = {}) const;
    const Cursor& keys(std::initializer_list<const char*> required, std::span<const char* const> optional) const;
    [[nodiscard]] bool has(const char* key) const;
    [[nodiscard]] Cursor at(const char* key) const;  // fails when absent, and of what is no object
    [[nodiscard]] std::vector<std::pair<std::string, Cursor>> members() const;
    [[nodiscard]] std::vector<Cursor> items() const;

    [[nodiscard]] std::string string(std::size_t limit = 4000) const;
    [[nodiscard]] std::string word() const;  // a non-empty string of letters, digits, '-', '_' and '.'
    [[nodiscard]] LocalText text() const;    // {"nl": …, "en": …}
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] std::int64_t integer(std::int64_t smallest, std::int64_t largest) const;

    [[nodiscard]] bool boolean_or(const char* key, bool otherwise) const;
    [[nodiscard]] std::string string_or(const char* key, std::string otherwise) const;

    [[nodiscard]] bool is_string() const { return value_->is_string(); }
    [[nodiscard]] bool is_boolean() const { return value_->is_boolean(); }
    [[nodiscard]] const Json& json() const { return *value_; }
    [[nodiscard]] std::string where() const;

  private:
    Cursor(const Json& value, std::string_view file, std::string pointer)
        : value_(&value), file_(file), pointer_(std::move(pointer)) {}
    [[nodiscard]] Cursor child(const Json& value, std::string_view name) const;

    const Json* value_;
    std::string_view file_;
    std::string pointer_;
};

// Runs `read` and turns its errors into a Result.
template <typename Read>
auto reading(const std::string& file, const Read& read) -> Result<decltype(read())> {
    try {
        return read();
    } catch (const ShapeError& error) {
        return tl::unexpected<Error>(error.error());
    } catch (const std::exception& error) {
        return hamer::fail(ErrorKind::Usage, file, error.what(), {}, Trouble::WrongShape);
    }
}

}  // namespace hamer
