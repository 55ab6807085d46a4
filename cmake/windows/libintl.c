#include "libintl.h"

/* The interface gives what it was given, without its const. */
char* gettext(const char* text) { return (char*)text; }

char* dgettext(const char* domain, const char* text) {
    (void)domain;
    return (char*)text;
}

char* dcgettext(const char* domain, const char* text, int category) {
    (void)domain;
    (void)category;
    return (char*)text;
}

char* ngettext(const char* one, const char* more, unsigned long count) { return (char*)(count == 1 ? one : more); }

char* dngettext(const char* domain, const char* one, const char* more, unsigned long count) {
    (void)domain;
    return ngettext(one, more, count);
}

char* textdomain(const char* domain) { return (char*)domain; }

char* bindtextdomain(const char* domain, const char* folder) {
    (void)domain;
    return (char*)folder;
}

char* bind_textdomain_codeset(const char* domain, const char* codes) {
    (void)domain;
    return (char*)codes;
}
