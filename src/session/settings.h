// The installation's settings: config/hamer.json (config/schema/settings.schema.json).
#pragma once

#include "base/text.h"
#include "session/values.h"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// Where complete records go by themselves. Each is optional.
struct HttpsTarget {
    std::string url;         // https; http for this machine only
    std::string source;      // of the CloudEvents: "urn:nld:oin:<OIN>:systeem:hamer"
    std::string token_file;  // holds a bearer token; may be empty
    std::string ca_file;     // the certificates to trust, instead of the system's; may be empty
    int timeout_seconds = 30;
};
// A case system, by the Dutch standard for case-based working (ZGW): each record is a zaak there, each of its revisions
// a document of it. Addresses begin with https; http for this machine only.
struct ZgwTarget {
    std::string zaken;                              // of the Zaken API: "https://zaaksysteem.example.nl/zaken/api/v1"
    std::string documenten;                         // of the Documenten API
    std::string rsin;                               // of the municipality: nine digits
    std::string zaaktype;                           // its address in the Catalogi API
    std::string statustype;                         // of a new zaak's first status; may be empty: it gets none
    std::string informatieobjecttype;               // of the documents
    std::string confidentiality = "vertrouwelijk";  // a word of the standard's: vertrouwelijkheidaanduiding
    std::string client_id;
    std::string secret_file;  // holds what the tokens are signed with
    std::string ca_file;      // as above
    int timeout_seconds = 30;
};
struct DeliveryTargets {
    std::string folder;
    std::optional<HttpsTarget> https;
    std::optional<ZgwTarget> zgw;
};

// How the broadcast is paused: the regie is told and confirms; OBS Studio is asked; or a program of the municipality's
// own is started.
enum class BroadcastWay { Regie, Obs, Command };
inline constexpr std::array<std::string_view, 3> broadcast_way_words = {"regie", "obs", "command"};
struct ObsSettings {
    std::string host = "127.0.0.1";  // of obs-websocket; the protocol has no encryption, so elsewhere: through a tunnel
    int port = 4455;
    std::string scene = "Vergadering geschorst";  // shown while it is paused
    std::vector<std::string> mute;                // the audio inputs that are silent meanwhile
    std::string password_file;                    // 0600; empty: the desktop's keyring
};
struct CommandSettings {
    std::string program;  // started with `pause` or `resume`; exit status 0 confirms
    int seconds = 10;     // after which it is stopped
};
struct BroadcastSettings {
    BroadcastWay way = BroadcastWay::Regie;
    std::optional<ObsSettings> obs;
    std::optional<CommandSettings> command;
};

// A server that stamps the time on a session's marks (RFC 3161): that they were there then.
struct TimeStampSettings {
    std::string url;      // https, or http: what is sent is a hash, and what comes back is signed
    std::string ca_file;  // of whoever signs its answers; empty: the system's certificates
};

// A council's term, in which a drill is held (5.2). Both days are in it.
struct CouncilTerm {
    std::string from;  // "2026-03-30"
    std::string until;
};

struct Settings {
    Municipality municipality;
    Language language = Language::Dutch;
    std::string procedure = "procedures/leiden-2025.json";  // relative to the settings file
    // A file, relative to the data folder, or a server: postgresql://user@host/database.
    std::string register_place = "register.db";
    DeliveryTargets deliver;
    BroadcastSettings broadcast;
    std::optional<TimeStampSettings> time_stamp;
    std::vector<CouncilTerm> terms;
    int statement_limit_seconds = 120;  // scenario A's statement; reminds and never acts
    int answer_wait_seconds = 3;        // after a request to leave, before its answer takes a tap
    int retention_years = 5;            // after which a record is due for deletion
    int attachment_megabytes = 20;      // of a file beside a record, at most
    std::map<std::string, int, std::less<>> retention_of_class{};  // of a class of conduct, by its word: "d-threat"
};

}  // namespace hamer
