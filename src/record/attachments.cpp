#include "record/attachments.h"

#include "base/text.h"
#include "session/entry.h"

#include <algorithm>
#include <array>

namespace hamer {

namespace {

struct Kind {
    std::string_view begins;
    std::size_t at;  // where these bytes stand
    std::string_view type;
    std::string_view ending;
};

using namespace std::string_view_literals;

constexpr std::array kinds = {Kind{"\x89PNG\r\n\x1a\n"sv, 0, "image/png", ".png"},
                              Kind{"\xff\xd8\xff"sv, 0, "image/jpeg", ".jpg"},
                              Kind{"GIF8"sv, 0, "image/gif", ".gif"},
                              Kind{"WEBP"sv, 8, "image/webp", ".webp"},
                              Kind{"%PDF-"sv, 0, "application/pdf", ".pdf"},
                              Kind{"PK\x03\x04"sv, 0, "application/zip", ".zip"},
                              Kind{"ID3"sv, 0, "audio/mpeg", ".mp3"},
                              Kind{"\xff\xfb"sv, 0, "audio/mpeg", ".mp3"},
                              Kind{"WAVE"sv, 8, "audio/wav", ".wav"},
                              Kind{"OggS"sv, 0, "audio/ogg", ".ogg"},
                              Kind{"ftypM4A"sv, 4, "audio/mp4", ".m4a"},
                              Kind{"ftyp"sv, 4, "video/mp4", ".mp4"},
                              Kind{"\x1a\x45\xdf\xa3"sv, 0, "video/webm", ".webm"}};
constexpr std::string_view plain = "text/plain", unknown = "application/octet-stream";

}  // namespace

std::string_view media_type_of(std::string_view bytes) {
    const auto found = std::ranges::find_if(
        kinds, [&](const Kind& one) { return bytes.size() > one.at && bytes.substr(one.at).starts_with(one.begins); });
    if (found != kinds.end()) return found->type;
    return is_utf8(bytes) && bytes.find('\0') == std::string_view::npos ? plain : unknown;
}

Attachment erased(Attachment attachment) {
    for (std::string* text : {&attachment.name, &attachment.remark}) {
        if (!text->empty()) *text = erased_text;
    }
    attachment.sha256.clear();
    return attachment;
}

std::string file_name_of(const Attachment& attachment) {
    const auto found = std::ranges::find(kinds, attachment.type, &Kind::type);
    const std::string_view ending = found != kinds.end() ? found->ending : attachment.type == plain ? ".txt" : ".bin";
    return "Bijlage " + attachment.id + std::string(ending);
}

}  // namespace hamer
