#include "report/module/docx_parts.h"
#include "report/module/paper_module.h"

#include <archive.h>
#include <archive_entry.h>
#include <memory>

namespace hamer {

namespace {

using Writing = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

la_ssize_t append(archive*, void* target, const void* bytes, std::size_t size) {
    static_cast<std::string*>(target)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

}  // namespace

Result<std::string> write_docx(const Document& document, Instant made_at) {
    std::string packed;
    const Writing writing(archive_write_new(), &archive_write_free);
    archive_write_set_format_zip(writing.get());
    archive_write_set_bytes_in_last_block(writing.get(), 1);  // no padding as on a tape
    bool good = archive_write_open(writing.get(), &packed, nullptr, &append, nullptr) == ARCHIVE_OK;
    for (const auto& [name, bytes] : docx_parts(document, made_at)) {
        const Entry entry(archive_entry_new(), &archive_entry_free);
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0600);
        good = good && archive_write_header(writing.get(), entry.get()) == ARCHIVE_OK &&
               archive_write_data(writing.get(), bytes.data(), bytes.size()) == static_cast<la_ssize_t>(bytes.size());
    }
    good = good && archive_write_close(writing.get()) == ARCHIVE_OK;
    if (!good) {
        const char* said = archive_error_string(writing.get());
        return fail(ErrorKind::Storage, document.title, printable(said ? said : "it cannot be packed", 200));
    }
    return packed;
}

}  // namespace hamer
