#include "service/sharing/paired_keeper.h"

#include "base/attempt.h"
#include "base/mutex.h"
#include "codec/link/link_message.h"
#include "journal/durable.h"
#include "link/link_words.h"
#include "platform/private_files.h"

#include <algorithm>
#include <condition_variable>
#include <fmt/format.h>
#include <utility>
#include <variant>

namespace hamer {

Result<std::optional<PairedKeeper>> paired_keeper(FileSystem& files, const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / paired_keeper_name;
    ASSIGN_OR_RETURN(const auto text, files.read(file));
    if (!text) return std::nullopt;
    if (others_may_use(file)) {
        const std::string typed = making_private(file.string());
        return fail(ErrorKind::Refused, file.string(),
                    LocalText{"anderen kunnen de sleutel van dit apparaat lezen", "others may read this device's key"},
                    LocalText{fmt::format("Geef: {}", typed), fmt::format("Use: {}", typed)}, Trouble::NotPrivate);
    }
    ASSIGN_OR_RETURN(auto read, read_paired_keeper(*text, file.string()));
    return read;
}

Status keep_paired_keeper(FileSystem& files, const std::filesystem::path& folder, const PairedKeeper& paired) {
    RETURN_IF_ERROR(files.make_folder(folder));
    return replace_file(files, folder / paired_keeper_name, write_paired_keeper(paired));
}

Status forget_paired_keeper(FileSystem& files, const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / paired_keeper_name;
    ASSIGN_OR_RETURN(const auto there, files.look(file));
    return there ? files.remove(file) : Status{};
}

namespace {

// One call to a keeper, from the hello to its answer.
class PairingCall {
  public:
    PairingCall(const PairingAsked& asked, const Clock& clock) : asked_(asked), clock_(clock) {}

    [[nodiscard]] std::function<void()> changed() const {
        return [shared = shared_] {
            const MutexLock hold(shared->mutex);
            shared->woken = true;
            shared->came.notify_all();
        };
    }
    // The answer, once it is there, or that it did not come in time.
    [[nodiscard]] Result<PairedKeeper> await(LinkClient& client, std::chrono::milliseconds patience) {
        const std::int64_t until = clock_.now().monotonic_ms + patience.count();
        while (true) {
            for (const LinkEvent& event : client.take()) {
                if (auto answer = std::visit([&](const auto& one) { return take(client, one); }, event)) {
                    return *std::move(answer);
                }
            }
            MutexLock hold(shared_->mutex);
            const auto is_woken = [&]() REQUIRES(shared_->mutex) { return std::exchange(shared_->woken, false); };
            const std::chrono::milliseconds left(std::max<std::int64_t>(0, until - clock_.now().monotonic_ms));
            if (!shared_->came.wait_for(hold, left, is_woken)) return no_answer();
        }
    }

  private:
    using Answer = std::optional<Result<PairedKeeper>>;
    struct Shared {
        Mutex mutex;
        std::condition_variable_any came;
        bool woken GUARDED_BY(mutex) = false;
    };

    Answer take(LinkClient& client, const LinkOpened&) const {
        client.send(write_link_message(LinkPair{{link_protocol}, asked_.program, asked_.code, asked_.name}));
        return std::nullopt;
    }
    Answer take(LinkClient&, const LinkReceived& received) const {
        const auto message = read_link_message(received.text, asked_.address);
        if (!message) return tl::unexpected<Error>(message.error());
        if (const auto* paired = std::get_if<LinkPaired>(&*message)) {
            return PairedKeeper{asked_.address, paired->device, paired->role, paired->key};
        }
        if (const auto* refused = std::get_if<LinkRefused>(&*message)) {
            return fail(ErrorKind::Refused, asked_.address, sentence_of(*refused), {}, Trouble::NotNow);
        }
        return std::nullopt;
    }
    static Answer take(LinkClient&, const LinkHeard&) { return std::nullopt; }
    static Answer take(LinkClient&, const LinkLost& lost) { return tl::unexpected<Error>(lost.why); }

    [[nodiscard]] Result<PairedKeeper> no_answer() const {
        return fail(ErrorKind::Storage, asked_.address,
                    LocalText{"daar antwoordt niemand op tijd", "nobody answered there in time"},
                    LocalText{"Controleer of `hamer serve` daar loopt en of het adres klopt",
                              "Check that `hamer serve` runs there, and the address"},
                    Trouble::TimedOut);
    }

    const PairingAsked& asked_;
    const Clock& clock_;
    std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
};

}  // namespace

Result<PairedKeeper> pair_with_keeper(const PairingAsked& asked, const OpenLink& open,
                                      std::chrono::milliseconds patience, const Clock& clock) {
    PairingCall call(asked, clock);
    ASSIGN_OR_RETURN(const auto client, open(call.changed()));
    return call.await(*client, patience);
}

}  // namespace hamer
