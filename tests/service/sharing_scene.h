// A meeting that is brought to a keeper, without a network between them.
#pragma once

#include "journal_lines.h"
#include "link/greeting.h"
#include "link/keeper_link.h"
#include "memory_file_system.h"
#include "service/meeting/meeting_service.h"
#include "service/sharing/asked_commands.h"
#include "service/sharing/shared_writer.h"
#include "service/sharing/sharing.h"
#include "support/leiden.h"

#include <condition_variable>
#include <gtest/gtest.h>
#include <mutex>

namespace hamer {

using test::FakeClock;

// A keeper behind a wire that can be cut, without sockets.
class KeeperBehindAWire {
  public:
    test::KeptInMemory kept;
    int connections = 0;
    bool is_down = false;
    std::vector<LinkMessage> answers;  // to commands

    Result<std::unique_ptr<LinkClient>> connect() {
        if (is_down) return fail(ErrorKind::Storage, "keeper", "not there");
        ++connections;
        came_ = {LinkOpened{}};
        keeper_.emplace(0);
        return std::make_unique<Client>(*this);
    }
    void cut() { came_ = {LinkLost{}}; }
    void say(const LinkMessage& message) { came_.push_back(LinkReceived{write_link_message(message)}); }
    [[nodiscard]] std::optional<int> closed_with() const { return closed_with_; }

  private:
    class Client final : public LinkClient {
      public:
        explicit Client(KeeperBehindAWire& wire) : wire_(wire) {}
        std::vector<LinkEvent> take() override { return std::exchange(wire_.came_, {}); }
        void send(std::string text) override { wire_.heard(read_link_message(text, "test").value()); }
        void close(int code) override {
            wire_.closed_with_ = code;
            wire_.cut();
        }

      private:
        KeeperBehindAWire& wire_;
    };

    void heard(const LinkMessage& message) {
        if (const auto* hello = std::get_if<LinkHello>(&message)) {
            for (const LinkMessage& one :
                 greet(*hello, PairedDevice{"d1", LinkRole::Chair}, {"keeper-1", "test"}).messages)
                say(one);
        } else if (std::holds_alternative<LinkAnswer>(message) || std::holds_alternative<LinkErased>(message)) {
            answers.push_back(message);
        } else {
            for (const LinkMessage& one : keeper_->receive(message, kept, 0).messages) say(one);
        }
    }

    std::vector<LinkEvent> came_;
    std::optional<KeeperLink> keeper_;
    std::optional<int> closed_with_;
};

// A meeting on a disk in memory that is brought to a keeper, all on one thread save the recorder.
class SharingTest : public testing::Test {
  protected:
    // What the recorder gives, in step with the meeting: a step is durable before its listener hears of it.
    class Listener final : public LineListener {
      public:
        void begun(const BegunSession& session) override {
            const std::lock_guard hold(mutex_);
            begun_ = session;
            lines = std::make_shared<OwnJournal>(session.procedure);
        }
        void durable(const std::string& session, const EncodedEntry& entry) override {
            const std::lock_guard hold(mutex_);
            EXPECT_EQ(session, begun_.id);
            lines->add(entry);
            came_.notify_all();
        }
        void put_away(const std::string&, std::uint64_t seq) override { closed = seq; }

        [[nodiscard]] std::shared_ptr<OwnJournal> wait_for(std::uint64_t seq) {
            std::unique_lock hold(mutex_);
            came_.wait(hold, [&] { return lines->head().seq >= seq; });
            return lines;
        }
        std::shared_ptr<OwnJournal> lines;
        std::uint64_t closed = 0;

      private:
        std::mutex mutex_;
        std::condition_variable came_;
        BegunSession begun_;
    };

    MemoryFileSystem files;
    FakeClock clock;
    std::shared_ptr<Listener> listener = std::make_shared<Listener>();
    KeeperBehindAWire keeper;
    LinkTime now = 0;

    std::unique_ptr<MeetingService> open() { return open(listener); }
    std::unique_ptr<MeetingService> open(std::shared_ptr<LineListener> told) {
        MeetingServiceOptions made;
        made.data = "data";
        made.settings.municipality = test::municipality();
        made.procedure_file = "leiden-2025.json";
        made.procedure_text = test::leiden_text();
        made.drill = true;
        made.patience = std::chrono::hours(1);
        made.listener = std::move(told);
        return MeetingService::open(std::move(made), files, clock).value();
    }
    std::unique_ptr<SharedWriter> writer(const MeetingService& service) {
        keeper.kept.session = service.session_id();
        keeper.kept.drill = true;
        return std::make_unique<SharedWriter>(
            WriterSetup{service.session_id(), true, "run-1", std::string(64, 'a'), "test"},
            listener->wait_for(service.session().entries().size()), [this] { return keeper.connect(); },
            [] { return 0.0; });
    }
    // Until nothing comes any more.
    void settle(SharedWriter& writer) {
        for (int i = 0; i < 20; ++i) writer.step(++now);
    }
    [[nodiscard]] std::string at_keeper() const {
        std::string all;
        for (const CheckedLine& line : keeper.kept.all.at(0).lines) all += line.payload + "\n";
        return all;
    }
    [[nodiscard]] std::string on_disk(const MeetingService& service) {
        const auto stored = read_session(files, sessions_folder("data", true), service.session_id()).value();
        std::string all;
        for (const auto& line : stored.journal.records) all += line.payload + "\n";
        return all;
    }
};

}  // namespace hamer
