#include "screen.h"

#include "measures.h"
#include "sampling.h"

#include <chrono>
#include <cstdlib>
#include <thread>
#include <xcb/xcb.h>
#include <xcb/xtest.h>

namespace hamer::bench {

namespace {

constexpr std::chrono::milliseconds glance{20};
constexpr std::chrono::seconds patience{30};
constexpr std::uint8_t left_button = 1;

template <typename Answer>
using Owned = std::unique_ptr<Answer, decltype(&std::free)>;

template <typename Answer>
Owned<Answer> own(Answer* answer) {
    return {answer, &std::free};
}

}  // namespace

struct Screen::Connection {
    xcb_connection_t* server = xcb_connect(nullptr, nullptr);
    xcb_window_t root = 0;
    ~Connection() { xcb_disconnect(server); }

    void fake(std::uint8_t type, std::uint8_t detail, int x = 0, int y = 0) const {
        xcb_test_fake_input(server, type, detail, XCB_CURRENT_TIME, root, static_cast<std::int16_t>(x),
                            static_cast<std::int16_t>(y), 0);
        xcb_flush(server);
    }
};

Screen::Screen() : connection_(std::make_unique<Connection>()) {
    xcb_connection_t* server = connection_->server;
    if (xcb_connection_has_error(server) != 0) throw Trouble("the display cannot be reached");
    connection_->root = xcb_setup_roots_iterator(xcb_get_setup(server)).data->root;
    if (!own(xcb_test_get_version_reply(server, xcb_test_get_version(server, 2, 1), nullptr)))
        throw Trouble("the display has no XTEST");
}

Screen::~Screen() = default;

Part Screen::window() const {
    xcb_connection_t* server = connection_->server;
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < deadline) {
        Part largest;
        const auto tree = own(xcb_query_tree_reply(server, xcb_query_tree(server, connection_->root), nullptr));
        if (!tree) throw Trouble("the display is gone");
        for (int i = 0; i < xcb_query_tree_children_length(tree.get()); ++i) {
            const xcb_window_t window = xcb_query_tree_children(tree.get())[i];
            const auto state =
                own(xcb_get_window_attributes_reply(server, xcb_get_window_attributes(server, window), nullptr));
            const auto place = own(xcb_get_geometry_reply(server, xcb_get_geometry(server, window), nullptr));
            if (!state || !place || state->map_state != XCB_MAP_STATE_VIEWABLE) continue;
            if (place->width * place->height > largest.width * largest.height)
                largest = {place->x, place->y, place->width, place->height};
        }
        if (largest.width > 1) return largest;
        std::this_thread::sleep_for(glance);
    }
    throw Trouble("no window comes");
}

std::vector<std::uint8_t> Screen::pixels(const Part& part) const {
    xcb_connection_t* server = connection_->server;
    const auto image = own(xcb_get_image_reply(
        server,
        xcb_get_image(server, XCB_IMAGE_FORMAT_Z_PIXMAP, connection_->root, static_cast<std::int16_t>(part.x),
                      static_cast<std::int16_t>(part.y), static_cast<std::uint16_t>(part.width),
                      static_cast<std::uint16_t>(part.height), ~0U),
        nullptr));
    if (!image) throw Trouble("the screen cannot be read");
    const std::uint8_t* bytes = xcb_get_image_data(image.get());
    return {bytes, bytes + xcb_get_image_data_length(image.get())};
}

void Screen::point_at(int x, int y) const {
    connection_->fake(XCB_MOTION_NOTIFY, 0, x, y);
    std::this_thread::sleep_for(glance * 10);
}

double Screen::click_ms(const Part& part) const {
    connection_->fake(XCB_BUTTON_PRESS, left_button);
    std::this_thread::sleep_for(glance * 5);
    const std::vector<std::uint8_t> before = pixels(part);
    const auto deadline = std::chrono::steady_clock::now() + patience;
    return milliseconds([&] {
        connection_->fake(XCB_BUTTON_RELEASE, left_button);
        while (pixels(part) == before) {
            if (std::chrono::steady_clock::now() > deadline) throw Trouble("a click changes nothing");
        }
    });
}

}  // namespace hamer::bench
