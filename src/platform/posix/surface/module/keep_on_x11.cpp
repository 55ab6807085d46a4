#include "platform/posix/surface/module/desktop_module.h"

#include <cstdlib>
#include <xcb/screensaver.h>
#include <xcb/xcb.h>

namespace hamer {
namespace {

// The server's own blanking and the monitor's sleep (DPMS) rest as long as this connection is there (MIT-SCREEN-SAVER
// 1.1, Suspend).
class Suspended final : public ScreenKept {
  public:
    explicit Suspended(xcb_connection_t* connection) : connection_(connection) {}
    ~Suspended() override { xcb_disconnect(connection_); }

    [[nodiscard]] bool suspend() const {
        if (xcb_connection_has_error(connection_) != 0) return false;
        const xcb_query_extension_reply_t* known = xcb_get_extension_data(connection_, &xcb_screensaver_id);
        if (known == nullptr || known->present == 0) return false;
        std::free(xcb_screensaver_query_version_reply(connection_, xcb_screensaver_query_version(connection_, 1, 1),
                                                      nullptr));
        xcb_screensaver_suspend(connection_, 1);
        xcb_force_screen_saver(connection_, XCB_SCREEN_SAVER_RESET);  // where it is dark already
        return xcb_flush(connection_) > 0;
    }

  private:
    xcb_connection_t* connection_;
};

}  // namespace

std::unique_ptr<ScreenKept> keep_on_by_x11() {
    auto made = std::make_unique<Suspended>(xcb_connect(nullptr, nullptr));
    if (!made->suspend()) return nullptr;
    return made;
}

}  // namespace hamer
