#include "report/learning_text.h"

#include "base/counted.h"
#include "record/names.h"
#include "report/date_text.h"

#include <fmt/format.h>

namespace hamer {

std::string attendance_in_words(const HeldLearning& held, Language language) {
    std::string words;
    for (const Body one : held.bodies) words += (words.empty() ? "" : ", ") + name_of(one).in(language);
    if (held.present == 0) return words;
    return words + (words.empty() ? "" : "; ") +
           counted(static_cast<std::uint64_t>(held.present), {"naam genoteerd", "name noted"},
                   {"namen genoteerd", "names noted"})
               .in(language);
}

std::string discussion_in_words(const YearlyDiscussion& discussion, int year, Language language) {
    const Say say{language};
    if (discussion.days.empty())
        return fmt::format("{} {} {}.", say("De jaarlijkse bespreking van", "The yearly discussion of"), year,
                           say("is nog niet gehouden", "was not held yet"));
    std::string days;
    for (const std::string& day : discussion.days) days += (days.empty() ? "" : ", ") + day_in_words(day, language);
    std::string words = fmt::format("{} {} {} {}", say("De jaarlijkse bespreking van", "The yearly discussion of"),
                                    year, say("was op", "was on"), days);
    if (!discussion.council && !discussion.college)
        words += say(", maar nog niet met raad en college", ", but not with council and college yet");
    else if (!discussion.council)
        words += say(", maar nog niet met de raad", ", but not with the council yet");
    else if (!discussion.college)
        words += say(", maar nog niet met het college", ", but not with the college yet");
    return words + ".";
}

}  // namespace hamer
