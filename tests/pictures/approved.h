// Approved pictures: what a screen looked like when a person last looked at it and was content.
//
// They are kept in tests/<folder>/approved as PNG with sixteen steps a colour, which nobody sees and which makes them a
// third of the size. With HAMER_APPROVE=1 in the environment a picture that differs takes the place of the approved
// one; look at it before you commit it.
#pragma once

#include "ui/surface/offscreen.h"

#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace hamer::test {

class ApprovedPictures : public testing::Test {
  protected:
    void SetUp() override;

    // Draws a frame and compares. One that differs is left as it was drawn in the build's folder pictures/.
    void agrees(const std::string& folder, const std::string& name, ui::Stage& stage, std::int64_t now_ms,
                const ui::Draw& draw);

  private:
    std::unique_ptr<ui::Offscreen> offscreen_;
};

}  // namespace hamer::test
