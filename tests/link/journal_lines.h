// A journal in memory, and a keeper's disk in memory, for tests of one party alone.
#pragma once

#include "link/kept_sessions.h"
#include "link/own_lines.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <vector>

namespace hamer::test {

class JournalLines final : public OwnLines {
  public:
    void add(const std::string& payload, std::vector<std::string> texts = {}) {
        LineMaker maker;
        std::string line(maker.make(head(), payload));
        line.pop_back();
        lines_.push_back({std::move(line), std::move(texts)});
        positions_.push_back(maker.made());
    }
    [[nodiscard]] Position head() const override { return positions_.back(); }
    [[nodiscard]] Position at(std::uint64_t seq) const override { return positions_.at(seq); }
    [[nodiscard]] std::string line(std::uint64_t seq) const override { return lines_.at(seq - 1).line; }
    [[nodiscard]] std::vector<std::string> texts(std::uint64_t seq) const override { return lines_.at(seq - 1).texts; }
    [[nodiscard]] std::string procedure() const override { return "{\"format\":1}"; }

    // The message that brings lines `first` to `last`.
    [[nodiscard]] LinkLines message(std::uint64_t first, std::uint64_t last, int course = 0) const {
        LinkLines lines{"s", course, {}};
        for (std::uint64_t seq = first; seq <= last; ++seq) lines.lines.push_back(lines_.at(seq - 1));
        return lines;
    }

  private:
    std::vector<LinkLine> lines_;
    std::vector<Position> positions_{Position{}};
};

class KeptInMemory final : public KeptSessions {
  public:
    struct Course {
        std::vector<CheckedLine> lines;
        std::vector<Position> positions{Position{}};
        std::string procedure;
        bool ended = false;
    };
    std::vector<Course> all;
    bool fails = false;
    bool is_open = false;
    int appends = 0;
    std::string session = "s";  // the only one
    bool drill = false;         // what it is
    std::size_t in_a_message = max_link_lines;
    std::map<std::string, std::vector<LinkErase>> owed_to;  // by device
    std::map<std::string, std::vector<LinkTextName>> erasures;

    Result<std::vector<KeptCourse>> courses(const std::string& id) override {
        if (fails) return failure();
        if (id != session) return std::vector<KeptCourse>{};
        std::vector<KeptCourse> found;
        for (const Course& one : all) found.push_back({one.positions.back(), !one.procedure.empty(), one.ended, drill});
        return found;
    }
    Result<std::optional<std::string>> hash_of(const KeptPlace& place, std::uint64_t seq) override {
        const auto& positions = at(place).positions;
        if (seq >= positions.size()) return std::nullopt;
        return positions[seq].hash;
    }
    Status put_procedure(const KeptPlace& place, const std::string& text) override {
        if (fails) return failure();
        all.resize(std::max(all.size(), static_cast<std::size_t>(place.course) + 1));
        at(place).procedure = text;
        if (!place.device.empty()) owed_to[place.device];
        return {};
    }
    Status append(const KeptPlace& place, const Position&, std::span<const CheckedLine> lines) override {
        if (fails) return failure();
        ++appends;
        Course& course = at(place);
        LineMaker maker;
        for (const CheckedLine& one : lines) {
            (void)maker.make(course.positions.back(), one.payload);
            course.positions.push_back(maker.made());
            course.lines.push_back(one);
        }
        return {};
    }
    Result<std::vector<LinkLine>> lines(const KeptPlace& place, std::uint64_t first) override {
        if (fails) return failure();
        const Course& course = at(place);
        std::vector<LinkLine> read;
        LineMaker maker;
        for (std::size_t i = first; i <= course.lines.size() && read.size() < in_a_message; ++i) {
            std::string line(maker.make(course.positions[i - 1], course.lines[i - 1].payload));
            line.pop_back();
            read.push_back({std::move(line), course.lines[i - 1].texts});
        }
        return read;
    }
    Result<std::vector<LinkErase>> owed(const std::string& device) override {
        if (fails) return failure();
        return owed_to[device];
    }
    Status settled(const std::string& device, const std::string& id) override {
        std::erase_if(owed_to[device], [&](const LinkErase& one) { return one.id == id; });
        return {};
    }
    Result<std::optional<LinkCode>> erase(const std::string& id, std::span<const LinkTextName> texts,
                                          const std::string& by) override {
        if (fails) return failure();
        if (is_open) return LinkCode::SessionOpen;
        if (id == session) drop_texts(texts);
        const std::string name = "e" + std::to_string(erasures[id].size());
        for (auto& [device, owed] : owed_to) {
            if (device != by) owed.push_back({id, name, {texts.begin(), texts.end()}});
        }
        erasures[id].insert(erasures[id].end(), texts.begin(), texts.end());
        return std::nullopt;
    }
    Result<std::vector<LinkTextName>> erased(const std::string& id) override {
        if (fails) return failure();
        return erasures[id];
    }
    Status end(const KeptPlace& place) override {
        if (fails) return failure();
        at(place).ended = true;
        return {};
    }

  private:
    void drop_texts(std::span<const LinkTextName> texts) {
        for (Course& course : all) {
            for (const LinkTextName& one : texts) {
                if (one.seq <= course.lines.size()) course.lines[one.seq - 1].texts.clear();
            }
        }
    }
    Course& at(const KeptPlace& place) {
        EXPECT_EQ(place.session, session);
        EXPECT_EQ(place.drill, drill);
        return all.at(static_cast<std::size_t>(place.course));
    }
    static tl::unexpected<Error> failure() {
        return fail(ErrorKind::Storage, "keeper", "No space left on device", {}, Trouble::NoSpace);
    }
};

}  // namespace hamer::test
