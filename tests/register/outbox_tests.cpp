// A complete record and its deliveries are stored together; what came of an attempt is remembered.
#include "register/register.h"
#include "register/scratch.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

Dossier completed(const std::string& reason = "woningbouw") {
    Dossier dossier;
    dossier.reason = reason;
    dossier.completed = Completion{now, "griffier"};
    return dossier;
}

IncidentRecord ended_record() {
    IncidentRecord record = a_record("s");
    record.ended = Ending{};
    return record;
}

std::string shown(const Result<std::vector<Delivery>>& deliveries) {
    if (!deliveries) return describe(deliveries.error());
    std::string text;
    for (const Delivery& each : *deliveries) {
        text += each.record + " r" + std::to_string(each.revision) + " " + each.target + " " +
                std::string(delivery_state_words[static_cast<std::size_t>(each.state)]) + "; ";
    }
    return text;
}

TEST(Outbox, CompletingARecordQueuesItForEachTarget) {
    const Scratch scratch;
    Register store = scratch.open({"folder", "https"});
    ASSERT_TRUE(store.put(ended_record(), now));
    EXPECT_EQ(shown(store.ready(now)), "") << "not yet complete";
    ASSERT_TRUE(store.save("s-1", 1, completed(), now));
    EXPECT_EQ(shown(store.ready(now)), "s-1 r2 folder waiting; s-1 r2 https waiting; ");
}

TEST(Outbox, WhatChangesAfterwardsIsDeliveredToo) {
    const Scratch scratch;
    Register store = scratch.open({"folder"});
    ASSERT_TRUE(store.hand_over(a_chain("s", 5), {ended_record()}, now));
    ASSERT_TRUE(store.save("s-1", 1, completed(), now));
    ASSERT_TRUE(store.save("s-1", 2, completed("anders"), now));
    ASSERT_TRUE(store.hand_over(a_chain("s", 6), {}, now));
    EXPECT_EQ(shown(store.ready(now)), "s-1 r2 folder waiting; s-1 r3 folder waiting; s-1 r4 folder waiting; ")
        << "also that it was withdrawn";
}

TEST(Outbox, AClockThatWasSetBackHoldsNoDeliveryUp) {
    const Scratch scratch;
    Register store = scratch.open({"folder"});
    ASSERT_TRUE(store.put(ended_record(), now));
    ASSERT_TRUE(store.save("s-1", 1, completed(), now));
    Delivery delivery = store.ready(now)->front();
    delivery.attempts = 9;
    delivery.next = {now.milliseconds + 300'000, 0};  // the longest wait there is
    ASSERT_TRUE(store.settle(delivery));
    EXPECT_EQ(shown(store.ready(now)), "");
    const Instant an_hour_back{now.milliseconds - 3'600'000, 0};
    EXPECT_EQ(shown(store.ready(an_hour_back)), "s-1 r2 folder waiting; ");
}

TEST(Outbox, AnAttemptIsRememberedAndDeliveredStaysDelivered) {
    const Scratch scratch;
    Register store = scratch.open({"folder"});
    ASSERT_TRUE(store.put(ended_record(), now));
    ASSERT_TRUE(store.save("s-1", 1, completed(), now));
    Delivery delivery = store.ready(now)->front();
    delivery.attempts = 1;
    delivery.next = {now.milliseconds + 1000, 0};
    delivery.problem = "de map is vol";
    ASSERT_TRUE(store.settle(delivery));
    EXPECT_EQ(shown(store.ready(now)), "");
    const auto later = store.ready({now.milliseconds + 1000, 0});
    ASSERT_EQ(later->size(), 1U);
    EXPECT_EQ(later->front().attempts, 1);
    EXPECT_EQ(later->front().problem, "de map is vol");

    delivery.state = DeliveryState::Delivered;
    delivery.delivered = now;
    ASSERT_TRUE(store.settle(delivery));
    EXPECT_EQ(shown(store.deliveries("s-1")), "s-1 r2 folder delivered; ");
    EXPECT_EQ(store.deliveries()->front().delivered, now);
    delivery.state = DeliveryState::Parked;
    ASSERT_TRUE(store.settle(delivery)) << "another program that tried at the same time";
    EXPECT_EQ(shown(store.deliveries()), "s-1 r2 folder delivered; ");
    EXPECT_EQ(*store.retry(now), 0);
}

TEST(Outbox, WhatIsNotThereYetComesFirstAndTheListMayBeCut) {
    const Scratch scratch;
    Register store = scratch.open({"folder", "https"});
    EXPECT_EQ(*store.next_attempt(), std::nullopt);
    ASSERT_TRUE(store.put(ended_record(), now));
    ASSERT_TRUE(store.save("s-1", 1, completed(), now));
    EXPECT_EQ((*store.next_attempt())->milliseconds, now.milliseconds);
    Delivery delivery = store.ready(now)->front();
    delivery.state = DeliveryState::Delivered;
    delivery.delivered = now;
    ASSERT_TRUE(store.settle(delivery));
    EXPECT_EQ(shown(store.deliveries()), "s-1 r2 https waiting; s-1 r2 folder delivered; ");
    EXPECT_EQ(shown(store.deliveries("", 1)), "s-1 r2 https waiting; ");
    EXPECT_EQ(shown(store.deliveries("s-9")), "");
}

TEST(Outbox, RetryMakesWhatWaitsOrIsParkedReady) {
    const Scratch scratch;
    Register store = scratch.open({"folder", "https"});
    ASSERT_TRUE(store.put(ended_record(), now));
    ASSERT_TRUE(store.save("s-1", 1, completed(), now));
    const auto waiting = store.ready(now);
    for (Delivery delivery : *waiting) {
        delivery.state = delivery.target == "https" ? DeliveryState::Parked : DeliveryState::Waiting;
        delivery.next = {now.milliseconds + 300'000, 0};
        ASSERT_TRUE(store.settle(delivery));
    }
    EXPECT_EQ(shown(store.ready(now)), "");
    EXPECT_EQ(*store.retry(now), 2);
    EXPECT_EQ(shown(store.ready(now)), "s-1 r2 folder waiting; s-1 r2 https waiting; ");
}

}  // namespace
}  // namespace hamer::test
