// A display for the windows that are measured: the present one, or an Xvfb of the bench's own.
#pragma once

#include <memory>
#include <string>

namespace hamer::bench {

class Child;

class Display {
  public:
    // Uses DISPLAY where it is set; else starts Xvfb on a free number, where it is installed, and sets DISPLAY.
    Display();
    ~Display();
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;

    [[nodiscard]] bool there() const { return there_; }
    // "Xvfb :1" or "DISPLAY :0"
    [[nodiscard]] const std::string& name() const { return name_; }

  private:
    std::unique_ptr<Child> server_;
    bool there_ = false;
    std::string name_ = "none";
};

}  // namespace hamer::bench
