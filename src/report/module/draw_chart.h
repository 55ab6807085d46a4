// The drawing in time: lanes below one another, with a scale of round times under them, in points. Internal to the
// module.
#pragma once

#include "record/chart.h"

#include <cairo.h>

namespace hamer {

[[nodiscard]] double chart_height(const Chart& chart);
// From a place on the page, over this width.
void draw_chart(cairo_t* cairo, const Chart& chart, double left, double top, double width);

}  // namespace hamer
