// What the clerk's work asks of the register and of the disk: a save reads and writes its record once, and of the lists
// what is on the screen is read anew.
#include "dossier_scene.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <mutex>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hamer::ui {
namespace {

const std::string evening = an_evening().id;

// Every statement that any connection of SQLite runs while this is there, as it was written.
class Statements {
  public:
    Statements() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(&watch)); }
    ~Statements() {
        sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&watch));
        (void)take();
    }
    Statements(const Statements&) = delete;
    Statements& operator=(const Statements&) = delete;

    // Those since this was asked last.
    std::vector<std::string> take() {
        const std::lock_guard hold(mutex());
        return std::exchange(all(), {});
    }

  private:
    // Its connections are of more than one thread.
    static std::mutex& mutex() {
        static std::mutex one;
        return one;
    }
    static std::vector<std::string>& all() {
        static std::vector<std::string> statements;
        return statements;
    }
    static int note(unsigned, void*, void*, void* text) {
        const std::lock_guard hold(mutex());
        all().emplace_back(static_cast<const char*>(text));
        return 0;
    }
    static int watch(sqlite3* database, char**, const void*) {
        return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, &note, nullptr);
    }
};

// What of a record, and of the lists, was read and written.
struct Cost {
    std::ptrdiff_t read = 0, written = 0;                              // whole records
    std::ptrdiff_t records = 0, due = 0, deliveries = 0, numbers = 0;  // lists
    bool operator==(const Cost&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Cost& cost) {
    return out << "read " << cost.read << ", written " << cost.written << ", lists: records " << cost.records
               << ", due " << cost.due << ", deliveries " << cost.deliveries << ", numbers " << cost.numbers;
}

Cost cost_of(const std::vector<std::string>& statements) {
    const auto with = [&](std::string_view part) {
        return std::ranges::count_if(statements,
                                     [&](const std::string& one) { return one.find(part) != std::string::npos; });
    };
    return {.read = with("SELECT body"),
            .written = with("INSERT INTO record_revision"),
            .records = with("FROM record r ORDER BY") + with("record_search MATCH"),
            .due = with("ORDER BY d.due_ms"),
            .deliveries = with("delivered_at FROM delivery WHERE state <> 'delivered' ORDER BY"),
            .numbers = with("(SELECT COUNT(*) FROM delivery")};
}

class DossierCost : public testing::Test {
  protected:
    void SetUp() override { statements.take(); }
    Cost cost() { return cost_of(statements.take()); }
    void open_with_something_typed(DossierScene& scene) {
        ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
        scene.refresh();
        ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1") && scene.fill("reason", "woningbouw"));
        statements.take();
    }
    Statements statements;  // before any register is opened
};

TEST_F(DossierCost, ASaveReadsAndWritesTheRecordOnceAndReadsTheListThatIsOnTheScreen) {
    DossierScene scene;
    open_with_something_typed(scene);
    ASSERT_TRUE(scene.tap("save"));
    ASSERT_EQ(scene.label("done"), "Bewaard als revisie 2");
    EXPECT_EQ(cost(), (Cost{.read = 1, .written = 1, .records = 1, .numbers = 1}));
    ASSERT_TRUE(scene.tap("tab.3"));
    EXPECT_TRUE(scene.driver.reads("woningbouw")) << "what it changed is known from that";
    ASSERT_TRUE(scene.tap("tab.0"));
    EXPECT_TRUE(scene.driver.reads("revisie 2"));
    EXPECT_EQ(cost(), Cost{}) << "and all that is shown of it is there";
}

TEST_F(DossierCost, WithNoListOnTheScreenASaveReadsNone) {
    DossierScene scene(portrait);
    open_with_something_typed(scene);
    ASSERT_TRUE(scene.tap("save"));
    ASSERT_EQ(scene.label("done"), "Bewaard als revisie 2");
    EXPECT_EQ(cost(), (Cost{.read = 1, .written = 1}));
    ASSERT_TRUE(scene.tap("back"));
    EXPECT_EQ(cost(), (Cost{.records = 1, .numbers = 1})) << "which it was to be read for";
    ASSERT_TRUE(scene.tap("list.1"));
    EXPECT_EQ(cost(), (Cost{.due = 1}));
    ASSERT_TRUE(scene.tap("list.2"));
    EXPECT_EQ(cost(), (Cost{.deliveries = 1}));
    ASSERT_TRUE(scene.tap("list.0") && scene.tap("list.1"));
    EXPECT_EQ(cost(), Cost{}) << "nothing changed since";
}

TEST_F(DossierCost, MakingItCompleteWithSomethingTypedStoresTwoRevisionsAndReadsNothingElse) {
    DossierScene scene(portrait);
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    ASSERT_TRUE(scene.records().save(evening, 1, a_whole_dossier(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1") && scene.fill("reason", "het verkeer"));
    statements.take();
    ASSERT_TRUE(scene.tap("complete"));
    EXPECT_EQ(cost(), (Cost{.read = 2, .written = 2})) << scene.label("problem");
    EXPECT_EQ(status(scene.record(evening)), IncidentStatus::Complete);
}

TEST_F(DossierCost, ALetterInTheSearchReadsWhatItFindsAlone) {
    DossierScene scene;
    ASSERT_TRUE(scene.tap("search"));
    statements.take();
    scene.driver.type("s");
    scene.settle();
    EXPECT_EQ(cost(), (Cost{.records = 1}));
}

TEST_F(DossierCost, ASaveLeavesTheJournalAlone) {
    DossierScene scene;
    const std::string session = scene.meet();
    scene.open(ClerkService::Options(scene.clerk->options()));
    ASSERT_TRUE(scene.tap("records.0"));
    EXPECT_NE(scene.label("verdict").find("Hoofdhash"), std::string::npos) << scene.label("verdict");
    ASSERT_TRUE(scene.tap("tab.1") && scene.fill("reason", "woningbouw"));
    std::filesystem::rename(scene.folder / "sessions" / session, scene.folder / "elders");
    ASSERT_TRUE(scene.tap("save"));
    ASSERT_EQ(scene.label("done"), "Bewaard als revisie 2") << scene.label("problem");
    ASSERT_TRUE(scene.tap("tab.0"));
    EXPECT_NE(scene.label("verdict").find("Hoofdhash"), std::string::npos) << "it is not read again";
    ASSERT_TRUE(scene.tap("records.0"));
    EXPECT_NE(scene.label("verdict").find("niet op dit apparaat"), std::string::npos) << "but when it is opened";
}

TEST_F(DossierCost, WhoeverReadsARecordWholeIsNotedOnce) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    for (int i = 1; i < 3; ++i) {
        Dossier dossier;
        dossier.reason = std::string(static_cast<std::size_t>(i), 'w');
        ASSERT_TRUE(scene.records().save(evening, i, dossier, scene.clock.now().at));
    }
    scene.refresh();
    const auto noted = [&] {
        const auto all = scene.records().accesses(evening);
        return std::ranges::count(*all, "open", &Access::what);
    };
    statements.take();
    ASSERT_TRUE(scene.tap("records.0"));
    EXPECT_EQ(cost().read, 2) << "with the revision before it";
    EXPECT_EQ(noted(), 1);
    ASSERT_TRUE(scene.tap("tab.3") && scene.tap("changes.from.0"));
    EXPECT_EQ(noted(), 2) << "who compares revisions reads them";
    ASSERT_TRUE(scene.tap("tab.0") && scene.tap("report"));
    EXPECT_EQ(noted(), 3) << "and so does who puts one on paper";
    ASSERT_TRUE(scene.tap("tab.1") && scene.fill("reason", "woningbouw") && scene.tap("save"));
    EXPECT_EQ(noted(), 3) << "what one just typed is not read";
}

}  // namespace
}  // namespace hamer::ui
