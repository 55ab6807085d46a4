// Why a server says that it refused something: the words of its answer, for a person to read.
#pragma once

#include <string>
#include <string_view>

namespace hamer {

// In one line of printable text, cut with “…” at about two hundred bytes; empty where the answer has no words. It reads
// problem details (RFC 9457, also with the lists of fields that the Dutch API rules and web frameworks put in it),
// other JSON, pages of HTML, XML and plain text. What is no UTF-8 is read as Latin-1.
[[nodiscard]] std::string refusal_reason(std::string_view body);

}  // namespace hamer
