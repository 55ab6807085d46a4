// Addresses as other programs check them: the grammar of RFC 3986, byte for byte. Nothing is looked up.
#pragma once

#include <string_view>

namespace hamer {

// A URI or a relative reference: "urn:nld:oin:1:systeem:hamer", "https://[::1]:8443/a?b#c", "griffie/raad". The empty
// text is one too. What stands outside ASCII is percent-encoded in a URI, and so refused here.
[[nodiscard]] bool is_uri_reference(std::string_view text);

}  // namespace hamer
