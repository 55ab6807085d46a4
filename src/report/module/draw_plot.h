// Numbers as columns or bars, in points. Each says its number, so that nothing has to be read from a scale or from a
// colour. Internal to the module.
#pragma once

#include "report/plot.h"

#include <cairo.h>

namespace hamer {

[[nodiscard]] double plot_height(const Plot& plot);
// From a place on the page, over this width.
void draw_plot(cairo_t* cairo, const Plot& plot, double left, double top, double width);

}  // namespace hamer
