#include "base/version.h"
#include "main/commands/clerk_commands.h"
#include "main/commands/commands.h"
#include "main/commands/exit_status.h"
#include "main/commands/output.h"
#include "main/commands/output_file.h"
#include "main/selftest/checks.h"
#include "main/selftest/nameless.h"
#include "main/selftest/scratch_folder.h"
#include "platform/clock.h"
#include "platform/file_users.h"
#include "platform/interruption.h"
#include "platform/system_facts.h"
#include "platform/system_files.h"

#include <array>
#include <fmt/format.h>

namespace hamer {

namespace {

namespace fs = std::filesystem;

// What is printed and sent in: each line at once, as some checks take seconds.
class SelfTest {
  public:
    SelfTest(Language language, const fs::path& data, const std::string& given)
        : language_(language),
          nameless_(names_of_this_user(data, given, Say{language}("(gegevensmap)", "(data folder)"))) {
        add(fmt::format("Hamer {}, {}, {}", program_version, Say{language}("zelftest", "self test"),
                        on_wall(SystemClock().now().at)));
        add(system_in_words());
    }

    void add(const Finding& finding) {
        clock_.look();
        if (interrupted() && finding.kind != FindingKind::Good) return;
        ++counts_[static_cast<std::size_t>(finding.kind)];
        add(line_of(finding, language_));
    }
    void add(const std::string& line) {
        const std::string clean = nameless_(line);
        say("{}\n", clean);
        flush_out();
        text_ += printable(clean, std::string::npos) + "\n";
    }
    void add_clock() { add(clock_.finding()); }
    // The last line, and the exit status.
    int end() {
        const auto count = [&](FindingKind kind) {
            return fmt::format("{} {}", counts_[static_cast<std::size_t>(kind)], word_for(kind).in(language_));
        };
        add(fmt::format("{}: {}, {}, {}, {}", Say{language_}("uitslag", "result"), count(FindingKind::Good),
                        count(FindingKind::Mind), count(FindingKind::Failed), count(FindingKind::NotTried)));
        if (interrupted()) {
            add(Say{language_}("afgebroken: dit is niet alles. Begin opnieuw",
                               "interrupted: this is not all. Begin again"));
        }
        const bool failed = counts_[static_cast<std::size_t>(FindingKind::Failed)] > 0 || interrupted();
        return failed ? exit_status(ErrorKind::Refused) : 0;
    }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] Language language() const { return language_; }

  private:
    Language language_;
    Nameless nameless_;
    ClockCheck clock_;
    std::array<int, 4> counts_{};
    std::string text_;
};

// In a folder of its own on the disk of the data.
void test_folder(SelfTest& test, FileSystem& files, const fs::path& data) {
    const auto scratch = ScratchFolder::make(files, data);
    if (!scratch) {
        test.add(failed_by({"gegevensmap", "data folder"}, scratch.error()));
        return;
    }
    const fs::path& folder = (*scratch)->path();
    test.add(check_place(data));
    test.add(check_rights(data, folder));
    test.add(check_room(data));
    using Check = Finding (*)(FileSystem&, const fs::path&);
    for (const Check check :
         {Check(check_sync), Check(check_lock), Check(check_replacing), Check(check_names), Check(check_kills)}) {
        if (interrupted()) break;
        test.add(check(files, folder));
    }
    if (const Status removed = (*scratch)->take_away(); !removed) {
        test.add(failed_by({"opruimen", "tidying up"}, removed.error()));
    }
}

// A window would come over the one in which somebody works.
void test_window(SelfTest& test, const SelfTestOptions& options, bool in_use) {
    if (in_use && !options.window && !options.touch) {
        test.add(not_tried({"venster", "window"},
                           {"Hamer is open op deze gegevensmap. Met --window wordt het toch geprobeerd",
                            "Hamer is open on this data folder. With --window it is tried all the same"}));
        return;
    }
    for (const Finding& finding : check_window({options.window, options.touch}, test.language())) test.add(finding);
}

// Never on a folder in which somebody keeps sessions.
int do_part(const fs::path& folder, const std::string& part) {
    const bool is_scratch = is_scratch_name(folder) || is_scratch_name(folder.parent_path());
    if (!is_scratch) {
        return report(fail(ErrorKind::Usage, "--part",
                           LocalText{"dit hoort bij `hamer selftest`, dat het zelf begint",
                                     "this is of `hamer selftest`, which begins it itself"},
                           {"Gebruik `hamer selftest`", "Use `hamer selftest`"})
                          .value());
    }
    return part == "lock" ? try_lock(folder) : write_until_killed(folder);
}

}  // namespace

int selftest_command(const CommonOptions& common, const SelfTestOptions& options) {
    const Language language = language_of(common);
    speak(language);
    const auto named = data_folder(common);
    if (!named) return report(named.error());
    const fs::path data = fs::absolute(*named).lexically_normal();
    if (!options.part.empty()) return do_part(data, options.part);
    if (!options.output.empty()) {
        if (auto may = may_write_output_file(common, options.output); !may) return report(may.error());
    }
    note_interruption();
    const bool in_use = !users_of(data / "lock").empty();
    SystemFiles files;
    SelfTest test(language, data, named->string());
    // First what asks something of who sits there.
    test_window(test, options, in_use);
    if (!interrupted()) test_folder(test, files, data);
    if (!interrupted()) test.add(check_fonts());
    if (!interrupted()) test.add_clock();
    const int status = test.end();
    if (options.output.empty()) return status;
    const auto written = write_output_file(common, options.output, test.text());
    return written ? status : report(written.error());
}

}  // namespace hamer
