# What each program for Windows has in itself: its icon, its version, and what it asks of Windows (UTF-8, a scale for each
# monitor, long names).
file(STRINGS ${PROJECT_SOURCE_DIR}/src/base/version.h HAMER_VERSION REGEX "program_version = ")
string(REGEX MATCH "[0-9.]+" HAMER_VERSION "${HAMER_VERSION}")
string(REPLACE "." "," HAMER_VERSION_COMMAS "${HAMER_VERSION},0")
set(HAMER_MANIFEST ${PROJECT_SOURCE_DIR}/assets/windows/hamer.manifest)
set(HAMER_ICON ${PROJECT_BINARY_DIR}/hamer.ico)
set(pictures "")
foreach(size 16 24 32 48 64 128 256)
  list(APPEND pictures ${PROJECT_SOURCE_DIR}/assets/icons/nl.hamer.Hamer-${size}.png)
endforeach()
find_program(PYTHON3 NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
execute_process(COMMAND ${PYTHON3} ${PROJECT_SOURCE_DIR}/assets/windows/make_icon.py ${HAMER_ICON} ${pictures}
  COMMAND_ERROR_IS_FATAL ANY)
configure_file(${PROJECT_SOURCE_DIR}/assets/windows/program.rc.in ${PROJECT_BINARY_DIR}/program.rc @ONLY)
enable_language(RC)
set(HAMER_RESOURCES ${PROJECT_BINARY_DIR}/program.rc)

function(hamer_program_of_windows target)
  target_sources(${target} PRIVATE ${HAMER_RESOURCES})
  set_property(SOURCE ${HAMER_RESOURCES} PROPERTY OBJECT_DEPENDS "${HAMER_MANIFEST};${HAMER_ICON}")
endfunction()
