// What the trainer taps again before the disk answered, and what is another act.
#include "service/practice/pending_acts.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

using Kind = TrainerAct::Kind;

TrainerAct act(Kind kind, const std::string& id = {}, std::int64_t at_ms = 0) {
    TrainerAct made;
    made.kind = kind;
    made.id = id;
    made.at_ms = at_ms;
    return made;
}

TrainerAct rating(int rating) {
    TrainerAct made = act(Kind::Rate, "calm");
    made.rating = rating;
    return made;
}

TrainerAct remark(const std::string& text) {
    TrainerAct made = act(Kind::Observe);
    made.text = text;
    return made;
}

TEST(PendingActsTest, TheSameTapIsOneActWheneverItComes) {
    PendingActs pending;
    EXPECT_TRUE(pending.add(act(Kind::Fire, "sit", 10)));
    EXPECT_FALSE(pending.add(act(Kind::Fire, "sit", 20)));
    EXPECT_TRUE(pending.add(act(Kind::Fire, "sing", 20)));
    EXPECT_FALSE(pending.add(act(Kind::Fire, "sit", 30))) << "another one in between changes nothing";
    pending.answered(act(Kind::Fire, "sit", 10));
    EXPECT_TRUE(pending.add(act(Kind::Fire, "sit", 40)));
}

TEST(PendingActsTest, AChangeOfMindIsAnotherActAlsoBackAgain) {
    PendingActs pending;
    EXPECT_TRUE(pending.add(rating(4)) && pending.add(rating(5)) && pending.add(rating(4)));
    EXPECT_FALSE(pending.add(rating(4)));
    EXPECT_TRUE(pending.add(act(Kind::Delay, "sit")) && pending.add(act(Kind::Skip, "sit")));
    EXPECT_TRUE(pending.add(act(Kind::Delay, "sit"))) << "of the same inject something else was asked since";
}

TEST(PendingActsTest, WhatWasTakenBackCanBeDoneAgain) {
    PendingActs pending;
    EXPECT_TRUE(pending.add(act(Kind::Fire, "sit")) && pending.add(act(Kind::TakeBack)));
    EXPECT_FALSE(pending.add(act(Kind::TakeBack))) << "tapped twice";
    EXPECT_TRUE(pending.add(act(Kind::Fire, "sit")));
    EXPECT_TRUE(pending.add(act(Kind::TakeBack)));
}

TEST(PendingActsTest, TwoRemarksAreTwo) {
    PendingActs pending;
    EXPECT_TRUE(pending.add(remark("staat op")) && pending.add(remark("gaat zitten")) &&
                pending.add(remark("staat op")));
    EXPECT_FALSE(pending.add(remark("staat op")));
    for (const char* text : {"staat op", "gaat zitten", "staat op"}) pending.answered(remark(text));
    EXPECT_TRUE(pending.empty());
}

}  // namespace
}  // namespace hamer
