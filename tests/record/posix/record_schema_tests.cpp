// Records against the schema that they are said to fit, by a program for it.
#include "codec/record/record_json.h"
#include "record/play.h"
#include "support/places.h"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace hamer::test {
namespace {

TEST(RecordSchema, EveryRecordFitsTheSchema) {
    const std::string file = ::testing::TempDir() + "/hamer-record-schema-" + std::to_string(::getpid()) + ".json";
    IncidentRecord withdrawn;
    withdrawn.id = "x-1";
    withdrawn.withdrawn = true;
    withdrawn.meeting.date = "2026-03-12";
    Play emergency;
    emergency.steps({"begin", "alarm"});
    IncidentRecord completed = eventful_evening().record();
    completed.dossier = a_dossier();
    completed.clock_changes = {{{7, minute(3), {}}, -3'600'000}};
    for (const IncidentRecord& record :
         {eventful_evening().record(), withdrawn, emergency.record(), completed, a_members_record()}) {
        std::ofstream(file) << write_record(record);
        const std::string check = std::string("/usr/bin/python3 -c 'import json, sys, jsonschema\n") +
                                  "schema = json.load(open(sys.argv[1]))\n"
                                  "jsonschema.Draft202012Validator.check_schema(schema)\n"
                                  "jsonschema.Draft202012Validator(schema).validate(json.load(open(sys.argv[2])))' " +
                                  test::source_directory() + "/config/schema/record.schema.json " + file;
        EXPECT_EQ(std::system(check.c_str()), 0) << write_record(record);
    }
    std::remove(file.c_str());
}

}  // namespace
}  // namespace hamer::test
