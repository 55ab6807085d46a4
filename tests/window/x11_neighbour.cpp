// Another program on the same X display, for the tests that stop it or make it slow (SIGSTOP from outside):
//
//     x11_neighbour text TEXT      owns the clipboard, and answers
//     x11_neighbour slowly TEXT    the same, a byte a second
//     x11_neighbour long BYTES     the same, with so many in pieces
//     x11_neighbour picture FILE   has a picture on the clipboard, as PNG, and no text
//     x11_neighbour manager        a clipboard manager; prints the text that it was given to keep
//     x11_neighbour input-method   an input method, "@im=neighbour", that has no answers
//     x11_neighbour paste          prints the clipboard's text, and ends
//     x11_neighbour drop WINDOW URI   drags a file onto that window and lets go in its middle, and ends when it was
//     taken
//
// It prints "ready" once it is what it should be.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <xcb/xcb.h>

namespace {

xcb_connection_t* connection = nullptr;
xcb_window_t own = 0;

xcb_atom_t atom(const char* name) {
    auto* answer = xcb_intern_atom_reply(
        connection, xcb_intern_atom(connection, 0, static_cast<std::uint16_t>(std::strlen(name)), name), nullptr);
    const xcb_atom_t made = answer->atom;
    std::free(answer);
    return made;
}

void say(const std::string& text) {
    std::puts(text.c_str());
    std::fflush(stdout);
}

void own_selection(const char* name) {
    xcb_set_selection_owner(connection, own, atom(name), XCB_CURRENT_TIME);
    xcb_flush(connection);
}

void tell(const xcb_selection_request_event_t& asked, xcb_atom_t property) {
    xcb_selection_notify_event_t told{};
    told.response_type = XCB_SELECTION_NOTIFY;
    told.requestor = asked.requestor;
    told.selection = asked.selection;
    told.target = asked.target;
    told.property = property;
    char bytes[32] = {};
    std::memcpy(bytes, &told, sizeof(told));
    xcb_send_event(connection, 0, asked.requestor, 0, bytes);
    xcb_flush(connection);
}

xcb_generic_event_t* next_event(std::uint8_t kind) {
    while (auto* event = xcb_wait_for_event(connection)) {
        if ((event->response_type & 0x7F) == kind) return event;
        std::free(event);
    }
    std::exit(0);  // the display is gone
}

void write(xcb_window_t window, xcb_atom_t property, xcb_atom_t type, const std::string& text) {
    xcb_change_property(connection, XCB_PROP_MODE_REPLACE, window, property, type, 8,
                        static_cast<std::uint32_t>(text.size()), text.data());
    xcb_flush(connection);
}

// In pieces (ICCCM 2.7.2): each is written when the former was taken away.
void write_in_pieces(const xcb_selection_request_event_t& asked, const std::string& text, std::size_t piece,
                     std::chrono::milliseconds between) {
    const std::uint32_t events = XCB_EVENT_MASK_PROPERTY_CHANGE;
    xcb_change_window_attributes(connection, asked.requestor, XCB_CW_EVENT_MASK, &events);
    const auto size = static_cast<std::uint32_t>(text.size());
    xcb_change_property(connection, XCB_PROP_MODE_REPLACE, asked.requestor, asked.property, atom("INCR"), 32, 1, &size);
    tell(asked, asked.property);
    // An empty piece ends it.
    for (std::size_t at = 0;; at += piece) {
        while (true) {
            auto* event = next_event(XCB_PROPERTY_NOTIFY);
            const bool taken = reinterpret_cast<xcb_property_notify_event_t*>(event)->state == XCB_PROPERTY_DELETE;
            std::free(event);
            if (taken) break;
        }
        std::this_thread::sleep_for(between);
        write(asked.requestor, asked.property, asked.target, text.substr(std::min(at, text.size()), piece));
        if (at >= text.size()) return;
    }
}

std::string paste() {
    xcb_convert_selection(connection, own, atom("CLIPBOARD"), atom("UTF8_STRING"), atom("PASTED"), XCB_CURRENT_TIME);
    xcb_flush(connection);
    auto* event = next_event(XCB_SELECTION_NOTIFY);
    const xcb_atom_t property = reinterpret_cast<xcb_selection_notify_event_t*>(event)->property;
    std::free(event);
    if (property == XCB_NONE) return "nothing";
    auto* answer = xcb_get_property_reply(
        connection, xcb_get_property(connection, 1, own, property, XCB_GET_PROPERTY_TYPE_ANY, 0, 100'000), nullptr);
    std::string text(static_cast<const char*>(xcb_get_property_value(answer)),
                     static_cast<std::size_t>(xcb_get_property_value_length(answer)));
    std::free(answer);
    return text;
}

[[noreturn]] void manage() {
    own_selection("CLIPBOARD_MANAGER");
    say("ready");
    while (true) {
        auto* event = next_event(XCB_SELECTION_REQUEST);
        const auto asked = *reinterpret_cast<xcb_selection_request_event_t*>(event);
        std::free(event);
        say(paste());
        tell(asked, asked.property);
    }
}

[[noreturn]] void be_an_input_method(xcb_window_t root) {
    own_selection("@server=neighbour");
    const xcb_atom_t server = atom("@server=neighbour");
    xcb_change_property(connection, XCB_PROP_MODE_REPLACE, root, atom("XIM_SERVERS"), XCB_ATOM_ATOM, 32, 1, &server);
    xcb_flush(connection);
    say("ready");
    while (true) std::free(next_event(0));
}

void send(xcb_window_t to, const char* type, const std::array<std::uint32_t, 5>& data) {
    xcb_client_message_event_t message{};
    message.response_type = XCB_CLIENT_MESSAGE;
    message.format = 32;
    message.window = to;
    message.type = atom(type);
    std::ranges::copy(data, message.data.data32);
    char bytes[32] = {};
    std::memcpy(bytes, &message, sizeof(message));
    xcb_send_event(connection, 0, to, 0, bytes);
    xcb_flush(connection);
}

std::array<std::uint32_t, 5> next_message(xcb_atom_t type) {
    while (true) {
        auto* event = next_event(XCB_CLIENT_MESSAGE);
        const auto message = *reinterpret_cast<xcb_client_message_event_t*>(event);
        std::free(event);
        std::array<std::uint32_t, 5> data{};
        std::ranges::copy(message.data.data32, data.begin());
        if (message.type == type) return data;
    }
}

// Drag and drop by the XDND protocol, version 5, as the side that has the file. 0: it was taken.
int drop(xcb_window_t root, xcb_window_t onto, const std::string& uri) {
    auto* size = xcb_get_geometry_reply(connection, xcb_get_geometry(connection, onto), nullptr);
    auto* there = xcb_translate_coordinates_reply(
        connection,
        xcb_translate_coordinates(connection, onto, root, static_cast<std::int16_t>(size->width / 2),
                                  static_cast<std::int16_t>(size->height / 2)),
        nullptr);
    const auto middle = (static_cast<std::uint32_t>(there->dst_x) << 16U) | static_cast<std::uint32_t>(there->dst_y);
    std::free(size);
    std::free(there);
    own_selection("XdndSelection");
    const xcb_atom_t copy = atom("XdndActionCopy");
    send(onto, "XdndEnter", {own, 5U << 24U, atom("text/uri-list"), 0, 0});
    send(onto, "XdndPosition", {own, 0, middle, XCB_CURRENT_TIME, copy});
    if ((next_message(atom("XdndStatus"))[1] & 1U) == 0) return 1;
    send(onto, "XdndDrop", {own, 0, XCB_CURRENT_TIME, 0, 0});
    auto* event = next_event(XCB_SELECTION_REQUEST);
    const auto asked = *reinterpret_cast<xcb_selection_request_event_t*>(event);
    std::free(event);
    write(asked.requestor, asked.property, asked.target, uri + "\r\n");
    tell(asked, asked.property);
    return (next_message(atom("XdndFinished"))[1] & 1U) == 0 ? 1 : 0;
}

}  // namespace

int main(int count, char** words) {
    const std::string what = count > 1 ? words[1] : "";
    connection = xcb_connect(nullptr, nullptr);
    if (xcb_connection_has_error(connection) != 0) return 1;
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root;
    own = xcb_generate_id(connection);
    xcb_create_window(connection, 0, own, root, 0, 0, 1, 1, 0, XCB_WINDOW_CLASS_INPUT_ONLY, 0, 0, nullptr);
    if (what == "manager") manage();
    if (what == "input-method") be_an_input_method(root);
    if (what == "paste") {
        say(paste());
        return 0;
    }
    if (count < 3) return 2;
    if (what == "drop") return count < 4 ? 2 : drop(root, static_cast<xcb_window_t>(std::stoul(words[2])), words[3]);
    own_selection("CLIPBOARD");
    say("ready");
    while (true) {
        auto* event = next_event(XCB_SELECTION_REQUEST);
        const auto asked = *reinterpret_cast<xcb_selection_request_event_t*>(event);
        std::free(event);
        if (what == "picture") {
            std::ifstream file(words[2], std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(file), {}};
            if (asked.target == atom("image/png"))
                write_in_pieces(asked, bytes, 60'000, std::chrono::milliseconds(0));
            else
                tell(asked, XCB_NONE);
        } else if (what == "slowly") {
            write_in_pieces(asked, words[2], 1, std::chrono::seconds(1));
        } else if (what == "long") {
            write_in_pieces(asked, std::string(std::stoul(words[2]), 'x'), 60'000, std::chrono::milliseconds(0));
        } else {
            write(asked.requestor, asked.property, asked.target, words[2]);
            tell(asked, asked.property);
        }
    }
}
