#include "service/store/time_stamp.h"

#include "base/attempt.h"
#include "base/text.h"
#include "codec/journal/refusal_reason.h"
#include "journal/durable.h"
#include "platform/input_file.h"
#include "service/store/http_client.h"
#include "service/store/session_folder.h"
#include "service/store/session_origin.h"
#include "service/store/vouchers.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <fmt/format.h>
#include <memory>
#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/ts.h>

namespace hamer {

namespace {

namespace fs = std::filesystem;
using Request = std::unique_ptr<TS_REQ, decltype(&TS_REQ_free)>;
using Response = std::unique_ptr<TS_RESP, decltype(&TS_RESP_free)>;
using Check = std::unique_ptr<TS_VERIFY_CTX, decltype(&TS_VERIFY_CTX_free)>;

constexpr std::size_t sessions_looked_at = 50;
constexpr std::size_t longest_answer = 64 * 1024;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

// In brackets, in OpenSSL's words; empty when it gave none.
std::string last_problem() {
    const unsigned long code = ERR_get_error();
    const char* reason = code ? ERR_reason_error_string(code) : nullptr;
    ERR_clear_error();
    return reason ? fmt::format(" ({})", reason) : std::string();
}

bool add_imprint(TS_REQ* request, std::string_view bytes) {
    std::array<unsigned char, 32> digest{};
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1) return false;
    const std::unique_ptr<X509_ALGOR, decltype(&X509_ALGOR_free)> algorithm(X509_ALGOR_new(), &X509_ALGOR_free);
    const std::unique_ptr<TS_MSG_IMPRINT, decltype(&TS_MSG_IMPRINT_free)> imprint(TS_MSG_IMPRINT_new(),
                                                                                  &TS_MSG_IMPRINT_free);
    return algorithm && imprint &&
           X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr) == 1 &&
           TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1 &&
           TS_MSG_IMPRINT_set_msg(imprint.get(), digest.data(), static_cast<int>(digest.size())) == 1 &&
           TS_REQ_set_msg_imprint(request, imprint.get()) == 1;
}

// A number that no earlier request had, so that an old answer is not taken for a new one.
bool add_nonce(TS_REQ* request) {
    std::array<unsigned char, 8> random{};
    const std::unique_ptr<ASN1_INTEGER, decltype(&ASN1_INTEGER_free)> nonce(ASN1_INTEGER_new(), &ASN1_INTEGER_free);
    if (!nonce || RAND_bytes(random.data(), static_cast<int>(random.size())) != 1) return false;
    std::uint64_t value = 0;
    for (const unsigned char byte : random) value = value << 8 | byte;
    return ASN1_INTEGER_set_uint64(nonce.get(), value | 1) == 1 && TS_REQ_set_nonce(request, nonce.get()) == 1;
}

Request request_for(std::string_view bytes) {
    Request request(TS_REQ_new(), &TS_REQ_free);
    if (!request || TS_REQ_set_version(request.get(), 1) != 1 || !add_imprint(request.get(), bytes)) request.reset();
    return request;
}

bool trust(TS_VERIFY_CTX* check, const std::string& ca_file) {
    X509_STORE* store = X509_STORE_new();
    if (!store) return false;
    TS_VERIFY_CTX_set_store(check, store);  // which frees it
    return (ca_file.empty() ? X509_STORE_set_default_paths(store) : X509_STORE_load_file(store, ca_file.c_str())) == 1;
}

Result<Instant> time_of(TS_RESP* answer, const std::string& where) {
    const ASN1_GENERALIZEDTIME* stamped = TS_TST_INFO_get_time(TS_RESP_get_tst_info(answer));
    std::tm time{};
    if (!stamped || ASN1_TIME_to_tm(stamped, &time) != 1) {
        return fail(ErrorKind::Refused, where,
                    LocalText{"in het tijdstempel staat geen tijd", "the time stamp holds no time"},
                    LocalText{"Vraag een ander tijdstempel aan", "Ask for another"});
    }
    const std::chrono::sys_days day{std::chrono::year{time.tm_year + 1900} / (time.tm_mon + 1) / time.tm_mday};
    const auto at =
        day + std::chrono::hours(time.tm_hour) + std::chrono::minutes(time.tm_min) + std::chrono::seconds(time.tm_sec);
    return Instant{std::int64_t{at.time_since_epoch().count()} * 1000, 0};
}

// One mark: true when its stamp is there now.
Status stamp(FileSystem& files, const fs::path& folder, std::uint64_t seq, const TimeStampSettings& settings,
             const std::function<bool()>& stop) {
    const auto mark = files.read(folder / mark_file_name(seq));
    if (!mark || !*mark) return {};
    ASSIGN_OR_RETURN(const auto request, time_stamp_request(**mark));
    HttpRequest asked;
    asked.url = settings.url;
    asked.headers = {"Content-Type: application/timestamp-query"};
    asked.body = request;
    asked.ca_file = settings.url.starts_with("https://") ? settings.ca_file : std::string();
    asked.total_ms = 10'000;
    asked.stop = stop;
    asked.keep_bytes = longest_answer;
    const HttpAnswer answer = ask(asked);
    if (answer.status != 200) {
        const std::string& why = answer.problem;
        const std::string reason = refusal_reason(answer.body);
        const std::string quoted = reason.empty() ? "" : ": “" + reason + "”";
        return fail(ErrorKind::Storage, settings.url,
                    answer.status == 0 ? LocalText{fmt::format("de server geeft geen antwoord ({})", why),
                                                   fmt::format("the server gives no answer ({})", why)}
                                       : LocalText{fmt::format("de server antwoordt {}{}", answer.status, quoted),
                                                   fmt::format("the server answers {}{}", answer.status, quoted)},
                    LocalText{"Hamer vraagt het later nog eens", "Hamer asks again later"});
    }
    RETURN_IF_ERROR(without_value(read_time_stamp(answer.body, **mark, settings.ca_file, settings.url, request)));
    return replace_file(files, folder / stamp_file_name(seq), answer.body);
}

}  // namespace

Result<std::string> time_stamp_request(std::string_view bytes) {
    const Request request = request_for(bytes);
    unsigned char* der = nullptr;
    const bool made = request && add_nonce(request.get()) && TS_REQ_set_cert_req(request.get(), 1) == 1;
    const int size = made ? i2d_TS_REQ(request.get(), &der) : 0;
    if (size <= 0) {
        const std::string why = last_problem();
        return fail(ErrorKind::Storage, "RFC 3161",
                    LocalText{"Hamer kan geen tijdstempel vragen" + why, "Hamer cannot ask for a time stamp" + why},
                    LocalText{"Installeer Hamer opnieuw", "Install Hamer again"});
    }
    std::string text(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
    OPENSSL_free(der);
    return text;
}

Result<Instant> read_time_stamp(std::string_view answer, std::string_view bytes, const std::string& ca_file,
                                const std::string& where, std::string_view request) {
    const unsigned char* at = bytes_of(answer);
    const Response response(d2i_TS_RESP(nullptr, &at, static_cast<long>(answer.size())), &TS_RESP_free);
    const unsigned char* asked_at = bytes_of(request);
    const Request asked =
        request.empty() ? request_for(bytes)
                        : Request(d2i_TS_REQ(nullptr, &asked_at, static_cast<long>(request.size())), &TS_REQ_free);
    if (!response || !asked || at != bytes_of(answer) + answer.size()) {
        ERR_clear_error();
        return fail(ErrorKind::Refused, where, LocalText{"dit is geen tijdstempel", "this is no time stamp"},
                    LocalText{"Vraag een ander tijdstempel aan", "Ask for another"});
    }
    if (!ca_file.empty()) {
        RETURN_IF_ERROR(expect_file(ca_file));
    }
    const Check check(TS_REQ_to_TS_VERIFY_CTX(asked.get(), nullptr), &TS_VERIFY_CTX_free);
    const bool ready = check && trust(check.get(), ca_file);
    if (ready) TS_VERIFY_CTX_add_flags(check.get(), TS_VFY_SIGNATURE | TS_VFY_SIGNER);
    if (!ready || TS_RESP_verify_response(check.get(), response.get()) != 1) {
        const std::string why = last_problem();
        return fail(ErrorKind::Refused, where,
                    LocalText{"het tijdstempel klopt niet" + why, "the time stamp does not verify" + why},
                    LocalText{"Kijk of /witness/timestamp in de instellingen klopt",
                              "Check /witness/timestamp in the settings"});
    }
    return time_of(response.get(), where);
}

StampRun stamp_marks(FileSystem& files, const fs::path& data, const TimeStampSettings& settings,
                     const std::function<bool()>& stop) {
    StampRun run;
    const fs::path parent = sessions_folder(data, false);
    const auto ids = list_sessions(files, parent);
    if (!ids) return run;
    std::size_t looked_at = 0;
    for (auto id = ids->rbegin(); id != ids->rend() && looked_at < sessions_looked_at; ++id, ++looked_at) {
        const auto origin = origin_of(files, parent / *id);
        if (!origin || *origin) continue;  // the marks of another device are its own to have stamped
        const auto names = files.list(parent / *id);
        if (!names) continue;
        for (const std::string& name : *names) {
            const auto seq = mark_number(name);
            if (!seq || std::ranges::find(*names, stamp_file_name(*seq)) != names->end()) continue;
            const bool go_on = !run.problem && !stop();
            const Status done = go_on ? stamp(files, parent / *id, *seq, settings, stop) : Status{};
            if (!done) run.problem = done.error();
            ++(go_on && done ? run.stamped : run.waiting);
        }
    }
    return run;
}

}  // namespace hamer
