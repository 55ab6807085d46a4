// Time, medians, and two things measured by turns, so that both meet the same noise.
#pragma once

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

namespace hamer::bench {

template <typename Work>
[[nodiscard]] double milliseconds(const Work& work) {
    const auto before = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - before).count();
}

[[nodiscard]] inline double median(std::vector<double> samples) {
    const auto middle = samples.begin() + static_cast<std::ptrdiff_t>(samples.size() / 2);
    std::nth_element(samples.begin(), middle, samples.end());
    return *middle;
}

// Medians of both. Each gives its own sample; who goes first changes with every round.
template <typename First, typename Second>
[[nodiscard]] std::pair<double, double> by_turns(int rounds, const First& first, const Second& second) {
    std::vector<double> firsts;
    std::vector<double> seconds;
    for (int round = 0; round < rounds; ++round) {
        if (round % 2 == 0) firsts.push_back(first());
        seconds.push_back(second());
        if (round % 2 != 0) firsts.push_back(first());
    }
    return {median(std::move(firsts)), median(std::move(seconds))};
}

}  // namespace hamer::bench
