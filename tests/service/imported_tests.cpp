// A session of another device is only to be read: by whichever way one would go on with it, nothing of it changes.
#include "codec/drill/scenario_json.h"
#include "codec/journal/session_origin_json.h"
#include "follower_scene.h"
#include "platform/text_file.h"
#include "service/handover/session_bundle.h"
#include "service/store/drill_folder.h"
#include "service/store/held_drills.h"
#include "service/store/session_index.h"
#include "service/store/session_origin.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace hamer {
namespace {

class Imported : public FollowerTest {
  protected:
    Settings settings;
    const Witnesses witnesses{files, settings, {}};

    Result<ImportedSession> import(const std::string& bundle, const std::string& data = "clerk") {
        return import_session(files, data, bundle, "evening.hamer", witnesses);
    }
    // The chair's program ends; where its meeting was.
    std::string leave() {
        std::string id = service->session_id();
        carried_ = export_after_leaving(id);
        return id;
    }
    std::string export_after_leaving(const std::string& id) {
        service.reset();
        auto made = export_session(files, "data", id, witnesses);
        EXPECT_TRUE(made) << (made ? "" : describe(made.error()));
        return made.value_or("");
    }
    // All files of a session but its lock, with their bytes.
    std::map<std::string, std::string> all(const std::string& id, const std::string& data = "clerk") {
        std::map<std::string, std::string> found;
        const std::filesystem::path folder = sessions_folder(data, true) / id;
        for (const std::string& name : files.list(folder).value_or(std::vector<std::string>{})) {
            if (name != "lock") found[name] = files.get(folder / name);
        }
        return found;
    }
    std::string carried_;
};

TEST_F(Imported, IsNeverReopenedByWhateverWay) {
    play();
    const std::string id = leave();
    ASSERT_TRUE(import(carried_));
    const auto before = all(id);
    ASSERT_FALSE(before.empty());
    const auto clerk = open("clerk");
    ASSERT_TRUE(clerk->reopen_last());
    EXPECT_FALSE(clerk->has_session()) << "the clerk's window begins with its own";
    const auto refused = clerk->reopen(id);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Refused);
    EXPECT_NE(describe(refused.error(), Language::Dutch).find("alleen te lezen"), std::string::npos);
    EXPECT_FALSE(clerk->has_session());
    EXPECT_EQ(all(id), before);
}

TEST_F(Imported, StandsInTheWayOfNoneOfThisDevicesOwnHoweverManyThereAre) {
    auto own = open("clerk");
    clock.advance(10'000);
    ASSERT_TRUE(own->begin(test::meeting(), Language::Dutch));
    const std::string mine = own->session_id();
    own.reset();
    for (int i = 0; i < 25; ++i) {
        service = open("data");
        begin();
        leave();
        ASSERT_TRUE(import(carried_));
    }
    const auto clerk = open("clerk");
    ASSERT_TRUE(clerk->reopen_last());
    ASSERT_TRUE(clerk->has_session());
    EXPECT_EQ(clerk->session_id(), mine);
    Follower looking = follower("clerk");
    looking.poll(Follower::Thoroughness::Everything);
    ASSERT_TRUE(looking.has_session()) << "nor of who looks on";
    EXPECT_EQ(looking.session_id(), mine);
}

TEST_F(Imported, SaysOfWhichDeviceItIsAlsoWhenItIsCarriedOn) {
    play();
    const std::string id = leave();
    const auto first = import(carried_);
    ASSERT_TRUE(first);
    const SessionOrigin chair = this_device(files, {});
    EXPECT_FALSE(chair.device.empty());
    EXPECT_EQ(first->origin, chair);
    SessionIndex index(files, sessions_folder("clerk", true));
    EXPECT_EQ(index.summary(id)->origin, chair);
    index.keep();
    EXPECT_EQ(SessionIndex(files, sessions_folder("clerk", true)).summary(id)->origin, chair) << "from the list's file";
    // As another device would have written it.
    const auto path = sessions_folder("clerk", true) / id / std::string(origin_name);
    files.put(path, write_session_origin({"raadzaal-1", std::string(64, 'a')}));
    const auto again = export_session(files, "clerk", id, witnesses);
    ASSERT_TRUE(again);
    const auto third = import(*again, "third");
    ASSERT_TRUE(third);
    EXPECT_EQ(third->origin.device, "raadzaal-1");
    EXPECT_EQ(origin_in_words(third->origin).nl, "raadzaal-1 (sleutel aaaaaaaaaaaaaaaa)");
}

TEST_F(Imported, IsOfAnotherDeviceWhateverItsOriginSays) {
    play();
    const std::string id = leave();
    ASSERT_TRUE(import(carried_));
    files.put(sessions_folder("clerk", true) / id / std::string(origin_name), "{\"device\": 7");
    const auto clerk = open("clerk");
    const auto refused = clerk->reopen(id);
    ASSERT_FALSE(refused);
    EXPECT_NE(describe(refused.error(), Language::Dutch).find("een ander apparaat"), std::string::npos);
}

TEST_F(Imported, TakesWhatWasAddedOnItsOwnDeviceSinceThen) {
    play();
    const std::string id = leave();
    ASSERT_TRUE(import(carried_));
    const auto same = import(carried_);
    ASSERT_FALSE(same);
    EXPECT_NE(describe(same.error(), Language::Dutch).find("staat hier al"), std::string::npos);
    const std::string shorter = carried_;
    service = open("data");
    ASSERT_TRUE(service->reopen(id));
    run(AddNote{"de volgende ochtend"});
    leave();
    const auto added = import(carried_);
    ASSERT_TRUE(added) << describe(added.error());
    const auto here = all(id), there = all(id, "data");
    EXPECT_EQ(here.at("journal"), there.at("journal"));
    EXPECT_EQ(here.at("private.jsonl"), there.at("private.jsonl"));
    EXPECT_TRUE(here.contains(std::string(origin_name)));
    const auto older = import(shorter);
    ASSERT_FALSE(older);
    EXPECT_NE(describe(older.error(), Language::Dutch).find("hier staat al meer"), std::string::npos);
    EXPECT_EQ(all(id), here);
}

// Somebody who erases a text of it, or goes on with it, meanwhile would find half of it.
TEST_F(Imported, IsNobodyElsesWhileItIsPackedAndWhileItIsBroughtUpToDate) {
    play();
    const std::string id = leave();
    ASSERT_TRUE(import(carried_));
    service = open("data");
    ASSERT_TRUE(service->reopen(id));
    run(AddNote{"de volgende ochtend"});
    service.reset();

    std::vector<bool> held;  // at each call
    bool trying = false;     // which asks the disk too
    const auto try_to_have = [&](const std::filesystem::path& folder) {
        if (std::exchange(trying, true)) return;
        held.push_back(!lock_folder(files, folder));
        trying = false;
    };
    files.before_call = [&] { try_to_have(sessions_folder("data", true) / id); };
    const auto made = export_session(files, "data", id, witnesses);
    files.before_call = nullptr;
    ASSERT_TRUE(made);
    ASSERT_GT(held.size(), 5U);
    EXPECT_FALSE(held.front());
    EXPECT_EQ(std::count(held.end() - 5, held.end(), true), 5) << "until the last file is read";

    const auto here = sessions_folder("clerk", true) / id;
    const std::string texts = files.get(here / "private.jsonl"), journal = files.get(here / "journal");
    held.clear();
    files.before_call = [&] {
        // The texts are new, and the journal is not yet.
        if (files.get(here / "private.jsonl") != texts && files.get(here / "journal") == journal) try_to_have(here);
    };
    ASSERT_TRUE(import(*made));
    files.before_call = nullptr;
    EXPECT_FALSE(held.empty());
    EXPECT_EQ(std::ranges::count(held, false), 0);
}

TEST_F(Imported, DoesNotBringBackWhatWasErasedHere) {
    play();
    const std::string id = leave();
    ASSERT_TRUE(import(carried_));
    const auto texts = sessions_folder("clerk", true) / id / "private.jsonl";
    const auto lines = lines_of(files.get(texts));
    ASSERT_GT(lines.size(), 2U);
    files.put(texts, lines.front());
    service = open("data");
    ASSERT_TRUE(service->reopen(id));
    run(AddNote{"later opgeschreven"});
    leave();
    ASSERT_TRUE(import(carried_));
    const auto kept = lines_of(files.get(texts));
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept.front(), lines.front());
    EXPECT_NE(kept.back().find("later opgeschreven"), std::string::npos);
}

TEST_F(Imported, TakesNoOtherCourseForIts) {
    begin();
    const std::string id = leave();
    ASSERT_TRUE(import(carried_));
    // The same session goes on in two ways: here as an earlier copy of it did.
    service = open("data");
    ASSERT_TRUE(service->reopen(id));
    run(Do{"meeting.open", {}});
    leave();
    const std::string one = carried_;
    const auto path = sessions_folder("data", true) / id / "journal";
    files.put(path, lines_of(files.get(path)).front());
    service = open("data");
    ASSERT_TRUE(service->reopen(id));
    run(AddNote{"anders"});
    run(AddNote{"en verder"});
    leave();
    ASSERT_TRUE(import(one));
    const auto before = all(id);
    const auto refused = import(carried_);
    ASSERT_FALSE(refused);
    EXPECT_NE(describe(refused.error(), Language::Dutch).find("ander verloop"), std::string::npos);
    EXPECT_EQ(all(id), before);
}

TEST_F(Imported, IsNotImportedWhereItIsThisDevicesOwn) {
    play();
    const std::string id = leave();
    const auto before = all(id, "data");
    const auto refused = import(carried_, "data");
    ASSERT_FALSE(refused);
    EXPECT_NE(describe(refused.error(), Language::Dutch).find("van dit apparaat"), std::string::npos);
    EXPECT_EQ(all(id, "data"), before);
}

TEST_F(Imported, LeavesNothingBehindWhereItIsRefused) {
    play();
    leave();
    ASSERT_TRUE(import(carried_));
    ASSERT_FALSE(import(carried_));
    const auto left = files.list("clerk/imports");
    EXPECT_TRUE(!left || left->empty()) << "with the texts of people in it";
}

TEST_F(Imported, NothingIsAddedToADrillOfAnotherDevice) {
    play();
    const std::string id = leave();
    ASSERT_TRUE(import(carried_));
    const auto folder = sessions_folder("clerk", true) / id;
    const auto text = read_text_file(test::source_path("scenarios/sit-in.json"));
    const auto scenario = read_scenario(text.value(), "sit-in");
    const HeldDrill held{.session = id, .scenario = "sit-in", .title = "Sit-in", .held = clock.now().at};
    auto drill = DrillFolder::make(files, folder, scenario.value(), held);
    ASSERT_TRUE(drill) << describe(drill.error());
    EXPECT_FALSE(broken_off(files, "clerk", clock.now().at)) << "nor is it offered to go on with";
    EXPECT_FALSE(drill->add({.kind = TrainerAct::Kind::Observe, .text = "gezien"}));
    EXPECT_FALSE(drill->finish({}));
}

// Of this device, but put away: by this program or a former one, that is the end of it.
TEST_F(Imported, NorIsASessionThatWasPutAwayGoneOnWith) {
    play();
    close();
    const std::string id = service->session_id();
    ASSERT_TRUE(service->put_away());
    const auto before = all(id, "data");
    const auto refused = service->reopen(id);
    ASSERT_FALSE(refused);
    EXPECT_NE(describe(refused.error(), Language::Dutch).find("afgesloten"), std::string::npos);
    EXPECT_EQ(all(id, "data"), before);
}

}  // namespace
}  // namespace hamer
