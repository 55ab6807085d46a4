#include "support/leiden.h"

#include "codec/procedure/procedure_json.h"
#include "platform/text_file.h"
#include "support/places.h"

#include <cstdlib>
#include <iostream>

namespace hamer::test {

std::string source_path(const std::string& name) { return source_directory() + "/" + name; }

const std::string& leiden_text() {
    static const std::string text =
        read_text_file(source_path("config/procedures/leiden-2025.json")).value_or(std::string());
    return text;
}

std::shared_ptr<const Procedure> leiden() {
    static const auto procedure = [] {
        auto read = read_procedure(leiden_text(), "leiden-2025.json");
        if (!read) {
            std::cerr << describe(read.error()) << '\n';
            std::abort();
        }
        return std::make_shared<const Procedure>(*std::move(read));
    }();
    return procedure;
}

const Municipality& municipality() {
    static const Municipality leiden_itself{"Leiden", "Stadhuisplein 1", "112", "0900-8844", "4001",
                                            "4002",   "Stadhuis",        {}};
    return leiden_itself;
}

Meeting meeting(MeetingKind kind) {
    return {"Raadsvergadering", "2026-03-12", "Voorzitter", "Griffier", "Raadzaal", true, kind, {}, {}};
}

Stamp FakeClock::now() const {
    const std::int64_t now = milliseconds_ += 1000;
    constexpr std::int64_t start = 1'773'342'000'000;  // 2026-03-12T20:00:00+01:00
    return {{start + now + wall_shift_, 60}, "boot", now};
}

Session opened_session(const FakeClock& clock, std::shared_ptr<const Procedure> procedure, MeetingKind kind) {
    Session session(procedure);
    session.apply({1, clock.now(), std::nullopt, "program",
                   SessionOpened{procedure->id, procedure->revision, "", "test", "nl", meeting(kind), false}});
    return session;
}

std::string run(Session& session, const Command& command, const FakeClock& clock) {
    auto entry = decide(session, command, clock.now(), municipality());
    if (!entry) return std::string(word(entry.error().code));
    session.apply(*std::move(entry));
    return "ok";
}

std::string run(Session& session, const FakeClock& clock, const std::string& event, const Fields& with) {
    return run(session, Command{Do{event, with}, std::nullopt, "chair"}, clock);
}

}  // namespace hamer::test
