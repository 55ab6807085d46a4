// Who does something in a meeting, as the journal and the line interface name them. A script may name somebody else, so
// an actor is a text; these are the ones that the program knows.
#pragma once

#include <array>
#include <string_view>

namespace hamer {

inline constexpr std::string_view chair_actor = "chair";
inline constexpr std::string_view clerk_actor = "clerk";
inline constexpr std::string_view trainer_actor = "trainer";
inline constexpr std::string_view program_actor = "program";  // Hamer itself
inline constexpr std::array known_actors = {chair_actor, clerk_actor, trainer_actor, program_actor};

}  // namespace hamer
