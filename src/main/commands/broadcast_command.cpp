// The control of the broadcast from the command line: to set it up, to see that it works, and for scripts.
#include "main/commands/commands.h"
#include "main/commands/output.h"
#include "platform/clock.h"
#include "platform/patient_files.h"
#include "platform/system_files.h"
#include "platform/typed_lines.h"
#include "service/meeting/open_broadcast.h"
#include "service/store/session_folder.h"

#include <array>
#include <fmt/format.h>

namespace hamer {

namespace {

std::string_view word(BroadcastWish wish) {
    constexpr std::array<std::string_view, 3> words = {"leave", "live", "paused"};
    return words[static_cast<std::size_t>(wish)];
}

std::string_view word(BroadcastStatus::Link link) {
    constexpr std::array<std::string_view, 4> words = {"connecting", "ready", "lost", "refused"};
    return words[static_cast<std::size_t>(link)];
}

std::string test_words(const std::optional<BroadcastTest>& test) {
    if (!test) return "-";
    if (test->state == BroadcastTest::State::Running) return "running";
    if (test->state == BroadcastTest::State::Passed) return fmt::format("{} {}", test->pause_ms, test->resume_ms);
    return "failed";
}

// One line, its fields apart by tabs, the last ones texts of the other side.
std::string line_of(const BroadcastStatus& status, Language language) {
    const auto field = [](const std::string& text) { return text.empty() ? std::string("-") : printable(text, 300); };
    return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}", word(status.link), word(status.wish),
                       status.reached      ? "reached"
                       : status.overridden ? "overridden"
                                           : "-",
                       status.overdue ? "overdue" : "-", test_words(status.test), field(status.picture),
                       field(status.problem.in(language)), field(status.done.in(language)));
}

class Console {
  public:
    explicit Console(Language language) : language_(language) {}

    void nudge() const { typed_.wake(); }

    // Until standard input ends.
    void run(BroadcastControl& control) {
        show(control);
        while (const auto lines = typed_.wait()) {
            for (const std::string& line : *lines) obey(control, line);
            show(control);
        }
    }

  private:
    void obey(BroadcastControl& control, const std::string& line) const {
        if (line == "pause") return control.want(BroadcastWish::Paused);
        if (line == "resume") return control.want(BroadcastWish::Live);
        if (line == "leave") return control.want(BroadcastWish::Leave);
        if (line == "again") return control.again();
        if (line == "test") return control.test();
        if (line == "stop") return control.stop_stream();
        if (line == "forget") return control.forget();
        if (line.starts_with("slate ")) return control.make_slate(line.substr(6));
        report({ErrorKind::Usage,
                printable(line, 80),
                "expected pause, resume, leave, again, test, stop, forget, or slate FILE",
                {},
                Trouble::WrongInput,
                "verwacht: pause, resume, leave, again, test, stop, forget, of slate BESTAND"});
    }

    void show(BroadcastControl& control) {
        for (const BroadcastReport& one : control.take_reports()) {
            say("seen\t{}\t{}\n", to_rfc3339(one.at), one.what.in(language_));
        }
        const BroadcastStatus status = control.status();
        if (status.version != shown_ || shown_ == 0) write_out(line_of(status, language_) + "\n");
        shown_ = status.version;
        flush_out();
    }

    Language language_;
    TypedLines typed_;
    std::uint64_t shown_ = 0;
};

}  // namespace

int broadcast_command(const CommonOptions& common) {
    const auto options = meeting_options(common);
    if (!options) return report(options.error());
    const auto data = data_folder(common);
    if (!data) return report(data.error());
    SystemFiles files;
    if (const auto made = files.make_folder(*data); !made) return report(made.error());
    const auto lock = lock_folder(files, *data);
    if (!lock) return report(lock.error());
    const SystemClock clock;
    const Settings& settings = options->settings;
    Console console(settings.language);
    const auto control = open_broadcast(settings.broadcast.way, settings.broadcast, *data,
                                        std::make_shared<PatientFiles>(std::make_shared<SystemFiles>()), clock,
                                        [&] { console.nudge(); });
    if (!control) {
        return report(Error{ErrorKind::Refused, "broadcast", "the settings leave the broadcast to the regie",
                            "Set \"way\" to obs or command (docs/broadcast.md)", Trouble::NotNow,
                            "volgens de instellingen doet de regie de uitzending. Zet \"way\" op obs of command "
                            "(docs/broadcast.md)"});
    }
    console.run(*control);
    return 0;
}

}  // namespace hamer
