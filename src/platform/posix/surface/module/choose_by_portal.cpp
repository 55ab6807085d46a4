// org.freedesktop.portal.FileChooser: OpenFile and SaveFile.
#include "base/text.h"
#include "base/uri.h"
#include "platform/posix/surface/module/desktop_module.h"
#include "platform/posix/surface/module/portal_request.h"

namespace hamer {
namespace {

constexpr std::uint32_t glob = 0;  // the kind of a pattern

// The bus takes UTF-8 only.
std::string shown(const std::string& text) { return printable(text, 200); }

int append_filters(sd_bus_message* call, const std::vector<FileFilter>& filters) {
    int done = sd_bus_message_open_container(call, 'e', "sv");
    if (done >= 0) done = sd_bus_message_append(call, "s", "filters");
    if (done >= 0) done = sd_bus_message_open_container(call, 'v', "a(sa(us))");
    if (done >= 0) done = sd_bus_message_open_container(call, 'a', "(sa(us))");
    for (const FileFilter& filter : filters) {
        if (done >= 0) done = sd_bus_message_open_container(call, 'r', "sa(us)");
        if (done >= 0) done = sd_bus_message_append(call, "s", shown(filter.name).c_str());
        if (done >= 0) done = sd_bus_message_open_container(call, 'a', "(us)");
        for (const std::string& pattern : filter.patterns) {
            if (done >= 0) done = sd_bus_message_append(call, "(us)", glob, shown(pattern).c_str());
        }
        if (done >= 0) done = sd_bus_message_close_container(call);
        if (done >= 0) done = sd_bus_message_close_container(call);
    }
    for (int open = 0; open < 3 && done >= 0; ++open) done = sd_bus_message_close_container(call);
    return done;
}

// Bytes, with the NUL at their end.
int append_folder(sd_bus_message* call, const std::string& folder) {
    int done = sd_bus_message_open_container(call, 'e', "sv");
    if (done >= 0) done = sd_bus_message_append(call, "s", "current_folder");
    if (done >= 0) done = sd_bus_message_open_container(call, 'v', "ay");
    if (done >= 0) done = sd_bus_message_append_array(call, 'y', folder.c_str(), folder.size() + 1);
    for (int open = 0; open < 2 && done >= 0; ++open) done = sd_bus_message_close_container(call);
    return done;
}

int append(sd_bus_message* call, const FileChoice& choice, const std::string& parent) {
    int done = sd_bus_message_append(call, "ss", parent.c_str(), shown(choice.title).c_str());
    if (done >= 0) done = sd_bus_message_open_container(call, 'a', "{sv}");
    if (done >= 0) done = PortalRequest::append_token(call);
    if (done >= 0 && !choice.filters.empty()) done = append_filters(call, choice.filters);
    if (done >= 0 && choice.kind == FileChoice::Kind::Save && !choice.suggested.empty()) {
        done = sd_bus_message_append(call, "{sv}", "current_name", "s", shown(choice.suggested).c_str());
    }
    if (done >= 0 && choice.folder.is_absolute()) done = append_folder(call, choice.folder.string());
    if (done >= 0) done = sd_bus_message_close_container(call);
    return done;
}

PortalResult<PortalAnswer> ask(const FileChoice& choice, const std::string& parent, const DesktopPatience& patience,
                               int wake) {
    PortalRequest request(patience, wake);
    if (auto connected = request.connect(); !connected) return tl::unexpected(connected.error());
    sd_bus_message* call = request.new_call("org.freedesktop.portal.FileChooser",
                                            choice.kind == FileChoice::Kind::Open ? "OpenFile" : "SaveFile");
    if (call != nullptr && append(call, choice, parent) < 0) {
        sd_bus_message_unref(call);
        return tl::unexpected(PortalFailure{});
    }
    return request.ask(call);
}

}  // namespace

ChosenFile choose_by_portal(const FileChoice& choice, const std::string& parent, const DesktopPatience& patience,
                            int wake) {
    const auto refused = [&](ChooserTrouble trouble, const std::string& cause) {
        return tl::unexpected(chooser_error(trouble, choice.kind, cause));
    };
    const auto answer = ask(choice, parent, patience, wake);
    if (!answer) return refused(answer.error().trouble, answer.error().cause);
    if (answer->outcome == PortalAnswer::Outcome::ClosedByUser) return std::nullopt;
    if (answer->outcome == PortalAnswer::Outcome::Ended) return refused(ChooserTrouble::Stopped, {});
    if (answer->uris.empty()) return refused(ChooserTrouble::Unknown, {});
    const std::string& uri = answer->uris.front();
    const auto file = file_of_uri(uri);
    if (!file) {
        const bool elsewhere = is_uri_reference(uri) && !uri.starts_with("file:///");
        return refused(elsewhere ? ChooserTrouble::NotLocal : ChooserTrouble::Unknown, shown(uri));
    }
    return std::filesystem::path(*file);
}

}  // namespace hamer
