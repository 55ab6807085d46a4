// Addresses as other programs check them: the grammar of RFC 3986, byte for byte. Nothing is looked up.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hamer {

// A URI or a relative reference: "urn:nld:oin:1:systeem:hamer", "https://[::1]:8443/a?b#c", "griffie/raad". The empty
// text is one too. What stands outside ASCII is percent-encoded in a URI, and so refused here.
[[nodiscard]] bool is_uri_reference(std::string_view text);

// As a value in a query: whatever is not unreserved becomes %XX (RFC 3986, 2.1 and 2.3).
[[nodiscard]] std::string percent_encoded(std::string_view text);

// The path of a file on this machine, byte for byte: "file:///tmp/a%20b" is "/tmp/a b" (RFC 8089). Nothing where it is
// no such address: another scheme, another host than none or "localhost", an escape that is broken or stands for a NUL
// or a slash, a query or a fragment. Characters that belong in escapes may stand as they are: some desktops leave them
// so.
[[nodiscard]] std::optional<std::string> file_of_uri(std::string_view uri);

}  // namespace hamer
