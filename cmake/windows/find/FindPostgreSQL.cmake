# PostgreSQL::PostgreSQL, the client's library with what a static one needs; CMake's own looks for the server's headers too.
find_package(PkgConfig REQUIRED)
pkg_check_modules(HAMER_LIBPQ QUIET IMPORTED_TARGET GLOBAL libpq)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(PostgreSQL REQUIRED_VARS HAMER_LIBPQ_LINK_LIBRARIES VERSION_VAR HAMER_LIBPQ_VERSION)
if(PostgreSQL_FOUND AND NOT TARGET PostgreSQL::PostgreSQL)
  add_library(PostgreSQL::PostgreSQL ALIAS PkgConfig::HAMER_LIBPQ)
endif()
