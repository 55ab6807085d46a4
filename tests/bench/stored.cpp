#include "stored.h"

#include "base/sha256.h"
#include "codec/journal/entry_json.h"
#include "journal/line.h"
#include "measures.h"
#include "platform/random.h"
#include "session/decide.h"
#include "support/leiden.h"

#include <fstream>

namespace hamer::bench {

namespace {

const std::string session_id = "20260312T190000Z-0a1b2c3d";

void write_file(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    if (!file.flush()) throw Trouble(path.string() + ": cannot be written");
}

// Adds entries to a session and keeps what would have been written.
class Scribe {
  public:
    Scribe() : session_(test::opened_session(clock_)) { keep(session_.entries().front()); }

    void execute(const Command& command) {
        auto entry = decide(session_, command, clock_.now(), test::municipality());
        if (!entry) throw Trouble("a step was refused: " + entry.error().message.en);
        keep(*entry);
        session_.apply(*std::move(entry));
    }
    [[nodiscard]] std::size_t count() const { return session_.entries().size(); }

    std::vector<std::string> payloads;
    std::string private_lines;

  private:
    void keep(Entry entry) {
        if (const auto* opened = entry.as<SessionOpened>()) {
            SessionOpened real = *opened;
            real.procedure_sha256 = sha256_hex(test::leiden_text());
            entry.data = real;
        }
        EncodedEntry encoded = encoder_.encode(entry);
        payloads.push_back(std::move(encoded.payload));
        for (const std::string& line : encoded.private_lines) private_lines += line + "\n";
    }

    test::FakeClock clock_;
    Session session_;
    EntryEncoder encoder_{*test::leiden(), test::municipality(), [] { return random_hex(16); }};
};

Command plain(std::string event, Fields with = {}) {
    return {Do{std::move(event), std::move(with)}, std::nullopt, "chair"};
}

}  // namespace

const std::vector<Command>& round_of_steps() {
    static const std::vector<Command> steps = {
        plain("disturbance.report"), plain("meeting.suspend"),
        plain("address.b"),          plain("request.speak", {{"speaker", std::string("chair")}}),
        plain("request.refuse"),     plain("disturbance.end"),
        plain("meeting.resume")};
    return steps;
}

std::filesystem::path Stored::folder() const { return sessions_folder(data, false) / id; }

Stored store_session(const std::filesystem::path& data, std::size_t entries) {
    Scribe scribe;
    scribe.execute(plain("meeting.open"));
    const std::size_t round = round_of_steps().size();
    for (std::size_t notes = (entries - 3) % round; notes > 0; --notes) {
        scribe.execute({AddNote{"De heer Jansen op de tribune roept door de inspreker heen."}, std::nullopt, "clerk"});
    }
    for (std::size_t i = 0; scribe.count() + 1 < entries; ++i) {
        Command command = round_of_steps()[i % round];
        auto& step = std::get<Do>(command.what);
        if (step.event == "request.speak") step.with["to"] = std::string("de heer Jansen op de tribune");
        scribe.execute(command);
    }
    scribe.execute(round_of_steps().front());

    Stored stored{data, session_id, std::move(scribe.payloads)};
    std::filesystem::create_directories(stored.folder());
    write_file(stored.folder() / "procedure.json", test::leiden_text());
    write_file(stored.folder() / "private.jsonl", scribe.private_lines);
    store_journal(stored.folder(), stored.payloads, 0);
    return stored;
}

std::uint64_t store_journal(const std::filesystem::path& folder, const std::vector<std::string>& payloads,
                            std::uint64_t bytes) {
    LineMaker lines;
    Position head;
    std::string journal;
    do {
        for (const std::string& payload : payloads) {
            journal += lines.make(head, payload);
            head = lines.made();
        }
    } while (journal.size() < bytes);
    std::filesystem::create_directories(folder);
    write_file(folder / "journal", journal);
    return journal.size();
}

MeetingServiceOptions meeting_options(const std::filesystem::path& data) {
    MeetingServiceOptions options;
    options.data = data;
    options.settings.municipality = test::municipality();
    options.procedure_file = "leiden-2025.json";
    options.procedure_text = test::leiden_text();
    return options;
}

std::unique_ptr<MeetingService> open_service(const std::filesystem::path& data, FileSystem& files, const Clock& clock) {
    auto service = MeetingService::open(meeting_options(data), files, clock);
    if (!service) throw Trouble(describe(service.error()));
    return *std::move(service);
}

}  // namespace hamer::bench
