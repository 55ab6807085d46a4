// Lets the recorder's thread go on only when the test says so, so that a run is the same each time.
//
// The recorder tells (MeetingServiceOptions::changed) when it failed and when all is on disk again. From then on its
// thread waits before its next call to the disk until open(). The thread that made this object never waits.
#pragma once

#include "memory_file_system.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace hamer::test {

class Turns {
  public:
    explicit Turns(MemoryFileSystem& disk);
    ~Turns();
    Turns(const Turns&) = delete;
    Turns& operator=(const Turns&) = delete;

    void told();        // by the recorder
    void await_told();  // once for each time
    void open();
    void close();   // also without being told
    void let_go();  // it waits no more, whatever it tells
    void forget();  // for a new recorder

  private:
    void before_call();

    MemoryFileSystem& disk_;
    const std::thread::id here_ = std::this_thread::get_id();
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t told_ = 0;
    std::size_t awaited_ = 0;
    bool closed_ = false;
    bool let_go_ = false;
};

}  // namespace hamer::test
