// Three journals as meetings write them, the same at each run.
#pragma once

#include <string>
#include <vector>

namespace hamer::test {

struct WrittenJournal {
    std::string name;
    std::vector<std::string> segments;  // journal, journal.2 …
};

// A quiet meeting; scenario B with private texts and Dutch accents, the whole of it in the long form; and one that went
// on in a second segment when the disk was full in the middle of a line.
[[nodiscard]] std::vector<WrittenJournal> three_journals();

}  // namespace hamer::test
