// The few icons, from Fork Awesome. Only these glyphs are drawn into the atlas. An icon never stands without a word.
#pragma once

#include <array>

namespace hamer::ui {

enum class Icon : unsigned short {
    None = 0,
    Gavel = 0xF0E3,
    Speak = 0xF028,
    Phone = 0xF095,
    Alarm = 0xF071,
    Notice = 0xF06A,
    Info = 0xF05A,
    Undo = 0xF0E2,
    Note = 0xF24A,
    Edit = 0xF040,
    Pause = 0xF04C,
    Play = 0xF04B,
    Stop = 0xF28D,
    Clock = 0xF017,
    People = 0xF0C0,
    Person = 0xF007,
    Shield = 0xF132,
    Leave = 0xF08B,
    Camera = 0xF03D,
    Lock = 0xF023,
    Blocked = 0xF05E,
    Branch = 0xF074,
    Check = 0xF00C,
    Close = 0xF00D,
    Right = 0xF054,
    Left = 0xF053,
    Down = 0xF078,
    Up = 0xF077,
    Dot = 0xF111,
    Ring = 0xF10C,
    Settings = 0xF013,
    Folder = 0xF07C,
    Page = 0xF0F6,
    Add = 0xF067,
    Search = 0xF002,
    Question = 0xF059,
    Building = 0xF19C,
    Eye = 0xF06E,
    Drill = 0xF19D,
    Moon = 0xF186,
    Sun = 0xF185,
    Keyboard = 0xF11C,
    FullScreen = 0xF065,
    Hand = 0xF256,
};

inline constexpr std::array all_icons = {
    Icon::Gavel,    Icon::Speak,  Icon::Phone, Icon::Alarm,  Icon::Notice,   Icon::Info,       Icon::Undo,
    Icon::Note,     Icon::Edit,   Icon::Pause, Icon::Play,   Icon::Stop,     Icon::Clock,      Icon::People,
    Icon::Person,   Icon::Shield, Icon::Leave, Icon::Camera, Icon::Lock,     Icon::Blocked,    Icon::Branch,
    Icon::Check,    Icon::Close,  Icon::Right, Icon::Left,   Icon::Down,     Icon::Dot,        Icon::Ring,
    Icon::Settings, Icon::Folder, Icon::Page,  Icon::Add,    Icon::Search,   Icon::Question,   Icon::Building,
    Icon::Eye,      Icon::Drill,  Icon::Moon,  Icon::Sun,    Icon::Keyboard, Icon::FullScreen, Icon::Hand,
    Icon::Up,
};

}  // namespace hamer::ui
