// A desk that records in a folder in memory, and windows that look on.
#pragma once

#include "memory_file_system.h"
#include "service/meeting/meeting_service.h"
#include "service/watch/follower.h"
#include "support/leiden.h"

#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <vector>

namespace hamer {

inline std::string as_text(const Session& session) { return entries_as_json(session.entries()); }

// Every line of a journal, each with its newline.
inline std::vector<std::string> lines_of(const std::string& bytes) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < bytes.size();) {
        const std::size_t end = bytes.find('\n', from) + 1;
        lines.push_back(bytes.substr(from, end - from));
        from = end;
    }
    return lines;
}

class FollowerTest : public testing::Test {
  protected:
    MemoryFileSystem files;
    test::FakeClock clock;
    std::unique_ptr<MeetingService> service = open("data");

    std::unique_ptr<MeetingService> open(const std::string& data) {
        MeetingServiceOptions made;
        made.data = data;
        made.settings.municipality = test::municipality();
        made.procedure_file = "leiden-2025.json";
        made.procedure_text = test::leiden_text();
        made.drill = true;  // a drill never reaches the register, which is no file in memory
        made.patience = std::chrono::hours(1);
        auto opened = MeetingService::open(std::move(made), files, clock);
        EXPECT_TRUE(opened);
        return *std::move(opened);
    }
    Follower follower(const std::string& data = "data") {
        Settings settings;
        settings.municipality = test::municipality();
        return Follower({data, settings, true}, files, clock);
    }
    void begin() {
        clock.advance(10'000);  // ids sort by their second
        ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    }
    std::uint64_t run(const decltype(Command::what)& what) {
        const auto done = service->execute({what, std::nullopt, "chair"});
        EXPECT_TRUE(done);
        return done.value_or(0);
    }
    // A meeting with everything that a journal can hold of what people do.
    void play() {
        begin();
        for (const char* event : {"broadcast.start", "meeting.open", "disturbance.report", "meeting.suspend"})
            run(Do{event, {}});
        run(AddNote{"Drie personen op de tribune; één filmt. €"});
        run(Undo{"te vroeg"});
        run(Do{"meeting.suspend", {}});
        const std::uint64_t addressed = run(Do{"address.b", {}});
        const std::uint64_t spoken = run(Do{"request.speak", {{"speaker", "chair"}, {"to", "de man met de vlag"}}});
        run(Amend{spoken, {{"to", "de heer Jansen"}}});
        run(Deviate{{{"police", "called"}}, "al gebeurd"});
        run(Undo{"toch niet"});
        EXPECT_GT(addressed, 0u);
    }
    [[nodiscard]] std::filesystem::path in_session(const std::string& name) const {
        return service->session_folder() / name;
    }
    void close() {
        for (const char* event : {"disturbance.end", "meeting.close"}) run(Do{event, {}});
    }
};

}  // namespace hamer
