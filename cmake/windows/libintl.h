/* What glib asks of a libintl, which is said in English as it stands: Hamer has texts of its own, and shows none of
 * glib's. The interface gives what it was given, without its const. */
#pragma once

#include <locale.h>

/* A kind of locale that Windows has none of, by gettext's own number. */
#ifndef LC_MESSAGES
#define LC_MESSAGES 1729
#endif

#ifdef __cplusplus
#define HAMER_AS_IT_IS(text) const_cast<char*>(text)
#else
#define HAMER_AS_IT_IS(text) ((char*)(text))
#endif

/* A format stays one that the compiler reads. */
#define HAMER_FORMAT(number) __attribute__((format_arg(number)))

static inline HAMER_FORMAT(1) char* gettext(const char* text) { return HAMER_AS_IT_IS(text); }

static inline HAMER_FORMAT(2) char* dgettext(const char* domain, const char* text) {
    (void)domain;
    return HAMER_AS_IT_IS(text);
}

static inline HAMER_FORMAT(2) char* dcgettext(const char* domain, const char* text, int category) {
    (void)domain;
    (void)category;
    return HAMER_AS_IT_IS(text);
}

static inline HAMER_FORMAT(1) HAMER_FORMAT(2) char* ngettext(const char* one, const char* more, unsigned long count) {
    return HAMER_AS_IT_IS(count == 1 ? one : more);
}

static inline HAMER_FORMAT(2) HAMER_FORMAT(3) char* dngettext(const char* domain, const char* one, const char* more, unsigned long count) {
    (void)domain;
    return ngettext(one, more, count);
}

static inline char* textdomain(const char* domain) { return HAMER_AS_IT_IS(domain); }

static inline char* bindtextdomain(const char* domain, const char* folder) {
    (void)domain;
    return HAMER_AS_IT_IS(folder);
}

static inline char* bind_textdomain_codeset(const char* domain, const char* codes) {
    (void)domain;
    return HAMER_AS_IT_IS(codes);
}
