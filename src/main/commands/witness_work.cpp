#include "main/commands/witness_work.h"

#include "base/counted.h"
#include "main/commands/output.h"

#include <fmt/format.h>

namespace hamer {

namespace {

Settings settings_or_none(const CommonOptions& common) {
    auto options = meeting_options(common);
    if (options) return std::move(options->settings);
    report(options.error());
    return {};
}

}  // namespace

WitnessWork::WitnessWork(const CommonOptions& common, FileSystem& files, const std::filesystem::path& data,
                         const std::filesystem::path& marks_file)
    : settings_(settings_or_none(common)),
      witnesses_(files, settings_, {data, second_place_folder(), state_folder(), marks_file}) {}

bool say_testimony(const Testimony& testimony, Language language) {
    const Say word{language};
    say("{}\n", word("getuigen:", "witnesses:"));
    for (const auto& [witness, differences] : testimony.heard) {
        const std::size_t marks = witness.marks.size();
        const std::string count = counted(marks, {"merk", "mark"}, {"merken", "marks"}).in(language);
        std::string answer = word("weet niets van deze sessie", "knows nothing of this session");
        if (!differences.empty())
            answer = word("KLOPT NIET, ", "DIFFERS, ") + count;
        else if (marks > 0)
            answer = word("klopt, ", "agrees, ") + count;
        else if (witness.unreachable)
            answer = word("kon niets zeggen", "could not tell");
        say("  {}: {}\n", witness.name.in(language), answer);
        for (const LocalText& one : differences) say("    {}\n", one.in(language));
        if (witness.unreachable) {
            say("    {}: {}\n", word("niet bereikt", "not reached"), describe(*witness.unreachable, language));
        }
    }
    return testimony.agrees();
}

}  // namespace hamer
