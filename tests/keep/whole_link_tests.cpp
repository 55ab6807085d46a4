// A writer, a reader and a keeper with its disk, all as they are but for the network: lines come while connections are
// cut and the keeper's disk fails, dies and loses its power. What the chair's band says is so, and all comes right.
#include "base/sha256.h"
#include "keep_world.h"
#include "link/keeper_hub.h"
#include "link/link_words.h"
#include "link/writer_link.h"
#include "service/keep/device_file.h"

#include <array>
#include <deque>
#include <random>

namespace hamer::test {
namespace {

struct StillClock final : Clock {
    [[nodiscard]] Stamp now() const override { return {{1'773'342'845'120, 60}, "b", 0}; }
};

class WholeLink {
  public:
    explicit WholeLink(unsigned seed) : random_(seed) {
        start_keeper();
        EXPECT_TRUE(devices_->add({{"tablet", LinkRole::Chair}, "iPad raadzaal", sha256_hex(key_of_writer)}));
        EXPECT_TRUE(devices_->add({{"laptop", LinkRole::Clerk}, "Laptop griffie", sha256_hex(key_of_reader)}));
    }

    void step() {
        switch (random_() % 12) {
            case 0:
            case 1:
                add_line();
                break;
            case 2:
                if (random_() % 6 == 0) cut();
                break;
            case 3:
                if (random_() % 6 == 0) kill_keeper();
                break;
            case 4:
                if (random_() % 3 == 0) disk_.fail_at_call(1 + random_() % 20, mishap());
                break;
            case 5:
            case 6:
                pass(500 + random_() % 2000);
                break;
            default:
                to_keeper();
                to_writer();
                break;
        }
        if (disk_.dead()) kill_keeper();
        says_what_is_so();
    }

    // Nothing fails any more.
    void heal() {
        disk_.free_space();
        kill_keeper();
        for (int i = 0; i < 200 && !is_right(); ++i) {
            pass(500);
            for (int k = 0; k < 4; ++k) {
                to_keeper();
                to_writer();
            }
        }
        EXPECT_TRUE(is_right()) << band_words(writer_.status(own_)).en;
        EXPECT_EQ(disk_.get(folder / "journal"), bytes_of(own_, own_.head().seq));
        EXPECT_EQ(disk_.get(folder / "private.jsonl"), texts_of(own_, own_.head().seq));
        EXPECT_EQ(read_, bytes_of(own_, own_.head().seq));
        says_what_is_so();
    }
    [[nodiscard]] std::uint64_t lines() const { return own_.head().seq; }

  private:
    inline static const std::string key_of_writer = std::string(64, 'a');
    inline static const std::string key_of_reader = std::string(64, 'b');
    inline static const std::filesystem::path folder = kept_data / "sessions" / kept_session;

    Mishap mishap() {
        constexpr std::array all{Mishap::InputOutputError, Mishap::FullDisk, Mishap::ShortWrite, Mishap::Death};
        return all[random_() % all.size()];
    }

    void start_keeper() {
        hub_.reset();
        kept_.reset();
        devices_ = std::make_unique<DeviceFile>(disk_, kept_data / "keeper" / "devices.json", clock_);
        kept_ = std::make_unique<KeptFolders>(disk_, KeptFoldersSetup{kept_data, {}, {}});
        hub_ = std::make_unique<KeeperHub>(KeeperName{"keeper-1", "hamer"}, *devices_, *kept_);
    }
    void kill_keeper() {
        hub_.reset();
        kept_.reset();
        disk_.power_cut(random_() % 2 == 0 ? Survives::Everything : Survives::Nothing);
        start_keeper();
        cut();
    }
    void cut() {
        if (connection_ != 0) hub_->lost(connection_, now_);
        if (reading_ != 0) hub_->lost(reading_, now_);
        connection_ = reading_ = 0;
        to_keeper_.clear();
        to_writer_.clear();
        writer_.lost();
        (void)hub_->take_out();
    }
    void connect() {
        if (connection_ != 0) return;
        connection_ = ++last_connection_;
        hub_->opened(connection_, now_);
        queue(writer_.connected(now_));
        reading_ = ++last_connection_;
        hub_->opened(reading_, now_);
        say_as_reader(LinkHello{{1}, "hamer", key_of_reader});
        say_as_reader(LinkFollow{kept_session, read_to_});
    }
    void say_as_reader(const LinkMessage& message) {
        hub_->received(reading_, write_link_message(message), now_);
        collect();
    }
    void add_line() {
        const std::string number = std::to_string(own_.head().seq + 1);
        own_.add(R"({"kind":"note","n":)" + number + "}",
                 {R"({"seq":)" + number + R"(,"name":"text","salt":"a","text":"t"})"});
        queue(writer_.tick(own_, now_));
    }
    void pass(LinkTime ms) {
        now_ += ms;
        connect();
        queue(writer_.tick(own_, now_));
        hub_->heard(reading_, now_);
        // Who was refused because the session is not there yet, or cannot be read, asks again.
        if (!follows_ && reading_ != 0) say_as_reader(LinkFollow{kept_session, read_to_});
        hub_->tick(now_);
        collect();
    }
    void queue(const LinkOut& out) {
        for (const LinkMessage& message : out.messages) to_keeper_.push_back(write_link_message(message));
        if (out.close) cut();
    }
    void to_keeper() {
        if (to_keeper_.empty() || connection_ == 0) return;
        const std::string text = to_keeper_.front();
        to_keeper_.pop_front();
        hub_->received(connection_, text, now_);
        collect();
    }
    void to_writer() {
        if (to_writer_.empty()) return;
        const LinkMessage message = to_writer_.front();
        to_writer_.pop_front();
        queue(writer_.receive(message, own_, now_));
    }
    void collect() {
        bool is_cut = false;
        for (const HubOut& one : hub_->take_out()) {
            for (const LinkMessage& message : one.out.messages) {
                if (one.to == connection_) to_writer_.push_back(message);
                if (one.to == reading_) read(message);
            }
            is_cut = is_cut || (one.out.close && (one.to == connection_ || one.to == reading_));
        }
        if (is_cut) cut();
    }
    void read(const LinkMessage& message) {
        if (std::holds_alternative<LinkRefused>(message)) follows_ = false;
        if (const auto* state = std::get_if<LinkState>(&message)) {
            follows_ = true;
            if (state->head.seq < read_to_.seq) {
                EXPECT_EQ(state->head.seq, 0u) << "it is put back to the beginning, or not at all";
                read_.clear();
                read_to_ = {};
            }
        }
        const auto* lines = std::get_if<LinkLines>(&message);
        if (!lines) return;
        for (const LinkLine& line : lines->lines) {
            ASSERT_EQ(line.line, own_.line(read_to_.seq + 1));
            EXPECT_EQ(line.texts, own_.texts(read_to_.seq + 1));
            read_ += line.line + "\n";
            read_to_ = place_of(own_.at(read_to_.seq + 1));
        }
    }

    // What the band says to be at the keeper would be there after a cut of its power, with its texts.
    void says_what_is_so() {
        const std::uint64_t there = writer_.status(own_).there;
        MemoryFileSystem durable = disk_.durable_copy();
        const auto journal = read_session_journal(durable, folder);
        ASSERT_TRUE(journal);
        ASSERT_GE(journal->head().seq, there);
        if (there > 0) {
            EXPECT_TRUE(durable.get(folder / "private.jsonl").starts_with(texts_of(own_, there)));
        }
        EXPECT_FALSE(writer_.status(own_).lost) << "a keeper that lost nothing is said to have";
    }
    [[nodiscard]] bool is_right() const {
        return writer_.status(own_).band == LinkBand::There && read_to_ == place_of(own_.head());
    }

    std::mt19937 random_;
    MemoryFileSystem disk_;
    StillClock clock_;
    std::unique_ptr<DeviceFile> devices_;
    std::unique_ptr<KeptFolders> kept_;
    std::unique_ptr<KeeperHub> hub_;
    JournalLines own_;
    WriterLink writer_{{kept_session, false, "run-1", key_of_writer, "hamer"}};
    LinkTime now_ = 1000;
    ConnectionId connection_ = 0, reading_ = 0, last_connection_ = 0;
    std::deque<std::string> to_keeper_;
    std::deque<LinkMessage> to_writer_;
    bool follows_ = false;
    std::string read_;
    LinkPlace read_to_;
};

TEST(WholeLink, SaysWhatIsSoAndComesRight) {
    std::uint64_t lines = 0;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE(seed);
        WholeLink link(seed);
        for (int i = 0; i < 250; ++i) {
            link.step();
            if (testing::Test::HasFailure()) return;
        }
        link.heal();
        lines += link.lines();
        if (testing::Test::HasFailure()) return;
    }
    EXPECT_GT(lines, 1000u);
}

}  // namespace
}  // namespace hamer::test
