// An incident record, as the register and other programs give it; and the clerk's changes to one.
#include "base/time.h"
#include "codec/record/record_json.h"
#include "fuzz.h"
#include "record/anonymous_case.h"
#include "record/completeness.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hamer;
    const auto text = fuzz::text_of(data, size);
    const auto patched = patch_dossier({}, text, fuzz::file, UtcZone());
    if (!patched)
        fuzz::promise_named(patched.error());
    else
        fuzz::promise(patch_dossier({}, write_dossier(*patched), fuzz::file, UtcZone()) == *patched,
                      "a dossier reads back");

    const auto record = read_record(text, fuzz::file);
    if (!record) {
        fuzz::promise_named(record.error());
        return 0;
    }
    (void)missing(*record);
    (void)anonymous_case(*record);
    const std::string written = write_record(*record);
    const auto again = read_record(written, fuzz::file);
    fuzz::promise(again.has_value(), "a record that was written can be read");
    fuzz::promise(write_record(*again) == written, "a record reads back as the same");
    return 0;
}
