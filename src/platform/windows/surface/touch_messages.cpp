#include "platform/windows/surface/touch_messages.h"

#include <windowsx.h>

namespace hamer {

namespace {

constexpr LPARAM signature = 0xFF515700;  // of a pen or a finger
constexpr LPARAM signature_bits = 0xFFFFFF00;
constexpr LPARAM finger_bit = 0x80;

std::optional<TouchPhase> phase_of(UINT message, WPARAM wparam) {
    const bool cancelled = IS_POINTER_CANCELED_WPARAM(wparam);
    switch (message) {
        case WM_POINTERDOWN:
            return TouchPhase::Down;
        case WM_POINTERUPDATE:
            if (cancelled) return TouchPhase::Cancelled;
            if (!IS_POINTER_INCONTACT_WPARAM(wparam)) return std::nullopt;
            return TouchPhase::Move;
        case WM_POINTERUP:
            return cancelled ? TouchPhase::Cancelled : TouchPhase::Up;
        case WM_POINTERCAPTURECHANGED:
            return TouchPhase::Cancelled;
        default:
            return std::nullopt;
    }
}

}  // namespace

TouchMessages::Read TouchMessages::read(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
    if (message != WM_POINTERDOWN && message != WM_POINTERUPDATE && message != WM_POINTERUP &&
        message != WM_POINTERCAPTURECHANGED) {
        return {};
    }
    const UINT32 finger = GET_POINTERID_WPARAM(wparam);
    if (message == WM_POINTERDOWN && kind_of_(finger) == PT_TOUCH) down_.insert(finger);
    if (!down_.contains(finger)) return {};
    const auto phase = phase_of(message, wparam);
    if (!phase) return {.of_finger = true};
    if (*phase == TouchPhase::Up || *phase == TouchPhase::Cancelled) down_.erase(finger);
    // Of one that was taken away the message names a window instead of a place.
    POINT at{};
    if (message != WM_POINTERCAPTURECHANGED) {
        at = {GET_X_LPARAM(lparam), GET_Y_LPARAM(lparam)};
        ::ScreenToClient(window, &at);
    }
    return {.of_finger = true,
            .point = TouchPoint{.finger = finger,
                                .phase = *phase,
                                .x = static_cast<float>(at.x),
                                .y = static_cast<float>(at.y),
                                .alone = message == WM_POINTERDOWN && IS_POINTER_PRIMARY_WPARAM(wparam)}};
}

bool is_made_of_finger(UINT message, LPARAM extra) {
    return message >= WM_MOUSEFIRST && message <= WM_MOUSELAST && (extra & signature_bits) == signature &&
           (extra & finger_bit) != 0;
}

}  // namespace hamer
