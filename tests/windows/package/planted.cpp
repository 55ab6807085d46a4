// Leaves a mark beside itself when a program loads it.
#include <string>
#include <windows.h>

BOOL WINAPI DllMain(HINSTANCE self, DWORD why, void*) {
    if (why != DLL_PROCESS_ATTACH) return TRUE;
    char name[1024];
    ::GetModuleFileNameA(self, name, sizeof name);
    ::CloseHandle(
        ::CreateFileA((std::string(name) + ".loaded").c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, 0, nullptr));
    return TRUE;
}
