// A record written once for two uses: to be stored, and to be compared with another.
#include "codec/record/record_json.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(RecordJson, IsComparedWithoutItsRevisionsNumberAndHowFarTheJournalWent) {
    IncidentRecord record;
    record.id = "s-1";
    record.what = "geroep";
    record.revision = 3;
    record.source.session = "s";
    record.source.head = std::string(64, 'a');
    const RecordTexts texts = write_record_texts(record);
    EXPECT_EQ(texts.stored, write_record(record));
    IncidentRecord other = record;
    other.revision = 0;
    other.source.head.clear();
    EXPECT_EQ(texts.compared, write_record(other));
    other.what = "gefluit";
    EXPECT_NE(texts.compared, write_record_texts(other).compared);
}

}  // namespace
}  // namespace hamer
