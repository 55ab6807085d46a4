# nlohmann_json::nlohmann_json, headers alone: Debian's package for this machine would bring all of /usr/include with it.
find_path(NLOHMANN_JSON_INCLUDE_DIR nlohmann/json.hpp)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(nlohmann_json REQUIRED_VARS NLOHMANN_JSON_INCLUDE_DIR)
if(nlohmann_json_FOUND AND NOT TARGET nlohmann_json::nlohmann_json)
  add_library(nlohmann_json::nlohmann_json INTERFACE IMPORTED)
  set_target_properties(nlohmann_json::nlohmann_json PROPERTIES INTERFACE_INCLUDE_DIRECTORIES ${NLOHMANN_JSON_INCLUDE_DIR})
endif()
