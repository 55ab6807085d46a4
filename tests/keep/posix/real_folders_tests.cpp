// A keeper's folders on the real disk: killed while lines come, and with links in the place of its files.
#include "keep/keep_world.h"
#include "platform/clock.h"
#include "platform/system_files.h"
#include "service/keep/device_file.h"
#include "support/places.h"

#include <fcntl.h>
#include <fstream>
#include <signal.h>
#include <sstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace hamer::test {
namespace {

namespace fs = std::filesystem;

std::string read_all(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
}

mode_t mode_of(const fs::path& path) {
    struct stat found {};
    EXPECT_EQ(lstat(path.c_str(), &found), 0) << path;
    return found.st_mode & 0777;
}

class RealFolders : public testing::Test {
  protected:
    RealFolders() { restart(); }
    ~RealFolders() override {
        kept.reset();
        std::error_code ignored;
        fs::remove_all(data, ignored);
    }
    void restart() {
        kept.reset();
        kept = std::make_unique<KeptFolders>(files, KeptFoldersSetup{data, {}, {}});
    }
    static KeptPlace place() { return {kept_session, false, 0, "tablet"}; }
    [[nodiscard]] fs::path folder() const { return data / "sessions" / kept_session; }
    Status bring(const JournalLines& lines, std::uint64_t last) {
        const auto courses = kept->courses(kept_session);
        if (!courses) return tl::unexpected<Error>(courses.error());
        if (courses->empty()) {
            if (Status begun = kept->put_procedure(place(), kept_procedure); !begun) return begun;
        }
        const std::uint64_t there = courses->empty() ? 0 : courses->front().head.seq;
        return kept->append(place(), lines.at(there), checked(lines, there + 1, last));
    }

    SystemFiles files;
    fs::path data = make_temporary_folder("hamer-keep");
    std::unique_ptr<KeptFolders> kept;
};

TEST_F(RealFolders, AreForTheirOwnerAlone) {
    const JournalLines own = lines_with_texts(2, "drie");
    const mode_t before = umask(0);
    ASSERT_TRUE(bring(own, 2));
    ASSERT_TRUE(kept->erase(kept_session, std::vector<LinkTextName>{{1, "text"}}, ""));
    umask(before);
    for (const char* name : {"journal", "private.jsonl", "procedure.json", "origin.json"}) {
        EXPECT_EQ(mode_of(folder() / name), 0600) << name;
    }
    EXPECT_EQ(mode_of(data / "keeper" / "sessions" / (kept_session + ".json")), 0600);
    for (const fs::path& one : {folder(), folder().parent_path(), data / "keeper", data / "keeper" / "sessions"}) {
        EXPECT_EQ(mode_of(one), 0700) << one;
    }
    EXPECT_FALSE(fs::exists(data / "keeper" / "new" / (kept_session + ".0")));
}

TEST_F(RealFolders, AKeeperThatIsKilledHasWhatItSaid) {
    const JournalLines own = lines_with_texts(400, "drie");
    std::uint64_t there = 0;
    for (int round = 0; round < 12 && there < 400; ++round) {
        kept.reset();
        int told[2];
        ASSERT_EQ(pipe(told), 0);
        const pid_t child = fork();
        if (child == 0) {
            // Says each line that is durable, until it is killed.
            SystemFiles own_files;
            KeptFolders folders(own_files, {data, {}, {}});
            if (there == 0 && !folders.put_procedure(place(), kept_procedure)) _exit(2);
            for (std::uint64_t seq = there + 1; seq <= 400; ++seq) {
                if (!folders.append(place(), own.at(seq - 1), checked(own, seq, seq))) _exit(3);
                if (write(told[1], "x", 1) != 1) _exit(4);
            }
            _exit(0);
        }
        close(told[1]);
        std::uint64_t said = there;
        char one = 0;
        const std::uint64_t enough = there + 1 + static_cast<std::uint64_t>(round) * 7;
        while (said < enough && read(told[0], &one, 1) == 1) ++said;
        kill(child, SIGKILL);
        while (read(told[0], &one, 1) == 1) ++said;
        close(told[0]);
        int status = 0;
        waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0) << WEXITSTATUS(status);
        restart();
        const auto courses = kept->courses(kept_session);
        ASSERT_TRUE(courses) << describe(courses.error());
        ASSERT_EQ(courses->size(), 1u);
        there = courses->front().head.seq;
        ASSERT_GE(there, said);
        EXPECT_EQ(read_all(folder() / "journal"), bytes_of(own, there));
        EXPECT_EQ(read_all(folder() / "private.jsonl"), texts_of(own, there));
    }
    EXPECT_GT(there, 12u);
}

TEST_F(RealFolders, NothingIsWrittenThroughALink) {
    const JournalLines own = lines_with_texts(4, "drie");
    const fs::path elsewhere = data / "elsewhere";
    for (const char* name : {"journal", "private.jsonl", "lock"}) {
        SCOPED_TRACE(name);
        kept.reset();
        fs::remove_all(data);
        fs::create_directories(data);
        restart();
        ASSERT_TRUE(bring(own, 2));
        kept.reset();
        const std::string before = read_all(folder() / name);
        fs::rename(folder() / name, elsewhere);
        fs::create_symlink(elsewhere, folder() / name);
        restart();
        EXPECT_FALSE(bring(own, 4));
        EXPECT_EQ(read_all(elsewhere), before);
    }
}

TEST_F(RealFolders, NobodyIsLetInByAListThatOthersCanChange) {
    const SystemClock clock;
    const fs::path path = data / "devices.json";
    DeviceFile devices(files, path, clock);
    const std::string key(64, 'a');
    ASSERT_TRUE(devices.add(new_device({{1}, "x", "062025", "iPad"}, LinkRole::Chair, "tablet", key).stored));
    EXPECT_EQ(mode_of(path), 0600);
    EXPECT_TRUE(devices.owner(key));
    ASSERT_EQ(chmod(path.c_str(), 0622), 0);
    DeviceFile again(files, path, clock);
    EXPECT_FALSE(again.owner(key));
    ASSERT_FALSE(again.entries());
    EXPECT_NE(describe(again.entries().error()).find("chmod"), std::string::npos);
    ASSERT_EQ(chmod(path.c_str(), 0600), 0);
    EXPECT_TRUE(again.owner(key)) << "it is tried again";
}

}  // namespace
}  // namespace hamer::test
