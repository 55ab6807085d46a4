#include "codec/json/clean_texts.h"

#include "base/clean_lines.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

namespace hamer {

void clean_texts(Json& json, TextLines lines) {
    if (json.is_string()) {
        const auto& text = json.get_ref<const std::string&>();
        json = lines == TextLines::One ? printable(text, std::string::npos) : clean_lines(text);
    } else if (json.is_structured()) {
        for (Json& each : json) clean_texts(each, lines);
    }
}

}  // namespace hamer
