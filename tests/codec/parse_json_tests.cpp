#include "codec/json/parse.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string_view>

namespace hamer {
namespace {

using namespace std::string_view_literals;

std::string problem_of(std::string_view text) {
    const auto read = parse_json(text, "file.json");
    return read ? "" : read.error().where + ": " + read.error().problem;
}

TEST(ParseJson, AValueComesBackWithItsKeysInTheirOrder) {
    const auto read = parse_json(R"({"b": [1, "é"], "a": null})", "file.json");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->dump(), R"({"b":[1,"é"],"a":null})");
}

// The parser's own end of a text: what stands behind it would be in the file, and never be looked at.
TEST(ParseJson, AZeroByteIsNoEnd) {
    EXPECT_EQ(problem_of("{}\0"sv), "file.json: line 1, column 3: a zero byte is not JSON");
    EXPECT_EQ(problem_of("{\"a\": 1}\n\0{\"a\": 2}"sv), "file.json: line 2, column 1: a zero byte is not JSON");
    EXPECT_EQ(problem_of("{\"a\": \"x\0y\"}"sv), "file.json: line 1, column 9: a zero byte is not JSON");
    EXPECT_EQ(problem_of("\0"sv), "file.json: line 1, column 1: a zero byte is not JSON");
    EXPECT_TRUE(parse_json(R"("\u0000")", "file.json")) << "written as JSON writes it, it is a character";
}

TEST(ParseJson, WhatIsTwiceIsRefused) {
    EXPECT_NE(problem_of(R"({"a": 1, "a": 2})").find("stands twice"), std::string::npos);
    EXPECT_NE(problem_of("{} {}"), "");
}

}  // namespace
}  // namespace hamer
