// SOCI without Boost. Debian's SOCI is configured for both, but Boost's headers are needed only to bind Boost's own
// types (soci/bind-values.h), which nothing here does; no layout in the library depends on it. Include SOCI through
// this file alone. Internal to register/.
#pragma once

#include <soci/soci-config.h>

#undef SOCI_HAVE_BOOST
#undef SOCI_HAVE_BOOST_DATE_TIME

// clang-format off
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
// clang-format on
