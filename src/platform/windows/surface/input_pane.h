// What Windows has to show its keyboard by, of which mingw's headers have nothing.
// https://learn.microsoft.com/uwp/api/windows.ui.viewmanagement.inputpane
// https://learn.microsoft.com/windows/win32/api/inputpaneinterop/nn-inputpaneinterop-iinputpaneinterop
#pragma once

#include "platform/windows/system.h"

#include <inspectable.h>

namespace hamer {

constexpr auto input_pane_class = L"Windows.UI.ViewManagement.InputPane";

constexpr IID input_pane_interop_id = {0x75CF2C57, 0x9195, 0x4931, {0x83, 0x32, 0xF0, 0xB4, 0x09, 0xE9, 0x16, 0xAF}};
class InputPaneInterop : public IInspectable {
  public:
    virtual HRESULT STDMETHODCALLTYPE GetForWindow(HWND window, REFIID which, void** pane) = 0;

  protected:
    ~InputPaneInterop() = default;
};

constexpr IID input_pane_2_id = {0x8A6B3F26, 0x7090, 0x4793, {0x94, 0x4C, 0xC3, 0xF2, 0xCD, 0xE2, 0x62, 0x76}};
class InputPane2 : public IInspectable {
  public:
    virtual HRESULT STDMETHODCALLTYPE TryShow(boolean* done) = 0;
    virtual HRESULT STDMETHODCALLTYPE TryHide(boolean* done) = 0;

  protected:
    ~InputPane2() = default;
};

}  // namespace hamer
