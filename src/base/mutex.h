// A lock for what two threads share, and the words by which clang proves that nothing shared is touched without it
// (-Wthread-safety, tests/house/check_threads.py): https://clang.llvm.org/docs/ThreadSafetyAnalysis.html.
// To other compilers the words are nothing. A std::condition_variable_any waits on either of the two.
#pragma once

#include <mutex>

#if defined(__clang__)
#define HAMER_THREAD_WORD(word) __attribute__((word))
#else
#define HAMER_THREAD_WORD(word)
#endif
// A member that is only touched while that Mutex is held.
#define GUARDED_BY(mutex) HAMER_THREAD_WORD(guarded_by(mutex))
// A function, or a lambda, that is only called while it is held.
#define REQUIRES(...) HAMER_THREAD_WORD(requires_capability(__VA_ARGS__))

namespace hamer {

class HAMER_THREAD_WORD(capability("mutex")) Mutex {
  public:
    void lock() HAMER_THREAD_WORD(acquire_capability()) { mutex_.lock(); }
    void unlock() HAMER_THREAD_WORD(release_capability()) { mutex_.unlock(); }

  private:
    std::mutex mutex_;
};

// Holds it as long as it lives, and may let it go meanwhile.
class HAMER_THREAD_WORD(scoped_lockable) MutexLock {
  public:
    explicit MutexLock(Mutex& mutex) HAMER_THREAD_WORD(acquire_capability(mutex)) : lock_(mutex) {}
    ~MutexLock() HAMER_THREAD_WORD(release_capability()) {}
    MutexLock(const MutexLock&) = delete;
    MutexLock& operator=(const MutexLock&) = delete;

    void lock() HAMER_THREAD_WORD(acquire_capability()) { lock_.lock(); }
    void unlock() HAMER_THREAD_WORD(release_capability()) { lock_.unlock(); }

  private:
    std::unique_lock<Mutex> lock_;
};

}  // namespace hamer
