#include "procedure/check_parts.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

// Every text that the screen may show in a meeting of one kind, with its place.
class Texts {
  public:
    Texts(const Procedure& procedure, MeetingKind meeting) : meeting_(meeting) {
        for (const Event& event : procedure.events) {
            add("events/" + event.id, event.label);
            for (const Field& field : event.fields) {
                for (const LocalText& suggestion : field.suggestions) add("events/" + event.id, suggestion);
                if (!field.preset) continue;
                if (const auto* preset = std::get_if<Wording>(&*field.preset)) add("events/" + event.id, *preset);
            }
        }
        for (const Region& region : procedure.regions) {
            for (const State& state : region.states) {
                for (const Alert& alert : state.alerts) add("regions/" + region.id + "/" + state.id, alert.text);
            }
        }
        for (const Card& card : procedure.guide) this->card(card);
    }

    struct Placed {
        std::string place;
        const LocalText* text = nullptr;
    };
    std::vector<Placed> all;

  private:
    void add(const std::string& place, const LocalText& text) { all.push_back({place, &text}); }
    void add(const std::string& place, const Wording& wording) {
        for (const LocalText* text : texts_for(wording, meeting_)) all.push_back({place, text});
    }

    void card(const Card& card) {
        if (card.only_for) {
            const auto& meetings = card.only_for->meetings;
            if (!meetings.empty() && std::ranges::find(meetings, meeting_) == meetings.end()) return;
        }
        const std::string place = "guide/" + card.id;
        for (const Wording* wording : {&card.title, &card.say, &card.telephone}) add(place, *wording);
        for (const Wording& note : card.notes) add(place, note);
        if (card.afterwards) {
            add(place, card.afterwards->title);
            add(place, card.afterwards->say);
        }
        for (const auto* buttons : {&card.buttons, &card.also}) {
            for (const Button& button : *buttons) {
                add(place, button.label);
                add(place, button.say);
            }
        }
    }

    MeetingKind meeting_;
};

std::string lower(std::string_view text) {
    std::string made(text);
    std::ranges::transform(made, made.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return made;
}

}  // namespace

std::optional<Breach> words_violation(const Procedure& procedure, const Unsaid& rule) {
    for (const MeetingKind meeting : rule.meetings) {
        for (const Texts::Placed& each : Texts(procedure, meeting).all) {
            for (const LocalText& words : rule.words) {
                for (const Language language : {Language::Dutch, Language::English}) {
                    if (lower(each.text->in(language)).find(lower(words.in(language))) == std::string::npos) continue;
                    return Breach{
                        fmt::format("{}: “{}” is said in a meeting of kind {}", each.place, words.in(language),
                                    meeting_kind_words[static_cast<std::size_t>(meeting)]),
                        {}};
                }
            }
        }
    }
    return std::nullopt;
}

}  // namespace hamer
