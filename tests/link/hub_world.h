// A keeper with devices in memory, and what comes out of it by connection.
#pragma once

#include "base/sha256.h"
#include "journal_lines.h"
#include "link/keeper_hub.h"

#include <gtest/gtest.h>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace hamer::test {

class DevicesInMemory final : public PairedDevices {
  public:
    std::vector<KnownDevice> all;
    std::map<std::string, int> heard_of;
    bool fails = false;

    std::vector<KnownDevice> list() override { return all; }
    std::optional<PairedDevice> owner(std::string_view key) override { return owner_of(key, all); }
    bool is_paired(const std::string& device) override {
        return std::ranges::any_of(all, [&](const KnownDevice& one) { return one.paired.device == device; });
    }
    FreshDevice fresh() override { return {"fresh", std::string(64, 'f')}; }
    Status add(const KnownDevice& device) override {
        if (fails) return fail(ErrorKind::Storage, "devices.json", "No space left on device", {}, Trouble::NoSpace);
        all.push_back(device);
        return {};
    }
    Status revoke(const std::string& device) override {
        std::erase_if(all, [&](const KnownDevice& one) { return one.paired.device == device; });
        return {};
    }
    void heard(const std::string& device) override { ++heard_of[device]; }

    // The key of a device that is paired so.
    std::string pair(const std::string& device, LinkRole role) {
        const std::string key = sha256_hex("key of " + device);
        all.push_back({{device, role}, "a name", sha256_hex(key)});
        return key;
    }
};

class HubTest : public testing::Test {
  protected:
    inline static const std::string session = "20260312T191405Z-5f0c9a2b";

    HubTest() {
        kept.session = session;
        for (int i = 1; i <= 4; ++i) {
            const std::string text =
                R"({"seq":)" + std::to_string(i) + R"(,"name":"text","salt":"a","text":"drie personen"})";
            own.add("{\"n\":" + std::to_string(i) + "}", {text});
        }
    }

    // Opens a connection and says hello on it.
    ConnectionId connect(const std::string& device, LinkRole role) {
        if (!keys.contains(device)) keys[device] = devices.pair(device, role);
        const ConnectionId id = open();
        say(id, LinkHello{{1}, "hamer 1", keys[device]});
        return id;
    }
    ConnectionId open() {
        hub.opened(++last_id_, now);
        collect();
        return last_id_;
    }
    void say(ConnectionId id, const LinkMessage& message) {
        hub.received(id, write_link_message(message), now);
        collect();
    }
    void lose(ConnectionId id) {
        hub.lost(id, now);
        collect();
    }
    // All that are open say a beat each second.
    void pass(LinkTime ms) {
        for (const LinkTime until = now + ms; now < until;) {
            now += 500;
            if (now % 1000 == 0) {
                for (const HubDevice& one : hub.connected()) hub.heard(one.connection, now);
            }
            hub.tick(now);
            collect();
        }
    }
    LinkOffer offer(const std::string& id = session, bool drill = false) const {
        return {id, drill, 1, place_of(own.head()), {}, "run-1", true};
    }
    // The writer's device brings its first lines.
    ConnectionId write(std::uint64_t lines = 2, const std::string& device = "tablet") {
        const ConnectionId writer = connect(device, LinkRole::Chair);
        say(writer, offer());
        say(writer, LinkFile{session, 0, sha256_hex("{}"), "{}"});
        if (lines > 0) bring(writer, 1, lines);
        return writer;
    }
    void bring(ConnectionId writer, std::uint64_t first, std::uint64_t last) {
        LinkLines lines = own.message(first, last);
        lines.session = session;
        say(writer, lines);
    }
    // What came for the connection, without beats; then it is empty.
    std::vector<LinkMessage> take(ConnectionId id) {
        std::vector<LinkMessage> all = std::exchange(came_[id], {});
        std::erase(all, LinkMessage(LinkBeat{}));
        return all;
    }
    template <typename Kind>
    std::vector<Kind> take_all(ConnectionId id) {
        std::vector<Kind> found;
        for (const LinkMessage& one : take(id)) {
            if (const auto* kind = std::get_if<Kind>(&one)) found.push_back(*kind);
        }
        return found;
    }
    std::optional<LinkCode> closed_with(ConnectionId id) {
        const auto found = closed.find(id);
        return found == closed.end() ? std::nullopt : std::optional(found->second);
    }
    bool is_noted(const std::string& english) {
        for (const LocalText& one : hub.take_notices()) notices_ += one.en + "\n";
        return notices_.find(english) != std::string::npos;
    }

    DevicesInMemory devices;
    KeptInMemory kept;
    JournalLines own;
    KeeperHub hub{{"keeper-1", "hamer 2"}, devices, kept};
    LinkTime now = 10'000;
    std::map<std::string, std::string> keys;
    std::map<ConnectionId, LinkCode> closed;
    std::set<ConnectionId> done;

  private:
    // What the keeper says must be a message that whoever gets it can read.
    void collect() {
        for (HubOut& one : hub.take_out()) {
            EXPECT_FALSE(closed.contains(one.to) || done.contains(one.to)) << "something was said behind the end";
            for (LinkMessage& message : one.out.messages) {
                const auto read = read_link_message(write_link_message(message), "link");
                EXPECT_TRUE(read) << describe(read.error());
                if (read) {
                    EXPECT_EQ(*read, message);
                }
                came_[one.to].push_back(std::move(message));
            }
            if (one.out.close) closed.emplace(one.to, *one.out.close);
            if (one.done) done.insert(one.to);
        }
    }

    ConnectionId last_id_ = 0;
    std::map<ConnectionId, std::vector<LinkMessage>> came_;
    std::string notices_;
};

}  // namespace hamer::test
