// A mutant: Leiden's procedure with one small mistake in it, which the checker must find. mutants.json is the table.
//
// `at` is a place in the file, as a JSON pointer in which a thing in an array goes by its name (its id, its event, its
// source, or the state that an `in` names) or by its number, and "-" is a new last thing. There `put` lays a value,
// `drop` takes away what is there, and `before` moves it before another of the same array; `and_also` is a second
// change. `caught_by` is the property that finds it. As a person does with an editor, `everywhere` takes this value out
// of every array (or lays `put` in its place), and `replace` replaces a part of a text, `by` another, in all of them.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace hamer::test {

using Json = nlohmann::ordered_json;

struct Mutant {
    std::string what;
    Json change;
    std::string caught_by;
};

[[nodiscard]] std::vector<Mutant> mutants_in(const Json& table);

// Throws std::runtime_error where the place is not there: a table that is out of date must not pass for a proof.
[[nodiscard]] Json mutated(Json procedure, const Json& change);

}  // namespace hamer::test
