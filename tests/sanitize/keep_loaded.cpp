// Linked into every program of a sanitized build: libraries that were loaded stay loaded, so that a leak is reported
// with the name of the library that it belongs to, and not as "unknown module".
extern "C" int dlclose(void*) { return 0; }
