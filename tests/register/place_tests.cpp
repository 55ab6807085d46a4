// Where a register is, said without its password, however the password is written.
#include "register/place.h"
#include "register/scratch.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

using Kind = RegisterPlace::Kind;

// Whole and in every part of four characters or more, as a message might show it.
void expect_hidden(const std::string& shown, const std::string& password) {
    for (std::size_t at = 0; at + 4 <= password.size(); ++at) {
        EXPECT_EQ(shown.find(password.substr(at, 4)), std::string::npos) << shown << " shows " << password;
    }
}

const std::vector<std::string>& passwords() {
    static const std::vector<std::string> all = {
        "geheimwoord",   "gehe@imwoord",   "@geheimwoord@", "gehe:imwoord", "gehe/imwoord",      "gehe?imwoord",
        "gehe?imw=oord", "gehe#imwoord",   "gehe imwoord",  "gehe%imwoord", "gehe%40imwoord",    "1234@5678/9012",
        "gehe]im[woord", "gehe://imwoord", "gehe&im=woord", "gehe'imwoord", "gehe@hulk/imwoord", "gehe@hulk:5/imw"};
    return all;
}

TEST(Place, InAUrlNoPartOfAPasswordIsShown) {
    for (const std::string& password : passwords()) {
        for (const char* scheme : {"postgresql://", "postgres://"}) {
            for (const char* rest :
                 {"@server.example/hamer", "@10.0.0.1:5432,[::1]:5433/hamer?sslmode=verify-full", "@server"}) {
                const RegisterPlace place = read_place(scheme + ("gijs:" + password) + rest);
                ASSERT_EQ(place.kind, Kind::Server) << password << rest;
                EXPECT_TRUE(place.has_password);
                const std::string all = rest;
                EXPECT_EQ(place.shown, std::string(scheme) + "gijs" + all.substr(0, all.find('?'))) << password;
                expect_hidden(place.shown, password);
            }
        }
    }
}

TEST(Place, WhatIsWrittenWronglyShowsNoPartOfAPasswordEither) {
    for (const std::string& password : passwords()) {
        for (const std::string& text :
             {"mysql://gijs:" + password + "@server/hamer", "postgresql:/gijs:" + password + "@server/hamer",
              "postgresql:gijs:" + password + "@server/hamer", "gijs:" + password + "@server/hamer",
              "//gijs:" + password + "@server/hamer", "postgresql://gijs:" + password,
              "postgresql://gijs:" + password + "@ser ver/hamer", "POSTGRESQL://gijs:" + password + "@server",
              "postgresql://gijs:" + password + "@server:poort/hamer"}) {
            const RegisterPlace place = read_place(text);
            // Without a second @ it is a place as it should be, or a file's name.
            if (place.kind != Kind::Unknown) continue;
            expect_hidden(place.shown, password);
            EXPECT_EQ(error_of(Register::open(text)).where, place.shown);
        }
    }
}

TEST(Place, APasswordInTheQueryIsNotShown) {
    for (const char* password : {"geheimwoord", "gehe%40imwoord", "gehe:imwoord", "gehe/imwoord", "gehe?imwoord"}) {
        for (const char* key : {"password", "sslpassword", "%70assword"}) {
            const RegisterPlace place =
                read_place(std::string("postgresql://server/hamer?user=gijs&") + key + "=" + password);
            EXPECT_EQ(place.shown, "postgresql://server/hamer");
            EXPECT_TRUE(place.has_password);
        }
    }
    // Its beginning might be a password's, too.
    for (const char* text :
         {"postgresql://server/hamer?password=gehe@imwoord", "postgresql://gijs:1234?gehe=x@server"}) {
        EXPECT_EQ(read_place(text).kind, Kind::Unknown);
        EXPECT_EQ(read_place(text).shown, "postgresql://…");
    }
}

TEST(Place, AmongWordsAPasswordIsNotShown) {
    for (const char* password : {"geheimwoord", "gehe@imwoord", "'gehe imwoord'", "'gehe\\'imwoord'", "gehe\\ imwoord",
                                 "gehe:imwoord", "gehe/imwoord", "gehe%imwoord", "'gehe host=imwoord'"}) {
        for (const std::string& text :
             {"host=server user=gijs password=" + std::string(password) + " dbname=hamer",
              "password = " + std::string(password) + " user=gijs host=server dbname = hamer"}) {
            const RegisterPlace place = read_place(text);
            EXPECT_EQ(place.kind, Kind::Server) << text;
            EXPECT_TRUE(place.has_password);
            EXPECT_EQ(place.shown, "host=server dbname=hamer user=gijs");
        }
    }
    EXPECT_EQ(read_place("host=server password=gehe imwoord").kind, Kind::Unknown);
    expect_hidden(read_place("host=server password=gehe imwoord").shown, "imwoord");
    expect_hidden(read_place("host=server dbname=postgresql://gijs:geheimwoord@server/x").shown, "geheimwoord");
}

TEST(Place, OfSeveralServersEachIsShownAndNoPassword) {
    for (const std::string& password : passwords()) {
        const RegisterPlace url =
            read_place("postgresql://gijs:" + password +
                       "@een.example:5432,twee.example:5433/hamer?target_session_attrs=read-write");
        EXPECT_EQ(url.kind, Kind::Server);
        EXPECT_EQ(url.shown, "postgresql://gijs@een.example:5432,twee.example:5433/hamer");
        EXPECT_NE(url.connection.find("target_session_attrs=read-write"), std::string::npos);
        // Twice a user, as if each server had one: libpq knows one only, and its password is all that is before it.
        expect_hidden(read_place("postgresql://gijs:" + password + "@een:1,gijs:" + password + "@twee:2/hamer").shown,
                      password);
    }
    const RegisterPlace words =
        read_place("host=een,twee port=1,2 dbname=hamer password=geheimwoord target_session_attrs=read-write");
    EXPECT_EQ(words.kind, Kind::Server);
    EXPECT_EQ(words.shown, "host=een,twee port=1,2 dbname=hamer");
}

TEST(Place, WhateverWordOfLibpqComesFirstItIsNoFilesName) {
    for (const char* word : {"sslpassword", "sslkey", "require_auth", "keepalives", "sslrootcert",
                             "oauth_client_secret", "target_session_attrs", "load_balance_hosts"}) {
        const RegisterPlace place = read_place(word + std::string("=geheimwoord host=server password=geheimwoord"));
        EXPECT_EQ(place.kind, Kind::Server) << word;
        EXPECT_EQ(place.shown, "host=server");
        EXPECT_TRUE(place.has_password);
    }
}

TEST(Place, WithoutAPasswordItIsShownAsItIs) {
    for (const char* text : {"postgresql://gijs@server:5432/hamer", "postgresql:///hamer", "postgresql://server",
                             "register.db", "/srv/hamer/a:b@c.db", "map/register.db"}) {
        EXPECT_EQ(read_place(text).shown, text);
        EXPECT_FALSE(read_place(text).has_password);
        EXPECT_NE(read_place(text).kind, Kind::Unknown);
    }
    EXPECT_EQ(read_place("register.db").kind, Kind::File);
}

// The server itself reads it as libpq does: a password that is refused, or a wrong one, is in no message.
TEST(Place, APasswordWorksHoweverItIsWrittenAndIsInNoMessage) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    (void)scratch.open();
    const std::string own = scratch.server_location();
    const std::string server = own.substr(own.find('@') + 1);
    for (const std::string& password : passwords()) {
        if (password.find("%40") != std::string::npos) continue;  // that is another one, with an @
        std::string literal;
        for (const char c : password) literal += c == '\'' ? std::string("''") : std::string(1, c);
        scratch.sql("CREATE ROLE place_tester LOGIN SUPERUSER PASSWORD '" + literal + "'");
        const auto opened = Register::open("postgresql://place_tester:" + password + "@" + server);
        EXPECT_TRUE(opened) << password << ": " << describe(opened.error());
        const Error wrong = error_of(Register::open("postgresql://place_tester:x" + password + "@" + server));
        expect_hidden(describe(wrong), password);
        scratch.sql("DROP ROLE place_tester");
    }
}

TEST(Place, AServerThatIsNotThereIsNamedWithoutItsPassword) {
    for (const std::string& password : passwords()) {
        const Error error = error_of(Register::open("postgresql://gijs:" + password + "@127.0.0.1:1/hamer"));
        EXPECT_EQ(error.where, "postgresql://gijs@127.0.0.1:1/hamer");
        EXPECT_EQ(error.kind, ErrorKind::Storage) << describe(error);
        expect_hidden(describe(error), password);
    }
    const Error error = error_of(Register::open("host=127.0.0.1 port=1 user=gijs password='gehe @/:%imwoord'"));
    EXPECT_EQ(error.kind, ErrorKind::Storage) << describe(error);
    EXPECT_EQ(error.where, "host=127.0.0.1 port=1 user=gijs");
    expect_hidden(describe(error), "gehe @/:%imwoord");
}

}  // namespace
}  // namespace hamer::test
