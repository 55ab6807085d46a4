# How this house builds: one static library for each room of src/, one test program for each folder of tests/.

add_library(hamer_options INTERFACE)
target_compile_options(hamer_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
target_include_directories(hamer_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(WIN32)
  # Addresses from the whole of the 64 bits, other ones at each start; what is data does not run.
  target_link_options(hamer_options INTERFACE -Wl,--dynamicbase,--high-entropy-va,--nxcompat)
  target_compile_definitions(hamer_options INTERFACE HAMER_EXPORTED=__declspec\(dllexport\))
  # Each program of this build is beside the modules, as it is where it is installed (platform/windows/module.cpp).
  set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
  set(HAMER_MODULES ${PROJECT_BINARY_DIR}/modules)
  set(HAMER_MODULES_INSTALLED bin/modules)
  # Around files that are in the program, for the assembler.
  set(HAMER_DATA_BEGIN [[.section .rdata,\"dr\"]])
  set(HAMER_DATA_END .text)
  include(${CMAKE_CURRENT_LIST_DIR}/program_of_windows.cmake)
else()
  # Every function of a library is looked up at the start, and the table of them closed: 0.3 ms.
  target_link_options(hamer_options INTERFACE -Wl,-z,relro,-z,now)
  target_compile_definitions(hamer_options INTERFACE [[HAMER_EXPORTED=__attribute__((visibility("default")))]])
  set(HAMER_MODULES ${PROJECT_BINARY_DIR}/lib/hamer/modules)
  set(HAMER_MODULES_INSTALLED lib/hamer/modules)
  set(HAMER_DATA_BEGIN ".pushsection .rodata")
  set(HAMER_DATA_END .popsection)
endif()
if(HAMER_SANITIZE)
  target_compile_options(hamer_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(hamer_options INTERFACE -fsanitize=address,undefined)
  add_library(hamer_sanitized OBJECT ${PROJECT_SOURCE_DIR}/tests/sanitize/leaks.cpp)
endif()
if(HAMER_THREADS)
  # ThreadSanitizer knows no fences; Boost's sockets do without them too.
  target_compile_options(hamer_options INTERFACE -fsanitize=thread -fno-omit-frame-pointer -DBOOST_ASIO_DISABLE_FENCED_BLOCK)
  target_link_options(hamer_options INTERFACE -fsanitize=thread)
  add_library(hamer_sanitized OBJECT ${PROJECT_SOURCE_DIR}/tests/sanitize/races.cpp)
endif()
if(HAMER_SANITIZE OR HAMER_THREADS)
  # A sanitizer's own dlopen would look where its library was linked to look, and not where the program was; this kind of
  # path counts for both.
  target_link_options(hamer_options INTERFACE -Wl,--disable-new-dtags)
endif()
if(HAMER_FUZZ)
  # Not the kind that asks for an object's type: SOCI gives away no types of its own.
  target_compile_options(hamer_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(hamer_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined)
endif()

# Reads src/layers.txt: HAMER_ROOMS, from the bottom up, and HAMER_MAY_<room>, the rooms that it may include.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/layers.txt)
file(STRINGS ${PROJECT_SOURCE_DIR}/src/layers.txt layers REGEX "^[a-z]")
foreach(line ${layers})
  string(REGEX MATCH "^([^:]+):(.*)$" line "${line}")
  set(room ${CMAKE_MATCH_1})
  string(STRIP "${CMAKE_MATCH_2}" may)
  string(REPLACE " " ";" may "${may}")
  list(APPEND HAMER_ROOMS ${room})
  set(HAMER_MAY_${room} ${may})
endforeach()

# The name of a room's library: hamer_ui_toolkit for ui/toolkit.
function(hamer_target room result)
  string(REPLACE "/" "_" name ${room})
  set(${result} hamer_${name} PARENT_SCOPE)
endfunction()

# hamer_library(<room> [FOLDERS <folder>…] [DEPENDS <target>…])
# Makes the room's library of every .cpp in it, and in those folders of it, linked to the libraries of all the rooms
# that it may include; what is in its module/ is for hamer_module.
function(hamer_library room)
  cmake_parse_arguments(ARG "" "" "FOLDERS;DEPENDS" ${ARGN})
  list(FIND HAMER_ROOMS ${room} known)
  if(known EQUAL -1)
    message(FATAL_ERROR "src/layers.txt: expected the room ${room} there, found none")
  endif()
  hamer_target(${room} target)
  set(patterns ${PROJECT_SOURCE_DIR}/src/${room}/*.cpp)
  foreach(folder ${ARG_FOLDERS})
    list(APPEND patterns ${PROJECT_SOURCE_DIR}/src/${room}/${folder}/*.cpp)
  endforeach()
  file(GLOB sources CONFIGURE_DEPENDS ${patterns})
  add_library(${target} STATIC ${sources})
  target_link_libraries(${target} PUBLIC hamer_options ${ARG_DEPENDS})
  foreach(other ${HAMER_MAY_${room}})
    hamer_target(${other} library)
    target_link_libraries(${target} PUBLIC ${library})
  endforeach()
endfunction()

# hamer_module(<name> OF <room> [SOURCES <file>…] LIBRARIES <target>…)
# Makes hamer-<name>.so of every .cpp in <room>/module, and what else it needs of the room, which loads it when it is
# needed (src/platform/module.h). Only base and platform are in it a second time.
function(hamer_module name)
  cmake_parse_arguments(ARG "" "OF" "SOURCES;LIBRARIES" ${ARGN})
  hamer_target(${ARG_OF} owner)
  list(TRANSFORM ARG_SOURCES PREPEND ${PROJECT_SOURCE_DIR}/src/)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${ARG_OF}/module/*.cpp)
  add_library(hamer-${name} MODULE ${sources} ${ARG_SOURCES})
  target_link_libraries(hamer-${name} PRIVATE hamer_options hamer_platform ${ARG_LIBRARIES})
  target_link_options(hamer-${name} PRIVATE -Wl,--exclude-libs,ALL)
  set_target_properties(hamer-${name} PROPERTIES PREFIX "" CXX_VISIBILITY_PRESET hidden INSTALL_RPATH ""
    LIBRARY_OUTPUT_DIRECTORY ${HAMER_MODULES})
  add_dependencies(${owner} hamer-${name})
  install(TARGETS hamer-${name} LIBRARY DESTINATION ${HAMER_MODULES_INSTALLED})
endfunction()

# What every program needs besides its own files.
function(hamer_program target)
  if(WIN32)
    hamer_program_of_windows(${target})
  endif()
  if(TARGET hamer_sanitized)
    target_link_libraries(${target} PRIVATE hamer_sanitized)
  endif()
endfunction()

# How many seconds the tests named may take, on a machine that has other work too; under a sanitizer ten times as many.
function(hamer_patience seconds)
  if(HAMER_SANITIZE)
    math(EXPR seconds "10 * ${seconds}")
  endif()
  set_tests_properties(${ARGN} PROPERTIES TIMEOUT ${seconds})
endfunction()

# hamer_tests(<folder> [DEPENDS <target>…])
# Makes <folder>_tests of every .cpp in tests/<folder>, and in the folder there of the system that is built for, run by ctest
# in random order within the program.
function(hamer_tests folder)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/${HAMER_SYSTEM}/*.cpp)
  add_executable(${folder}_tests ${sources})
  target_link_libraries(${folder}_tests PRIVATE ${ARG_DEPENDS} hamer_test_places GTest::gtest GTest::gtest_main)
  hamer_program(${folder}_tests)
  # Half of the time that a build takes goes to the tests; what they test is compiled as it ships.
  target_compile_options(${folder}_tests PRIVATE -O1)
  add_test(NAME ${folder} COMMAND ${folder}_tests --gtest_shuffle --gtest_brief=1)
  hamer_patience(1500 ${folder})
endfunction()
