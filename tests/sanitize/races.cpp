// Linked into every program that is tested for data races, so that it says by itself which reports are not Hamer's.

extern "C" const char* __tsan_default_suppressions() {
    return  // What a finished thread kept of a module's thread_locals is freed by the C library in whichever thread
            // needs its stack next, behind a lock of its own that ThreadSanitizer does not see.
        "race:_dl_deallocate_tls\n";
}
