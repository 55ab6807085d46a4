#include "network/module/tls.h"

#include "base/text.h"

#include <boost/asio/buffer.hpp>

namespace hamer {

namespace {

namespace ssl = boost::asio::ssl;
using Failed = boost::system::error_code;

Status only_new_versions(ssl::context& context) {
    Failed failed;
    context.set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 | ssl::context::no_sslv3 |
                            ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1 | ssl::context::no_compression,
                        failed);
    SSL_CTX_set_options(context.native_handle(), SSL_OP_NO_RENEGOTIATION);
    if (failed) return fail(ErrorKind::Refused, "TLS", printable(failed.message(), 200));
    return {};
}

tl::unexpected<Error> unusable(const std::string& where, const LocalText& what, const Failed& failed) {
    const std::string said = printable(failed.message(), 200);
    return fail(ErrorKind::Usage, where, LocalText{what.nl + ": " + said, what.en + ": " + said},
                {"Geef een certificaat en zijn sleutel als PEM, zonder wachtwoord",
                 "Give a certificate and its key as PEM, without a password"},
                Trouble::WrongShape);
}

}  // namespace

Status use_certificate(ssl::context& context, const ServerTls& tls) {
    if (const auto set = only_new_versions(context); !set) return set;
    Failed failed;
    // Nobody is asked for a password of the key.
    context.set_password_callback([](std::size_t, ssl::context::password_purpose) { return std::string(); }, failed);
    context.use_certificate_chain(boost::asio::buffer(tls.certificate), failed);
    if (failed) return unusable(tls.where, {"dit is geen certificaat", "this is no certificate"}, failed);
    context.use_private_key(boost::asio::buffer(tls.key), ssl::context::pem, failed);
    if (failed || SSL_CTX_check_private_key(context.native_handle()) != 1) {
        return unusable(tls.where, {"dit is niet de sleutel van het certificaat", "this is not the certificate's key"},
                        failed);
    }
    return {};
}

Status use_roots(ssl::context& context, const std::string& roots) {
    if (const auto set = only_new_versions(context); !set) return set;
    Failed failed;
    if (roots.empty())
        context.set_default_verify_paths(failed);
    else
        context.add_certificate_authority(boost::asio::buffer(roots), failed);
    if (failed)
        return unusable("TLS", {"deze certificaten zijn niet te lezen", "these certificates cannot be read"}, failed);
    context.set_verify_mode(ssl::verify_peer, failed);
    return {};
}

}  // namespace hamer
