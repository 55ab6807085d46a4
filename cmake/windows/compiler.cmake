# The compiler and its flags: what of toolchain.cmake a library's own bytes depend on.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(host x86_64-w64-mingw32)
# With the threads of C++20; the other one of Debian has none.
set(CMAKE_C_COMPILER ${host}-gcc-posix)
set(CMAKE_CXX_COMPILER ${host}-g++-posix)
set(CMAKE_RC_COMPILER ${host}-windres)
set(CMAKE_AR ${host}-gcc-ar-posix CACHE FILEPATH "")
set(CMAKE_RANLIB ${host}-gcc-ranlib-posix CACHE FILEPATH "")
set(CMAKE_C_FLAGS_RELEASE_INIT "-O2 -DNDEBUG")
set(CMAKE_CXX_FLAGS_RELEASE_INIT "-O2 -DNDEBUG")
