// Wakes a thread that waits in poll(2) from another one.
#pragma once

namespace hamer {

class Wake {
  public:
    Wake();
    ~Wake();
    Wake(const Wake&) = delete;
    Wake& operator=(const Wake&) = delete;

    // The descriptor can be read from now on. Any thread.
    void tell() const;
    // Until it is told again, it cannot.
    void heard() const;
    // To poll for reading.
    [[nodiscard]] int descriptor() const { return descriptor_; }

  private:
    int descriptor_;
};

}  // namespace hamer
