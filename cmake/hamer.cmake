# How this house builds: one static library for each folder of src/, one test program for each folder of tests/.

add_library(hamer_options INTERFACE)
target_compile_options(hamer_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
target_include_directories(hamer_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(HAMER_SANITIZE)
  target_compile_options(hamer_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(hamer_options INTERFACE -fsanitize=address,undefined)
  add_library(hamer_keep_loaded OBJECT ${PROJECT_SOURCE_DIR}/tests/sanitize/keep_loaded.cpp)
endif()

# hamer_library(<folder> [DEPENDS <folder|target>…])
# Makes hamer_<folder> of every .cpp in the calling folder.
function(hamer_library folder)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*/*.cpp)
  add_library(hamer_${folder} STATIC ${sources})
  target_link_libraries(hamer_${folder} PUBLIC hamer_options ${ARG_DEPENDS})
endfunction()

# What every program needs besides its own files.
function(hamer_program target)
  if(HAMER_SANITIZE)
    target_link_libraries(${target} PRIVATE hamer_keep_loaded)
  endif()
endfunction()

# hamer_tests(<folder> [DEPENDS <target>…])
# Makes <folder>_tests of every .cpp in tests/<folder>, run by ctest in random order within the program.
function(hamer_tests folder)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_executable(${folder}_tests ${sources})
  target_link_libraries(${folder}_tests PRIVATE ${ARG_DEPENDS} GTest::gtest GTest::gtest_main)
  hamer_program(${folder}_tests)
  target_compile_definitions(${folder}_tests PRIVATE HAMER_SOURCE_DIR="${PROJECT_SOURCE_DIR}" HAMER_BINARY_DIR="${PROJECT_BINARY_DIR}")
  add_test(NAME ${folder} COMMAND ${folder}_tests --gtest_shuffle --gtest_brief=1)
endfunction()
