// Linked into every program of a sanitized build, so that it says by itself which leaks are not Hamer's.

// Libraries that were loaded stay loaded: a leak is then reported with the name of the library that it belongs to, and
// not as "unknown module".
extern "C" int dlclose(void*) { return 0; }

extern "C" const char* __lsan_default_options() { return "print_suppressions=0"; }

extern "C" const char* __lsan_default_suppressions() {
    return  // What the graphics driver and the libraries behind it keep until the process ends.
        "leak:swrast_dri\n"
        "leak:kms_swrast\n"
        "leak:libEGL\n"
        "leak:libGLX\n"
        "leak:libglapi\n"
        "leak:libLLVM\n"
        "leak:libX11\n"
        "leak:libdbus\n"
        // What Pango and Fontconfig know of the system's fonts is kept until the process ends.
        "leak:libfontconfig.so\n"
        "leak:libpangoft2-1.0.so\n";
}
