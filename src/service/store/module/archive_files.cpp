#include "base/text.h"
#include "service/store/module/transfer_module.h"

#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <fmt/format.h>
#include <memory>

namespace hamer {

namespace {

using Writing = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Reading = std::unique_ptr<archive, decltype(&archive_read_free)>;
using EntryPointer = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

la_ssize_t append(archive*, void* target, const void* bytes, std::size_t size) {
    static_cast<std::string*>(target)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

tl::unexpected<Error> no_archive(const std::string& where, const std::string& problem) {
    return fail(ErrorKind::Refused, where, problem, "Export the session again, and copy the file anew",
                Trouble::Damaged);
}

std::string said_by(archive* which) {
    const char* text = archive_error_string(which);
    return printable(text ? text : "it cannot be read", 200);
}

}  // namespace

Result<std::string> pack_files(const std::map<std::string, std::string>& files) {
    std::string packed;
    const Writing writing(archive_write_new(), &archive_write_free);
    archive_write_set_format_pax_restricted(writing.get());
    archive_write_add_filter_gzip(writing.get());
    archive_write_set_filter_option(writing.get(), "gzip", "timestamp", nullptr);
    archive_write_set_bytes_in_last_block(writing.get(), 1);  // no padding as on a tape
    bool good = archive_write_open(writing.get(), &packed, nullptr, &append, nullptr) == ARCHIVE_OK;
    for (const auto& [name, bytes] : files) {
        const EntryPointer entry(archive_entry_new(), &archive_entry_free);
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0600);
        archive_entry_set_mtime(entry.get(), 0, 0);
        good = good && archive_write_header(writing.get(), entry.get()) == ARCHIVE_OK &&
               archive_write_data(writing.get(), bytes.data(), bytes.size()) == static_cast<la_ssize_t>(bytes.size());
    }
    good = good && archive_write_close(writing.get()) == ARCHIVE_OK;
    if (!good) return fail(ErrorKind::Storage, "bundle", said_by(writing.get()));
    return packed;
}

Result<std::map<std::string, std::string>> unpack_files(std::string_view packed, const std::string& where,
                                                        const ArchiveLimits& limits) {
    std::map<std::string, std::string> files;
    std::size_t left = limits.bytes;
    const Reading reading(archive_read_new(), &archive_read_free);
    archive_read_support_format_tar(reading.get());
    archive_read_support_filter_gzip(reading.get());
    if (archive_read_open_memory(reading.get(), packed.data(), packed.size()) != ARCHIVE_OK) {
        return no_archive(where, "this is no session's bundle: " + said_by(reading.get()));
    }
    archive_entry* entry = nullptr;
    for (;;) {
        const int next = archive_read_next_header(reading.get(), &entry);
        if (next == ARCHIVE_EOF) break;
        if (next != ARCHIVE_OK) return no_archive(where, "the bundle is damaged: " + said_by(reading.get()));
        // The limit is on what comes out at the end; what is packed in itself could be endless before that.
        constexpr int gzip_alone = 2;  // and the reading itself
        if (archive_filter_count(reading.get()) > gzip_alone) return no_archive(where, "the bundle is packed twice");
        const char* name = archive_entry_pathname(entry);
        const bool plain = archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr &&
                           archive_entry_symlink(entry) == nullptr;
        if (!name || !plain || files.size() >= limits.files || files.contains(name)) {
            return no_archive(where, fmt::format("the bundle has something in it that no session has: “{}”",
                                                 printable(name ? name : "", 100)));
        }
        std::string& bytes = files[name];
        std::array<char, 65536> buffer{};
        for (;;) {
            const la_ssize_t size = archive_read_data(reading.get(), buffer.data(), buffer.size());
            if (size == 0) break;
            if (size < 0) return no_archive(where, "the bundle is damaged: " + said_by(reading.get()));
            if (static_cast<std::size_t>(size) > left)
                return no_archive(where, "the bundle is larger than any session");
            left -= static_cast<std::size_t>(size);
            bytes.append(buffer.data(), static_cast<std::size_t>(size));
        }
    }
    return files;
}

}  // namespace hamer
