# Compiles for Windows with Debian's mingw, against the libraries that `./dev windows libraries` built, and those alone.
#
#   cmake -B build/windows/… -DCMAKE_TOOLCHAIN_FILE=cmake/windows/toolchain.cmake
#
# HAMER_WINDOWS_LIBRARIES in the environment names another place of the libraries.
include(${CMAKE_CURRENT_LIST_DIR}/compiler.cmake)

if(DEFINED ENV{HAMER_WINDOWS_LIBRARIES})
  set(libraries $ENV{HAMER_WINDOWS_LIBRARIES})
else()
  cmake_path(ABSOLUTE_PATH CMAKE_CURRENT_LIST_DIR NORMALIZE OUTPUT_VARIABLE libraries)
  cmake_path(APPEND libraries ../../build/windows/libraries/prefix)
  cmake_path(NORMAL_PATH libraries)
endif()
# Libraries and their files for CMake are looked for there alone; of programs and of files such as fonts this machine's are meant.
set(CMAKE_FIND_ROOT_PATH ${libraries} /usr/${host})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE BOTH)
set(ENV{PKG_CONFIG_LIBDIR} ${libraries}/lib/pkgconfig)
set(ENV{PKG_CONFIG_PATH} "")
set(PKG_CONFIG_ARGN --static CACHE STRING "")
set(OPENSSL_USE_STATIC_LIBS ON)
# As /usr/include is on Linux: for those that are headers alone, and have no target.
set(CMAKE_CXX_STANDARD_INCLUDE_DIRECTORIES ${libraries}/include)
# Where CMake's own way of finding a library does not know what a static one needs.
list(PREPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR}/find)

# The compiler's own libraries are in the program too.
foreach(kind EXE SHARED MODULE)
  set(CMAKE_${kind}_LINKER_FLAGS_INIT "-static")
endforeach()
