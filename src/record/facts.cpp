#include "record/facts.h"

#include <algorithm>
#include <set>

namespace hamer {

namespace {

// What the events mean that lead from a state into another one.
void add_meanings(const Procedure& procedure, const State& from, std::uint8_t into, std::set<Meaning>& found) {
    for (const Handler& handler : from.on) {
        for (const Transition& transition : handler.transitions) {
            const auto meaning = procedure.events[handler.event].meaning;
            if (transition.target == into && meaning) found.insert(*meaning);
        }
    }
}

class Teller {
  public:
    explicit Teller(const Session& session)
        : session_(session), procedure_(session.procedure()), now_(procedure_.initial()) {}

    std::vector<Fact> tell() {
        for (const Entry& entry : session_.entries()) {
            if (session_.is_taken_back(entry.seq)) continue;
            if (const auto* step = entry.as<StepRecorded>()) {
                for (const Meaning meaning : meanings(procedure_, entry)) {
                    facts_.push_back(
                        {meaning, &entry, session_.fields_of(entry), step->said, step->proposed, {}, false});
                }
                follow(step->to);
            } else if (const auto* deviation = entry.as<DeviationRecorded>()) {
                tell(entry, *deviation);
            }
        }
        return std::move(facts_);
    }

  private:
    void tell(const Entry& entry, const DeviationRecorded& deviation) {
        const Configuration before = now_;
        follow(deviation.to);
        std::vector<Meaning> found;
        for (std::size_t i = 0; i < procedure_.regions.size(); ++i) {
            if (now_[i] == before[i]) continue;
            if (const auto meaning = meaning_of(procedure_.regions[i], before[i], now_[i])) found.push_back(*meaning);
        }
        for (const Meaning meaning : found) facts_.push_back({meaning, &entry, {}, {}, {}, deviation.why, true});
    }

    void follow(const std::map<std::string, std::string>& to) {
        for (const auto& [region, state] : to) {
            if (const auto ref = procedure_.state(region, state)) now_[ref->region] = ref->state;
        }
    }

    [[nodiscard]] static std::optional<Meaning> only(const std::set<Meaning>& found) {
        return found.size() == 1 ? std::optional(*found.begin()) : std::nullopt;
    }

    // By the events that lead straight there; else by those that lead there from anywhere.
    [[nodiscard]] std::optional<Meaning> meaning_of(const Region& region, std::uint8_t from, std::uint8_t into) const {
        std::set<Meaning> found;
        add_meanings(procedure_, region.states[from], into, found);
        if (!found.empty()) return only(found);
        for (const State& state : region.states) add_meanings(procedure_, state, into, found);
        return only(found);
    }

    const Session& session_;
    const Procedure& procedure_;
    Configuration now_;
    std::vector<Fact> facts_;
};

}  // namespace

std::vector<Fact> facts(const Session& session) { return Teller(session).tell(); }

std::vector<Meaning> meanings(const Procedure& procedure, const Entry& entry) {
    std::vector<Meaning> found;
    const auto* step = entry.as<StepRecorded>();
    if (!step) return found;
    const auto add = [&](const std::string& id) {
        const auto event = procedure.event(id);
        if (event && procedure.events[*event].meaning) found.push_back(*procedure.events[*event].meaning);
    };
    add(step->event);
    for (const std::string& raised : step->raised) add(raised);
    return found;
}

std::string text(const Fields& fields, std::string_view id) {
    const auto found = fields.find(id);
    if (found == fields.end()) return {};
    const auto* value = std::get_if<std::string>(&found->second);
    return value ? *value : std::string();
}

}  // namespace hamer
