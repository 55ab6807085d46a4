// From a click in the real window to the next card's pixels on the screen, beside a page in Chromium that does no more
// than store a line in its private file system and change its colour.
#include "measures.h"
#include "process.h"
#include "sampling.h"
#include "screen.h"
#include "stored.h"

#include <chrono>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <thread>
#include <unistd.h>

namespace hamer::bench {

namespace {

using std::chrono::steady_clock;

constexpr int rounds = 9;
constexpr double frame_ms = 1000.0 / 60;
constexpr std::chrono::milliseconds glance{20};
constexpr std::chrono::milliseconds rest{1'200};  // longer than a new card takes no tap
constexpr std::chrono::seconds patience{30};

// The part of a widget in the window, as the window writes it (HAMER_SEEN); nothing as long as it is not there.
std::optional<Part> part_of(const std::filesystem::path& seen, const std::string& key) {
    std::ifstream file(seen);
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with(key + "\t")) continue;
        std::istringstream fields(line.substr(key.size()));
        int kind = 0;
        Part part;
        if (fields >> kind >> part.x >> part.y >> part.width >> part.height) return part;
    }
    return std::nullopt;
}

Part wait_for(const std::filesystem::path& seen, const std::string& key) {
    const auto deadline = steady_clock::now() + patience;
    while (steady_clock::now() < deadline) {
        if (const auto part = part_of(seen, key)) return *part;
        std::this_thread::sleep_for(glance);
    }
    throw Trouble("the window does not show " + key);
}

// A window on a session in which a disturbance was just reported; a click suspends the meeting.
double hamer_ms(const Screen& screen, const std::filesystem::path& data) {
    std::filesystem::remove_all(data);
    const Stored stored = store_session(data, 10);
    const auto seen = stored.data / "seen";
    const Child program(window_on(data), {"HAMER_SEEN=" + seen.string()});
    const Part window = screen.window();
    const Part button = wait_for(seen, "meeting.suspend");
    Part title = wait_for(seen, "card.title");
    title.x += window.x;
    title.y += window.y;
    screen.point_at(window.x + button.x + button.width / 2, window.y + button.y + button.height / 2);
    std::this_thread::sleep_for(rest);
    return screen.click_ms(title);
}

constexpr const char* page = R"(<!doctype html><title>bench</title><style>body{margin:0;background:#102030}
button{position:fixed;left:40px;top:400px;width:400px;height:120px}</style><button>step</button><script>
const worker = new Worker("worker.js");
worker.onmessage = (told) => { document.body.style.background = told.data === 0 ? "#00a000" : "#a000a0"; };
document.querySelector("button").onclick = () => worker.postMessage("line\n");
</script>)";
constexpr const char* worker = R"(let handle;
const ready = (async () => {
  const file = await (await navigator.storage.getDirectory()).getFileHandle("journal", {create: true});
  handle = await file.createSyncAccessHandle();
  postMessage(0);
})();
let at = 0;
onmessage = async (asked) => {
  await ready;
  at += handle.write(new TextEncoder().encode(asked.data.repeat(60)), {at});
  handle.flush();
  postMessage(1);
};
)";

double chromium_ms(const Screen& screen, const std::filesystem::path& folder, int port) {
    const auto profile = folder / "profile";
    std::filesystem::remove_all(profile);
    const std::string address = fmt::format("http://127.0.0.1:{}/", port);
    const Child program(
        quietly({"chromium", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync", "--log-level=3",
                 "--disable-background-networking", "--disable-component-update", "--window-position=0,0",
                 "--window-size=1280,800", "--user-data-dir=" + profile.string(), "--app=" + address}));
    const Part window = screen.window();
    const Part corner{window.x + 800, window.y + 600, 8, 8};
    // Until its file is open: the page says so by its colour, of which green is the second byte of each pixel.
    const auto deadline = steady_clock::now() + patience;
    while (screen.pixels(corner)[1] != 0xa0) {
        if (steady_clock::now() > deadline) throw Trouble("the page does not come");
        std::this_thread::sleep_for(glance);
    }
    screen.point_at(window.x + 200, window.y + 460);
    std::this_thread::sleep_for(rest);
    return screen.click_ms(corner);
}

double sync_ms(const std::filesystem::path& file) {
    const int written = open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (written < 0) throw Trouble(file.string() + ": cannot be written");
    const std::string line(300, 'x');
    const double taken = milliseconds([&] {
        if (write(written, line.data(), line.size()) < 0 || fdatasync(written) != 0) throw Trouble("no sync");
    });
    close(written);
    return taken;
}

}  // namespace

Measures measure_click(const Options& options) {
    const std::string what = "click to the next card's pixels";
    if (!options.display) return {skipped(what, "there is no display, and Xvfb is not installed")};
    const Screen screen;
    const auto folder = options.folder / "click";
    std::filesystem::create_directories(folder);
    std::vector<double> ours, syncs;
    for (int round = 0; round < rounds; ++round) {
        ours.push_back(hamer_ms(screen, folder / "data"));
        syncs.push_back(sync_ms(folder / "sync"));
    }
    Measures made{{.what = what,
                   .unit = "ms",
                   .hamer = median(ours),
                   .bar = {Bar::Kind::FigureAtMost, frame_ms + median(syncs)}}};
    const std::string beside = "    the same beside Chromium";
    if (!is_installed("chromium")) {
        made.push_back(skipped(beside, "Chromium is not installed: apt-get install chromium"));
        return made;
    }
    std::ofstream(folder / "index.html") << page;
    std::ofstream(folder / "worker.js") << worker;
    const int port = 20'000 + getpid() % 20'000;
    const Child server(quietly(
        {"python3", "-m", "http.server", std::to_string(port), "--bind", "127.0.0.1", "--directory", folder.string()}));
    std::vector<double> theirs;
    for (int round = 0; round < rounds; ++round) theirs.push_back(chromium_ms(screen, folder, port));
    made.push_back({.what = beside,
                    .unit = "ms",
                    .hamer = median(ours),
                    .reference = median(theirs),
                    .reference_is = "a button in Debian's Chromium that writes a line to OPFS and changes a colour",
                    .bar = {Bar::Kind::RatioAtMost, 1}});
    return made;
}

}  // namespace hamer::bench
