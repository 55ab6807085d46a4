// By waveOut of winmm.dll, which every Windows has: it mixes what programs give and knows the usual loudspeaker.
// https://learn.microsoft.com/windows/win32/multimedia/using-the-waveform-audio-interface
#include "platform/sound.h"

#include "platform/windows/system.h"

#include <mmsystem.h>
#include <optional>

namespace hamer {

namespace {

// Loaded when there is something to play.
template <typename Function>
Function of_winmm(const char* name) {
    return system_function<Function>(L"winmm.dll", name);
}

struct Calls {
    decltype(&::waveOutOpen) open = of_winmm<decltype(&::waveOutOpen)>("waveOutOpen");
    decltype(&::waveOutPrepareHeader) prepare = of_winmm<decltype(&::waveOutPrepareHeader)>("waveOutPrepareHeader");
    decltype(&::waveOutUnprepareHeader) give_back =
        of_winmm<decltype(&::waveOutUnprepareHeader)>("waveOutUnprepareHeader");
    decltype(&::waveOutWrite) write = of_winmm<decltype(&::waveOutWrite)>("waveOutWrite");
    decltype(&::waveOutReset) reset = of_winmm<decltype(&::waveOutReset)>("waveOutReset");
    decltype(&::waveOutClose) close = of_winmm<decltype(&::waveOutClose)>("waveOutClose");
    decltype(&::waveOutGetNumDevs) count = of_winmm<decltype(&::waveOutGetNumDevs)>("waveOutGetNumDevs");
    decltype(&::waveOutGetDevCapsW) describe = of_winmm<decltype(&::waveOutGetDevCapsW)>("waveOutGetDevCapsW");
    decltype(&::waveOutGetErrorTextW) words = of_winmm<decltype(&::waveOutGetErrorTextW)>("waveOutGetErrorTextW");

    [[nodiscard]] bool whole() const {
        return open && prepare && give_back && write && reset && close && count && describe && words;
    }
    [[nodiscard]] std::string why(MMRESULT error) const {
        wchar_t text[MAXERRORLENGTH] = {};
        if (words(error, text, MAXERRORLENGTH) != MMSYSERR_NOERROR) return "sound error " + std::to_string(error);
        return to_utf8(text);
    }
    [[nodiscard]] std::optional<UINT> device_called(const std::string& name) const {
        if (name == "default") return WAVE_MAPPER;
        for (UINT number = 0; number < count(); ++number) {
            WAVEOUTCAPSW about{};
            if (describe(number, &about, sizeof about) == MMSYSERR_NOERROR && to_utf8(about.szPname) == name)
                return number;
        }
        return std::nullopt;
    }
};

}  // namespace

std::string play_samples(const std::string& device, unsigned samples_per_second,
                         std::span<const std::int16_t> samples) {
    const Calls calls;
    if (!calls.whole()) return "this Windows has no sound (winmm.dll)";
    const auto number = calls.device_called(device);
    if (!number) return "there is no loudspeaker called " + device;
    WAVEFORMATEX format{};
    format.wFormatTag = WAVE_FORMAT_PCM;
    format.nChannels = 1;
    format.nSamplesPerSec = samples_per_second;
    format.wBitsPerSample = 16;
    format.nBlockAlign = 2;
    format.nAvgBytesPerSec = samples_per_second * 2;
    const Handle played(::CreateEventW(nullptr, FALSE, FALSE, nullptr));
    HWAVEOUT out = nullptr;
    MMRESULT error = calls.open(&out, *number, &format, reinterpret_cast<DWORD_PTR>(played.get()), 0, CALLBACK_EVENT);
    if (error != MMSYSERR_NOERROR) return calls.why(error);
    // It is read alone, though its type says otherwise.
    WAVEHDR head{};
    head.lpData = const_cast<char*>(reinterpret_cast<const char*>(samples.data()));
    head.dwBufferLength = static_cast<DWORD>(samples.size_bytes());
    error = calls.prepare(out, &head, sizeof head);
    if (error == MMSYSERR_NOERROR) error = calls.write(out, &head, sizeof head);
    // The event comes at the opening too.
    const volatile DWORD& flags = head.dwFlags;
    while (error == MMSYSERR_NOERROR && (flags & WHDR_DONE) == 0) ::WaitForSingleObject(played.get(), 100);
    calls.reset(out);
    calls.give_back(out, &head, sizeof head);
    calls.close(out);
    return error == MMSYSERR_NOERROR ? std::string() : calls.why(error);
}

}  // namespace hamer
