#include "base/time_scale.h"

#include <algorithm>
#include <numeric>

namespace hamer {

std::int64_t round_step(std::int64_t span, std::int64_t most) {
    constexpr std::int64_t steps[] = {1'000,   2'000,   5'000,     10'000,    15'000,    30'000,     60'000,    120'000,
                                      300'000, 600'000, 1'800'000, 3'600'000, 7'200'000, 21'600'000, 43'200'000};
    for (const std::int64_t one : steps) {
        if (span / one <= most) return one;
    }
    std::int64_t step = 86'400'000;
    while (span / step > most) step *= 2;
    return step;
}

std::vector<double> spread(std::vector<double> places, double apart, double most) {
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t one) { return places[one]; });
    for (std::size_t i = 1; i < order.size(); ++i) {
        double& place = places[order[i]];
        place = std::max(place, std::min(place + most, places[order[i - 1]] + apart));
    }
    return places;
}

}  // namespace hamer
