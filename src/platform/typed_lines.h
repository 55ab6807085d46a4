// Lines typed on standard input, for a program that has to look up meanwhile. One in a program; wait() is for one
// thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

class TypedLines {
  public:
    TypedLines();
    ~TypedLines();
    TypedLines(const TypedLines&) = delete;
    TypedLines& operator=(const TypedLines&) = delete;

    // The wait that goes on, or else the next one, comes back. Any thread.
    void wake() const;
    // Waits until something is typed or wake() is called: the lines that are whole since the last time, without their
    // newlines; perhaps none. Nothing once standard input has ended.
    [[nodiscard]] std::optional<std::vector<std::string>> wait();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace hamer
