#include "journals.h"

#include "base/sha256.h"
#include "chair.h"
#include "codec/journal/entry_json.h"
#include "journal/line.h"
#include "long_form.h"
#include "session/decide.h"

#include <fmt/format.h>
#include <stdexcept>

namespace hamer::test {

namespace {

// Decides, encodes and writes as the desk does, with salts that are no secret.
class Scribe {
  public:
    Scribe() : session_(opened_session(clock_)) {
        Entry opened = session_.entries().front();
        SessionOpened with_hash = *opened.as<SessionOpened>();
        with_hash.procedure_sha256 = sha256_hex(leiden_text());
        opened.data = with_hash;
        write(opened);
    }

    void execute(Command command) {
        if (auto* amend = std::get_if<Amend>(&command.what))
            amend->seq = session_.steps("disturbance.report").front()->seq;
        auto entry = decide(session_, command, clock_.now(), municipality());
        if (!entry) throw std::runtime_error(entry.error().message.en);
        add(*std::move(entry));
    }
    void execute(const std::string& event) { execute({Do{event, {}}, std::nullopt, "chair"}); }
    void record(EntryData data) {
        add({session_.next_seq(), clock_.now(), std::nullopt, std::string(program_actor), std::move(data)});
    }

    // What follows goes in the next segment; of the last line only this much reached the present one.
    void fail_in_the_last_line(std::size_t bytes) {
        const std::string& last = lines_.back();
        segments_.back().resize(segments_.back().size() - last.size() + bytes);
        segments_.push_back(last);
    }
    [[nodiscard]] const std::vector<std::string>& segments() const { return segments_; }

  private:
    void add(Entry entry) {
        write(entry);
        session_.apply(std::move(entry));
    }
    void write(const Entry& entry) {
        lines_.emplace_back(maker_.make(head_, encoder_.encode(entry).payload));
        head_ = maker_.made();
        segments_.back() += lines_.back();
    }

    FakeClock clock_;
    Session session_;
    LineMaker maker_;
    Position head_;
    unsigned salts_ = 0;
    EntryEncoder encoder_{*leiden(), municipality(), [this] { return fmt::format("{:032x}", ++salts_); }};
    std::vector<std::string> lines_;
    std::vector<std::string> segments_{""};
};

std::vector<std::string> quiet() {
    Scribe scribe;
    scribe.execute("meeting.open");
    scribe.execute({AddNote{"De heer Daniëls spreekt in."}, std::nullopt, "clerk"});
    scribe.execute("meeting.close");
    scribe.record(SessionClosed{});
    return scribe.segments();
}

std::vector<std::string> disturbed() {
    constexpr std::size_t up_to_the_second_request = 12;
    Scribe scribe;
    const std::size_t steps = long_form() ? whole_meeting().size() : up_to_the_second_request;
    for (std::size_t i = 0; i < steps; ++i) scribe.execute(whole_meeting()[i]);
    return scribe.segments();
}

std::vector<std::string> switched() {
    Scribe scribe;
    scribe.execute("meeting.open");
    scribe.execute("disturbance.report");
    scribe.execute("meeting.suspend");
    scribe.fail_in_the_last_line(200);
    scribe.execute({AddNote{"Er ís weer ruimte op de schijf."}, std::nullopt, "clerk"});
    scribe.record(JournalContinued{"journal", 0, "cannot be written: No space left on device", 1});
    scribe.execute("address.b");
    return scribe.segments();
}

}  // namespace

std::vector<WrittenJournal> three_journals() {
    return {{"quiet", quiet()}, {"disturbed", disturbed()}, {"switched", switched()}};
}

}  // namespace hamer::test
