#include "ui/toolkit/widgets/date_line.h"

namespace hamer::ui {

std::optional<Day> date_line(Lines& lines, const DateLine& asked, std::string& text) {
    const bool is_wrong = !asked.wrong.empty();
    const DateField field{.field = {.key = asked.key,
                                    .label = asked.label,
                                    .below = is_wrong ? asked.wrong : asked.below,
                                    .wrong = is_wrong},
                          .language = lines.language(),
                          .day = asked.day,
                          .today = asked.today,
                          .first = asked.first,
                          .last = asked.last,
                          .why_not = asked.why_not};
    Column& column = lines.column();
    return date_field(lines.ui(), column.next(date_field_height(lines.ui(), field, text, column.width())), field, text);
}

}  // namespace hamer::ui
