# LibArchive::LibArchive, with what a static one needs; CMake's own knows neither zlib behind it nor how its header is told.
find_package(PkgConfig REQUIRED)
pkg_check_modules(HAMER_LIBARCHIVE QUIET IMPORTED_TARGET GLOBAL libarchive)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibArchive REQUIRED_VARS HAMER_LIBARCHIVE_LINK_LIBRARIES VERSION_VAR HAMER_LIBARCHIVE_VERSION)
if(LibArchive_FOUND AND NOT TARGET LibArchive::LibArchive)
  add_library(LibArchive::LibArchive ALIAS PkgConfig::HAMER_LIBARCHIVE)
endif()
