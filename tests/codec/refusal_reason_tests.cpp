// What servers answer when they refuse, as frameworks and products really write it.
#include "base/text.h"
#include "codec/journal/refusal_reason.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

struct Answer {
    const char* body;
    const char* reason;
};

TEST(RefusalReason, IsFoundWhereEachKindOfServerPutsIt) {
    const Answer answers[] = {
        // Problem details, alone and with the fields of the Dutch API rules.
        {R"({"type":"about:blank","title":"Unprocessable Entity","status":422,"detail":"Zaaktype onbekend"})",
         "Unprocessable Entity: Zaaktype onbekend"},
        {R"({"title":"Invalid input.","status":400,"detail":"","invalidParams":[{"name":"data.what","code":"max_length","reason":"Te lang"},{"name":"time","reason":"Ligt in de toekomst"}]})",
         "Invalid input; data.what: Te lang; time: Ligt in de toekomst"},
        // FastAPI, Django REST, Spring, Laravel, JSON:API, OAuth, GraphQL-like.
        {R"({"detail":[{"loc":["body","data","what"],"msg":"field required","type":"value_error.missing"}]})",
         "body.data.what: field required"},
        {R"({"detail":"Authentication credentials were not provided."})",
         "Authentication credentials were not provided."},
        {R"({"timestamp":"2026-03-12T21:00:00","status":422,"error":"Unprocessable Entity","message":"what: mag niet leeg zijn","path":"/events"})",
         "what: mag niet leeg zijn"},
        {R"({"message":"The given data was invalid.","errors":{"subject":["is verplicht"]}})",
         "The given data was invalid; subject: is verplicht"},
        {R"({"errors":[{"title":"Onbekend","detail":"source staat niet op de lijst","source":{"pointer":"/data"}}]})",
         "Onbekend: source staat niet op de lijst"},
        {R"({"error":"invalid_token","error_description":"The token expired"})", "The token expired"},
        {R"({"error":{"code":422,"message":"Geen geldig OIN"}})", "Geen geldig OIN"},
        {R"({"melding":"Niet toegestaan voor deze gemeente"})", "Niet toegestaan voor deze gemeente"},
        {R"("gewoon een tekst")", "gewoon een tekst"},
        // No JSON at all.
        {"Ongeldig bericht\r\n\r\n  regel 2\t!", "Ongeldig bericht regel 2 !"},
        {"\xEF\xBB\xBFmet een merk", "met een merk"},
        {"<!DOCTYPE html><html><head><title>422</title><style>p{}</style></head><body><h1>Geweigerd</h1><!-- a > b "
         "--><p>De bron "
         "&quot;x&quot; is &lt;onbekend&gt; &amp; meer</p></body></html>",
         "Geweigerd De bron \"x\" is <onbekend> & meer"},
        {"<?xml version=\"1.0\"?><soap:Envelope><soap:Body><soap:Fault><faultstring>Schema klopt niet</faultstring>"
         "</soap:Fault></soap:Body></soap:Envelope>",
         "Schema klopt niet"},
        {"Caf\xE9 onbekend", "Café onbekend"},
        // Half an answer, cut in a character.
        {"Niet gevonden: caf\xC3", "Niet gevonden: caf"},
        // Nothing to read.
        {"", ""},
        {"{}", ""},
        {"[]", ""},
        {"null", ""},
        {"422", ""},
        {"   \r\n", ""},
    };
    for (const Answer& one : answers) EXPECT_EQ(refusal_reason(one.body), one.reason) << one.body;
}

TEST(RefusalReason, OfUnknownShapeIsShownAsItIs) {
    EXPECT_EQ(refusal_reason(R"({"resultaat":"nee"})"), R"({"resultaat":"nee"})");
}

TEST(RefusalReason, SteersNothingAndIsShort) {
    EXPECT_EQ(refusal_reason("a\x1b[31mb\xE2\x80\xAE"
                             "c\nHamer: alles is goed"),
              "a[31mbc Hamer: alles is goed");
    EXPECT_EQ(refusal_reason(R"({"detail":"een\u0000\u001b]0;x\u0007\ntwee"})"), "een]0;x twee");
    const std::string reason = refusal_reason(R"({"detail":")" + std::string(3000, 'x') + R"("})");
    EXPECT_LE(reason.size(), 204U);
    EXPECT_TRUE(reason.ends_with("x…"));
    std::string words;
    for (int i = 0; i < 100; ++i) words += "vergaderzaal ";
    EXPECT_TRUE(refusal_reason(words).ends_with("vergaderzaal…")) << "at a word";
    std::string deep(5000, '[');
    EXPECT_TRUE(is_utf8(refusal_reason(deep)));
    EXPECT_TRUE(refusal_reason(std::string(60, '[') + "\"diep\"" + std::string(60, ']')).size() < 205);
}

}  // namespace
}  // namespace hamer
