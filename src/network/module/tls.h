// Certificates and keys for both ends: TLS 1.2 or later, OpenSSL's own choice of ciphers.
#pragma once

#include "base/result.h"
#include "network/link_server.h"

#include <boost/asio/ssl/context.hpp>
#include <string>

namespace hamer {

// Refuses texts that are no PEM, and a key that is not the certificate's.
[[nodiscard]] Status use_certificate(boost::asio::ssl::context& context, const ServerTls& tls);
// The roots in the text; of this system where it is empty.
[[nodiscard]] Status use_roots(boost::asio::ssl::context& context, const std::string& roots);

}  // namespace hamer
