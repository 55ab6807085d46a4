#include "platform/posix/surface/x11_selection.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>
#include <xcb/xcb.h>

namespace hamer {
namespace {

enum Name : std::size_t {
    Clipboard,
    ClipboardManager,
    SaveTargets,
    Targets,
    Multiple,
    AtomPair,
    Incr,
    Utf8,
    PlainUtf8,
    Plain,
    Text,
    Png,
    Here,
    NameCount
};
constexpr std::array<std::string_view, NameCount> names{
    "CLIPBOARD",   "CLIPBOARD_MANAGER",        "SAVE_TARGETS", "TARGETS", "MULTIPLE",  "ATOM_PAIR",      "INCR",
    "UTF8_STRING", "text/plain;charset=utf-8", "text/plain",   "TEXT",    "image/png", "HAMER_CLIPBOARD"};

// What the X library gives away is freed by its user.
template <typename Given>
struct Free {
    void operator()(Given* given) const { std::free(given); }
};
template <typename Given>
using Owned = std::unique_ptr<Given, Free<Given>>;

std::string utf8_of_latin1(std::string_view text) {
    std::string out;
    for (const char each : text) {
        const auto byte = static_cast<unsigned char>(each);
        if (byte < 0x80) {
            out += each;
        } else {
            out += static_cast<char>(0xC0 | (byte >> 6));
            out += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return out;
}

// Without a character that is there in part only.
void end_at_a_character(std::string& text) {
    std::size_t end = text.size();
    while (end > 0 && text.size() - end < 4 && (static_cast<unsigned char>(text[end - 1]) & 0xC0) == 0x80) --end;
    if (end == 0) return;
    const auto lead = static_cast<unsigned char>(text[end - 1]);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (text.size() - (end - 1) < length) text.resize(end - 1);
}

// What is asked for, by a window of its own: an owner that answers late finds it gone.
struct Asked {
    xcb_window_t window = 0;
    xcb_atom_t target = 0;
    X11Selection::Clock::time_point until;
    std::size_t longest = 0;
    std::function<void(std::string)> came;
    bool in_parts = false;
    std::string text;
};

}  // namespace

struct X11Selection::Parts {
    ~Parts() {
        if (connection) xcb_disconnect(connection);
    }

    [[nodiscard]] xcb_window_t new_window() const {
        const xcb_window_t made = xcb_generate_id(connection);
        const std::uint32_t events = XCB_EVENT_MASK_PROPERTY_CHANGE;
        xcb_create_window(connection, XCB_COPY_FROM_PARENT, made, root, -1, -1, 1, 1, 0, XCB_WINDOW_CLASS_INPUT_ONLY,
                          XCB_COPY_FROM_PARENT, XCB_CW_EVENT_MASK, &events);
        return made;
    }
    void ask_for(xcb_atom_t target) {
        asked->target = target;
        xcb_convert_selection(connection, asked->window, atoms[Clipboard], target, atoms[Here], XCB_CURRENT_TIME);
    }
    void give_up() {
        if (asked) xcb_destroy_window(connection, asked->window);
        asked.reset();
    }
    void finish(std::string text);
    void read_part();
    void selection_came(const xcb_selection_notify_event_t& event);
    void part_came(const xcb_property_notify_event_t& event);
    bool write(xcb_window_t window, xcb_atom_t property, xcb_atom_t target);
    bool write_each(xcb_window_t window, xcb_atom_t property);
    void answer(const xcb_selection_request_event_t& event);
    void handle(const xcb_generic_event_t& event);

    xcb_connection_t* connection = nullptr;
    xcb_window_t root = 0;
    xcb_window_t window = 0;  // owns the clipboard
    std::array<xcb_atom_t, NameCount> atoms{};
    std::optional<Asked> asked;
    std::optional<std::string> own;
    bool handing_over = false;
};

X11Selection::X11Selection(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
X11Selection::~X11Selection() = default;

std::unique_ptr<X11Selection> X11Selection::open() {
    auto parts = std::make_unique<Parts>();
    parts->connection = xcb_connect(nullptr, nullptr);
    if (xcb_connection_has_error(parts->connection) != 0) return nullptr;
    std::array<xcb_intern_atom_cookie_t, NameCount> cookies{};
    for (std::size_t i = 0; i < NameCount; ++i) {
        cookies.at(i) =
            xcb_intern_atom(parts->connection, 0, static_cast<std::uint16_t>(names.at(i).size()), names.at(i).data());
    }
    for (std::size_t i = 0; i < NameCount; ++i) {
        const Owned<xcb_intern_atom_reply_t> atom(xcb_intern_atom_reply(parts->connection, cookies.at(i), nullptr));
        if (!atom) return nullptr;
        parts->atoms.at(i) = atom->atom;
    }
    parts->root = xcb_setup_roots_iterator(xcb_get_setup(parts->connection)).data->root;
    parts->window = parts->new_window();
    xcb_flush(parts->connection);
    return std::unique_ptr<X11Selection>(new X11Selection(std::move(parts)));
}

void X11Selection::ask(Wanted wanted, Clock::time_point until, std::size_t longest,
                       std::function<void(std::string)> came) {
    const bool picture = wanted == Wanted::Picture;
    parts_->give_up();
    if (parts_->own) return came(picture ? std::string() : *parts_->own);
    parts_->asked.emplace();
    parts_->asked->window = parts_->new_window();
    parts_->asked->until = until;
    parts_->asked->longest = longest;
    parts_->asked->came = std::move(came);
    parts_->ask_for(parts_->atoms[picture ? Png : Utf8]);
    xcb_flush(parts_->connection);
}

void X11Selection::put(std::string text) {
    parts_->own = std::move(text);
    xcb_set_selection_owner(parts_->connection, parts_->window, parts_->atoms[Clipboard], XCB_CURRENT_TIME);
    xcb_flush(parts_->connection);
}

bool X11Selection::hand_over() {
    if (!parts_->own) return false;
    xcb_connection_t* connection = parts_->connection;
    const Owned<xcb_get_selection_owner_reply_t> manager(xcb_get_selection_owner_reply(
        connection, xcb_get_selection_owner(connection, parts_->atoms[ClipboardManager]), nullptr));
    if (!manager || manager->owner == XCB_NONE) return false;
    xcb_convert_selection(connection, parts_->window, parts_->atoms[ClipboardManager], parts_->atoms[SaveTargets],
                          parts_->atoms[Here], XCB_CURRENT_TIME);
    xcb_flush(connection);
    return parts_->handing_over = true;
}

bool X11Selection::handing_over() const { return parts_->handing_over && parts_->own; }
int X11Selection::descriptor() const { return xcb_get_file_descriptor(parts_->connection); }

std::optional<X11Selection::Clock::time_point> X11Selection::wake() const {
    return parts_->asked ? std::optional(parts_->asked->until) : std::nullopt;
}

bool X11Selection::tend() {
    while (const Owned<xcb_generic_event_t> event{xcb_poll_for_event(parts_->connection)}) parts_->handle(*event);
    if (parts_->asked && Clock::now() >= parts_->asked->until) parts_->finish({});
    xcb_flush(parts_->connection);
    return xcb_connection_has_error(parts_->connection) == 0;
}

void X11Selection::Parts::handle(const xcb_generic_event_t& event) {
    const void* const any = &event;
    switch (event.response_type & 0x7F) {
        case XCB_SELECTION_NOTIFY:
            return selection_came(*static_cast<const xcb_selection_notify_event_t*>(any));
        case XCB_PROPERTY_NOTIFY:
            return part_came(*static_cast<const xcb_property_notify_event_t*>(any));
        case XCB_SELECTION_REQUEST:
            return answer(*static_cast<const xcb_selection_request_event_t*>(any));
        case XCB_SELECTION_CLEAR:
            if (static_cast<const xcb_selection_clear_event_t*>(any)->selection == atoms[Clipboard]) own.reset();
            return;
        default:
            return;
    }
}

// Taking.

void X11Selection::Parts::finish(std::string text) {
    const auto came = std::move(asked->came);
    give_up();
    came(std::move(text));
}

void X11Selection::Parts::selection_came(const xcb_selection_notify_event_t& event) {
    if (event.requestor == window && event.target == atoms[SaveTargets]) handing_over = false;
    if (!asked || event.requestor != asked->window || asked->in_parts) return;
    if (event.property != XCB_NONE) return read_part();
    if (asked->target == atoms[Utf8]) return ask_for(XCB_ATOM_STRING);
    finish({});
}

// What the owner put in the property, which the owner of a long text fills again as soon as it is deleted.
void X11Selection::Parts::read_part() {
    const std::size_t room = asked->longest - std::min(asked->longest, asked->text.size());
    const auto words = static_cast<std::uint32_t>(room / 4 + 1);
    const Owned<xcb_get_property_reply_t> part(xcb_get_property_reply(
        connection, xcb_get_property(connection, 1, asked->window, atoms[Here], XCB_GET_PROPERTY_TYPE_ANY, 0, words),
        nullptr));
    if (!part) return finish({});
    if (!asked->in_parts && part->type == atoms[Incr]) {
        asked->in_parts = true;
        return;
    }
    const auto length = static_cast<std::size_t>(xcb_get_property_value_length(part.get()));
    const bool whole = part->bytes_after == 0;
    asked->text.append(static_cast<const char*>(xcb_get_property_value(part.get())), length);
    if (asked->in_parts && length > 0 && whole && asked->text.size() < asked->longest) return;
    std::string text = std::move(asked->text);
    if (asked->target == atoms[Png]) return finish(whole && text.size() <= asked->longest ? std::move(text) : "");
    if (asked->target == XCB_ATOM_STRING) text = utf8_of_latin1(text);
    if (text.size() > asked->longest) text.resize(asked->longest);
    if (!whole || text.size() == asked->longest) end_at_a_character(text);
    finish(std::move(text));
}

void X11Selection::Parts::part_came(const xcb_property_notify_event_t& event) {
    if (!asked || !asked->in_parts || event.window != asked->window) return;
    if (event.atom == atoms[Here] && event.state == XCB_PROPERTY_NEW_VALUE) read_part();
}

// Giving.

bool X11Selection::Parts::write(xcb_window_t to, xcb_atom_t property, xcb_atom_t target) {
    if (target == atoms[Targets]) {
        const std::array given{atoms[Targets],   atoms[Multiple], atoms[SaveTargets], atoms[Utf8],
                               atoms[PlainUtf8], atoms[Plain],    atoms[Text]};
        xcb_change_property(connection, XCB_PROP_MODE_REPLACE, to, property, XCB_ATOM_ATOM, 32,
                            static_cast<std::uint32_t>(given.size()), given.data());
        return true;
    }
    if (target == atoms[SaveTargets]) {
        xcb_change_property(connection, XCB_PROP_MODE_REPLACE, to, property, XCB_ATOM_ATOM, 32, 0, nullptr);
        return true;
    }
    const bool text =
        target == atoms[Utf8] || target == atoms[PlainUtf8] || target == atoms[Plain] || target == atoms[Text];
    // Longer than one request may be nothing of Hamer's is.
    if (!text || !own || own->size() / 4 + 16 > xcb_get_maximum_request_length(connection)) return false;
    xcb_change_property(connection, XCB_PROP_MODE_REPLACE, to, property, target == atoms[Text] ? atoms[Utf8] : target,
                        8, static_cast<std::uint32_t>(own->size()), own->data());
    return true;
}

// Several at once: the property holds pairs of what is asked for and where it is to come (ICCCM 2.6.2).
bool X11Selection::Parts::write_each(xcb_window_t to, xcb_atom_t property) {
    constexpr std::uint32_t most = 64;
    const Owned<xcb_get_property_reply_t> asked_for(xcb_get_property_reply(
        connection, xcb_get_property(connection, 0, to, property, XCB_GET_PROPERTY_TYPE_ANY, 0, most), nullptr));
    if (!asked_for || asked_for->format != 32) return false;
    const auto* first = static_cast<const xcb_atom_t*>(xcb_get_property_value(asked_for.get()));
    std::vector<xcb_atom_t> pairs(
        first, first + static_cast<std::size_t>(xcb_get_property_value_length(asked_for.get())) / sizeof(xcb_atom_t));
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
        if (!write(to, pairs[i + 1], pairs[i])) pairs[i + 1] = XCB_NONE;
    }
    xcb_change_property(connection, XCB_PROP_MODE_REPLACE, to, property, atoms[AtomPair], 32,
                        static_cast<std::uint32_t>(pairs.size()), pairs.data());
    return true;
}

void X11Selection::Parts::answer(const xcb_selection_request_event_t& event) {
    const xcb_atom_t property = event.property == XCB_NONE ? event.target : event.property;
    const bool done = own && event.selection == atoms[Clipboard] &&
                      (event.target == atoms[Multiple] ? write_each(event.requestor, property)
                                                       : write(event.requestor, property, event.target));
    xcb_selection_notify_event_t told{};
    told.response_type = XCB_SELECTION_NOTIFY;
    told.time = event.time;
    told.requestor = event.requestor;
    told.selection = event.selection;
    told.target = event.target;
    told.property = done ? property : static_cast<xcb_atom_t>(XCB_NONE);
    std::array<char, 32> bytes{};  // an event takes so many
    std::memcpy(bytes.data(), &told, sizeof(told));
    xcb_send_event(connection, 0, event.requestor, XCB_EVENT_MASK_NO_EVENT, bytes.data());
}

}  // namespace hamer
