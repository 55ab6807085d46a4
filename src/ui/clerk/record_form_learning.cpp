// The form of what was held to learn from (5.2): an introduction, a training, or the yearly discussion.
#include "base/typed_time.h"
#include "record/names.h"
#include "ui/clerk/bodies_choice.h"
#include "ui/clerk/record_form.h"

namespace hamer::ui {

namespace {

std::vector<std::string> names_in(const std::string& typed) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < typed.size();) {
        const std::size_t end = std::min(typed.find('\n', at), typed.size());
        const std::string_view line = std::string_view(typed).substr(at, end - at);
        const auto first = line.find_first_not_of(' ');
        if (first != std::string_view::npos)
            names.emplace_back(line.substr(first, line.find_last_not_of(' ') - first + 1));
        at = end + 1;
    }
    return names;
}

}  // namespace

void RecordForm::learning(Lines& lines, const Around& around) {
    if (!draft_.learning) draft_.learning.emplace();
    Learning& one = *draft_.learning;
    group(lines, {"learning.kind", "learning.day", "learning.given_by"}, [&] {
        lines.heading(lines.say("Wat is gehouden? (5.2)", "What was held? (5.2)"));
        std::optional<LearningKind> kind = one.kind;
        lines.choose("learning.kind", "", learning_kind_words, kind);
        one.kind = kind.value_or(one.kind);  // it is always one of them
        day(lines, "learning.day", lines.say("Gehouden op", "Held on"), one.day, past_near(today()),
            {.last = today(), .why_not = {"Die dag is nog niet geweest.", "That day has not been yet."}});
        lines.field("place", lines.say("Waar was het?", "Where was it?"), draft_.place);
        lines.field("learning.given_by", lines.say("Wie gaf het?", "Who gave it?"), one.given_by, 1,
                    lines.say("Zoals de politie, of een trainer.", "Such as the police, or a trainer."));
    });
    group(lines, {"learning.bodies", "learning.present"}, [&] {
        choose_bodies(lines, "learning.bodies", one.bodies);
        lines.field("learning.present", lines.say("Namen, een op elke regel", "Names, one on each line"), present_, 3,
                    lines.say("In het verslag aan de raad komt alleen hoeveel het er zijn.",
                              "The report to the council tells only how many there are."));
        one.present = names_in(present_);
    });
    group(lines, {"learning.concluded"}, [&] {
        lines.field("learning.concluded", lines.say("Wat is de uitkomst?", "What came of it?"), one.concluded, 2);
    });
    lines.heading(lines.say("Wat gaat er beter?", "What will be better?"));
    improvements(lines);
    group(lines, {"attachment.add"}, [&] { attachments(lines, around); });
    group(lines, {"duty."}, [&] { deadlines(lines, around); });
    group(lines, {"hold"}, [&] { hold(lines); });
}

}  // namespace hamer::ui
