/* What glib asks of a libintl, which is said in English as it stands: Hamer has texts of its own, and shows none of
 * glib's. */
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

char* gettext(const char* text);
char* dgettext(const char* domain, const char* text);
char* dcgettext(const char* domain, const char* text, int category);
char* ngettext(const char* one, const char* more, unsigned long count);
char* dngettext(const char* domain, const char* one, const char* more, unsigned long count);
char* textdomain(const char* domain);
char* bindtextdomain(const char* domain, const char* folder);
char* bind_textdomain_codeset(const char* domain, const char* codes);

#ifdef __cplusplus
}
#endif
