# How this house builds: one static library for each folder of src/, one test program for each folder of tests/.

add_library(hamer_options INTERFACE)
target_compile_options(hamer_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
target_include_directories(hamer_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(HAMER_SANITIZE)
  target_compile_options(hamer_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(hamer_options INTERFACE -fsanitize=address,undefined)
  add_library(hamer_leaks OBJECT ${PROJECT_SOURCE_DIR}/tests/sanitize/leaks.cpp)
endif()
if(HAMER_THREADS)
  # ThreadSanitizer knows no fences; Boost's sockets do without them too.
  target_compile_options(hamer_options INTERFACE -fsanitize=thread -fno-omit-frame-pointer -DBOOST_ASIO_DISABLE_FENCED_BLOCK)
  target_link_options(hamer_options INTERFACE -fsanitize=thread)
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

# hamer_library(<folder> [DEPENDS <folder|target>…])
# Makes hamer_<folder> of every .cpp in the calling folder; what is in its module/ is for hamer_module.
function(hamer_library folder)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(hamer_${folder} STATIC ${sources})
  target_link_libraries(hamer_${folder} PUBLIC hamer_options ${ARG_DEPENDS})
endfunction()

# hamer_module(<name> OF <folder> [SOURCES <file>…] LIBRARIES <target>…)
# Makes hamer-<name>.so of every .cpp in <folder>/module, and what else it needs of the folder, which loads it when it is
# needed (src/base/module.h). Only the base is in it a second time.
function(hamer_module name)
  cmake_parse_arguments(ARG "" "OF" "SOURCES;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/module/*.cpp)
  add_library(hamer-${name} MODULE ${sources} ${ARG_SOURCES})
  target_link_libraries(hamer-${name} PRIVATE hamer_options hamer_base ${ARG_LIBRARIES})
  target_link_options(hamer-${name} PRIVATE -Wl,--exclude-libs,ALL)
  set_target_properties(hamer-${name} PROPERTIES PREFIX "" CXX_VISIBILITY_PRESET hidden
    LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib/hamer)
  add_dependencies(hamer_${ARG_OF} hamer-${name})
  install(TARGETS hamer-${name} LIBRARY DESTINATION lib/hamer)
endfunction()

# What every program needs besides its own files.
function(hamer_program target)
  if(HAMER_SANITIZE)
    target_link_libraries(${target} PRIVATE hamer_leaks)
  endif()
endfunction()

# hamer_tests(<folder> [DEPENDS <target>…])
# Makes <folder>_tests of every .cpp in tests/<folder>, run by ctest in random order within the program.
function(hamer_tests folder)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_executable(${folder}_tests ${sources})
  target_link_libraries(${folder}_tests PRIVATE ${ARG_DEPENDS} hamer_test_places GTest::gtest GTest::gtest_main)
  hamer_program(${folder}_tests)
  # Half of the time that a build takes goes to the tests; what they test is compiled as it ships.
  target_compile_options(${folder}_tests PRIVATE -O1)
  add_test(NAME ${folder} COMMAND ${folder}_tests --gtest_shuffle --gtest_brief=1)
endfunction()
