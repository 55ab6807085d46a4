#include "codec/json/clean_texts.h"

#include "base/clean_lines.h"
#include "base/text.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace hamer {

void clean_texts(Json& json, TextLines lines) {
    if (json.is_string()) {
        const auto& text = json.get_ref<const std::string&>();
        std::string clean = lines == TextLines::One ? printable(text, std::string::npos) : clean_lines(text);
        if (clean != text) json = std::move(clean);
    } else if (json.is_structured()) {
        for (Json& each : json) clean_texts(each, lines);
    }
}

}  // namespace hamer
