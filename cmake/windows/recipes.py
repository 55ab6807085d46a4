"""Each library that Hamer needs on Windows: which of Debian's source packages it is, what it needs, and how it is built,
static, with only those parts of it that Hamer uses. In the order in which they can be built.

The steps are run by bash, which stops at the first that fails, in an empty folder:

    $SOURCE   the unpacked source, which they may change
    $PREFIX   the libraries before it
    $AS       the prefix that the library is told: a name without a place, which stands for $PREFIX
    $OUT      where the files go: $OUT$AS/lib, $OUT$AS/include
    $HOST     the name of the system, for what wants --host
    $HERE     this folder
    CC, CXX, AR, RANLIB, STRIP, PKG_CONFIG… are the cross compiler's
"""
from dataclasses import dataclass


@dataclass(frozen=True)
class Library:
    name: str
    source: str
    steps: str
    needs: tuple = ()
    also: tuple = ()  # other source packages, unpacked as $SOURCE-<package>
    ours: tuple = ()  # files of this folder that the steps use


def cmake(*options, folder="", targets="all", install="cmake --install ."):
    return (
        f'cmake -S "$SOURCE{folder}" -B . -G Ninja -DCMAKE_TOOLCHAIN_FILE="$HERE/toolchain.cmake" '
        '-DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$AS" -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_SHARED_LIBS=OFF '
        + " ".join(options)
        + f'\nninja -j"$JOBS" {targets}\nDESTDIR="$OUT" {install}\n'
    )


def meson(*options):
    return (
        'meson setup . "$SOURCE" --cross-file "$MESON_CROSS" --prefix "$AS" --libdir lib --buildtype release -Doptimization=2 '
        "-Ddefault_library=static -Dprefer_static=true --wrap-mode nodownload -Dwerror=false "
        + " ".join(options)
        + '\nninja -j"$JOBS"\nDESTDIR="$OUT" meson install --no-rebuild --quiet\n'
    )


def configure(*options, make="make", install="install"):
    return (
        '"$SOURCE/configure" --host="$HOST" --prefix="$AS" --libdir="$AS/lib" --disable-shared --enable-static '
        + " ".join(options)
        + f'\n{make} -j"$JOBS"\n{make} DESTDIR="$OUT" {install}\n'
    )


# Headers alone, of the packages that this machine has for Linux too: the folder in /usr/include, and a file in it.
HEADERS = {"boost": "version.hpp", "nlohmann": "json.hpp", "tl": "expected.hpp", "CLI": "CLI.hpp"}

LIBRARIES = [
    Library(
        "zlib",
        "zlib",
        # Its own build files for Windows are not in Debian's source; of the library itself no line differs.
        r"""
for part in adler32 compress crc32 deflate gzclose gzlib gzread gzwrite infback inffast inflate inftrees trees uncompr zutil; do
  $CC $CFLAGS -c "$SOURCE/$part.c" -o $part.o
done
$AR rcs libz.a *.o
install -D -m644 libz.a "$OUT$AS/lib/libz.a"
install -D -m644 -t "$OUT$AS/include" "$SOURCE/zlib.h" "$SOURCE/zconf.h"
version=$(sed -n 's/^#define ZLIB_VERSION "\(.*\)"/\1/p' "$SOURCE/zlib.h")
mkdir -p "$OUT$AS/lib/pkgconfig"
sed "s|@prefix@|$AS|; s|@exec_prefix@|\${prefix}|; s|@libdir@|\${prefix}/lib|; s|@sharedlibdir@|\${prefix}/lib|
     s|@includedir@|\${prefix}/include|; s|@VERSION@|$version|" "$SOURCE/zlib.pc.in" >"$OUT$AS/lib/pkgconfig/zlib.pc"
""",
    ),
    Library("fmt", "fmtlib", cmake("-DFMT_TEST=OFF", "-DFMT_DOC=OFF")),
    Library(
        "utf8proc",
        "utf8proc",
        # Its header takes every user on Windows for one of the shared library, unless told.
        cmake() + """sed -i 's/^Cflags:.*/& -DUTF8PROC_STATIC/' "$OUT$AS/lib/pkgconfig/libutf8proc.pc"\n""",
    ),
    Library(
        "openssl",
        "openssl",
        # Without what nobody should use any more, or Hamer does not. The settings' folder is one that only an administrator
        # may write in, and nothing is loaded from there: neither settings by themselves, nor modules.
        r"""
perl "$SOURCE/Configure" mingw64 --prefix="$AS" --libdir=lib \
  no-shared no-tests no-module no-dso no-engine no-legacy no-autoload-config \
  no-comp no-zlib no-capieng no-ui-console no-aria no-bf no-camellia no-cast no-cmp no-ct no-dsa no-dtls no-gost no-idea no-md4 \
  no-mdc2 no-ocb no-rc2 no-rc4 no-rmd160 no-seed no-siphash no-sm2 no-sm3 no-sm4 no-srp no-srtp no-ssl3 no-whirlpool
make -j"$JOBS" OPENSSLDIR="C:/Program Files/Common Files/SSL" LIBS="libcrypto.a libssl.a" \
  build_generated libcrypto.pc libssl.pc
install -D -m644 -t "$OUT$AS/lib" libcrypto.a libssl.a
install -D -m644 -t "$OUT$AS/lib/pkgconfig" libcrypto.pc libssl.pc
install -D -m644 -t "$OUT$AS/include/openssl" "$SOURCE"/include/openssl/*.h include/openssl/*.h
""",
    ),
    Library("gtest", "googletest", cmake("-DBUILD_GMOCK=OFF")),
    Library(
        "sqlite",
        "sqlite3",
        # As Debian builds it for Linux, so that a register is the same on both; but no code is loaded into it.
        r"""
CC=gcc "$SOURCE/configure" --disable-tcl --disable-readline >configure.log  # for this machine: it only puts the source together
make sqlite3.c sqlite3.h >make.log
$CC $CFLAGS -DSQLITE_SECURE_DELETE -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_FTS3 -DSQLITE_ENABLE_FTS3_PARENTHESIS \
  -DSQLITE_ENABLE_FTS4 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_RTREE=1 -DSQLITE_SOUNDEX=1 -DSQLITE_ENABLE_UNLOCK_NOTIFY \
  -DSQLITE_OMIT_LOOKASIDE=1 -DSQLITE_ENABLE_DBSTAT_VTAB -DSQLITE_ALLOW_ROWID_IN_VIEW -DSQLITE_OMIT_LOAD_EXTENSION \
  -DSQLITE_LIKE_DOESNT_MATCH_BLOBS -DSQLITE_THREADSAFE=1 -DSQLITE_ENABLE_FTS3_TOKENIZER=1 -DSQLITE_USE_URI=1 \
  -DSQLITE_MAX_SCHEMA_RETRY=25 -DSQLITE_ENABLE_PREUPDATE_HOOK -DSQLITE_ENABLE_SESSION -DSQLITE_ENABLE_STMTVTAB \
  -DSQLITE_MAX_VARIABLE_NUMBER=250000 -c sqlite3.c -o sqlite3.o
$AR rcs libsqlite3.a sqlite3.o
install -D -m644 libsqlite3.a "$OUT$AS/lib/libsqlite3.a"
install -D -m644 -t "$OUT$AS/include" sqlite3.h "$SOURCE/src/sqlite3ext.h"
mkdir -p "$OUT$AS/lib/pkgconfig"
sed "s|@prefix@|$AS|; s|@exec_prefix@|\${prefix}|; s|@libdir@|\${prefix}/lib|; s|@includedir@|\${prefix}/include|
     s|@PACKAGE_VERSION@|$(cat "$SOURCE/VERSION")|; s|@LIBS@||" "$SOURCE/sqlite3.pc.in" >"$OUT$AS/lib/pkgconfig/sqlite3.pc"
""",
    ),
    Library(
        "libpq",
        "postgresql-15",
        # Nothing of the server. Its header files of error codes come packed with it.
        r"""
cp -r "$SOURCE/." .
./configure --host="$HOST" --prefix="$AS" --with-ssl=openssl --without-zlib --without-readline --without-icu \
  --with-system-tzdata=none CPPFLAGS="-I$PREFIX/include" LDFLAGS="-L$PREFIX/lib" LIBS="-lcrypt32 -lws2_32" >configure.log
make -j"$JOBS" -C src/backend generated-headers
make -j"$JOBS" -C src/common libpgcommon.a
make -j"$JOBS" -C src/port libpgport.a
make -j"$JOBS" -C src/interfaces/libpq libpq.a libpq.pc
# What it made leads to a libpq.dll: its parts are put together here, but for the version that is said of that one.
rm src/interfaces/libpq/libpq.a
$AR rcs src/interfaces/libpq/libpq.a $(ls src/interfaces/libpq/*.o | grep -v /win32ver)
# It has locks of its own, which have the names of mingw's.
names=$("$HOST-nm" -g --defined-only src/interfaces/libpq/pthread-win32.o | sed -n 's/.* T \(.*\)/--redefine-sym \1=libpq_\1/p')
"$HOST-objcopy" $names src/interfaces/libpq/libpq.a
install -D -m644 -t "$OUT$AS/lib" src/interfaces/libpq/libpq.a src/common/libpgcommon.a src/port/libpgport.a
install -D -m644 -t "$OUT$AS/include" src/interfaces/libpq/libpq-fe.h src/interfaces/libpq/libpq-events.h \
  src/include/postgres_ext.h src/include/pg_config_ext.h
mkdir -p "$OUT$AS/include/libpq"
install -m644 src/include/libpq/libpq-fs.h "$OUT$AS/include/libpq/"
version=$(cd src/include && sed -n 's/^#define PG_VERSION "\(.*\)"/\1/p' pg_config.h)
mkdir -p "$OUT$AS/lib/pkgconfig"
cat >"$OUT$AS/lib/pkgconfig/libpq.pc" <<END
prefix=$AS
Name: libpq
Description: PostgreSQL libpq library
Version: $version
Requires.private: libssl libcrypto
Libs: -L\${prefix}/lib -lpq
Libs.private: -lpgcommon -lpgport -lws2_32 -lsecur32 -lshell32
Cflags: -I\${prefix}/include
END
""",
        needs=("openssl",),
    ),
    Library(
        "soci",
        "soci",
        cmake(
            *("-DSOCI_SHARED=OFF", "-DSOCI_STATIC=ON", "-DSOCI_TESTS=OFF", "-DSOCI_EMPTY=OFF", "-DSOCI_CXX11=ON"),
            *(f"-DWITH_{name}=OFF" for name in ("BOOST", "DB2", "FIREBIRD", "MYSQL", "ODBC", "ORACLE")),
            # The version is what its own way of finding it forgets: without it rows would come another way than on Linux.
            *("-DWITH_SQLITE3=ON", "-DWITH_POSTGRESQL=ON", "-DPOSTGRESQL_VERSION=15"),
        )
        # On Windows its names have its version in them; Hamer asks for them by their own.
        + r"""
for part in core sqlite3 postgresql; do mv "$OUT$AS"/lib/libsoci_${part}_*.a "$OUT$AS/lib/libsoci_$part.a"; done
rm -rf "$OUT$AS/cmake" "$OUT$AS/lib/cmake"
""",
        needs=("sqlite", "libpq"),
    ),
    Library(
        "libarchive",
        "libarchive",
        # Tar and gzip are what a session's bundle is. It would run a program to ask zlib how it was built, which CMake 3.25
        # does not survive: ours is as it expects. It would install the shared one too, which is not built.
        'sed -i "s/INSTALL(TARGETS archive archive_static/INSTALL(TARGETS archive_static/" "$SOURCE/libarchive/CMakeLists.txt"\n'
        'sed -i "/Test if ZLIB_WINAPI macro/,/^  ENDIF(WIN32/{/ENDIF(WIN32/!d}" "$SOURCE/CMakeLists.txt"\n'
        + cmake(
            "-DENABLE_ZLIB=ON",
            *(f"-DENABLE_{name}=OFF" for name in ("OPENSSL", "LIBB2", "LZ4", "LZMA", "ZSTD", "BZip2", "LIBXML2", "EXPAT")),
            *(f"-DENABLE_{name}=OFF" for name in ("PCREPOSIX", "CNG", "TAR", "CPIO", "CAT", "XATTR", "ACL", "ICONV", "TEST")),
            targets="archive_static",
        )
        # As everybody asks for it.
        + """mv "$OUT$AS/lib/libarchive_static.a" "$OUT$AS/lib/libarchive.a"\n""",
        needs=("zlib",),
    ),
    Library(
        "curl",
        "curl",
        # With Windows' own TLS (Schannel): a server's certificate is then judged as the council's administrator has set it,
        # by the roots, the policy and the revocation of that machine. OpenSSL would only see the roots that are
        # already in its store, while Windows gets those that it lacks when they are first asked for.
        cmake(
            *("-DCURL_USE_SCHANNEL=ON", "-DCURL_USE_OPENSSL=OFF", "-DHTTP_ONLY=ON", "-DENABLE_UNICODE=ON", "-DUSE_WIN32_IDN=ON"),
            *("-DUSE_LIBIDN2=OFF", "-DCURL_ZLIB=OFF", "-DCURL_USE_LIBSSH2=OFF", "-DCURL_USE_LIBPSL=OFF", "-DBUILD_CURL_EXE=OFF"),
            *("-DENABLE_MANUAL=OFF", "-DBUILD_TESTING=OFF"),
        ),
    ),
    Library(
        "png",
        "libpng1.6",
        cmake("-DPNG_SHARED=OFF", "-DPNG_TESTS=OFF", "-DPNG_EXECUTABLES=OFF", "-DSKIP_INSTALL_PROGRAMS=ON"),
        needs=("zlib",),
    ),
    Library(
        "freetype",
        "freetype",
        # Fonts in files of TrueType and OpenType, which are not packed.
        cmake("-DFT_REQUIRE_ZLIB=ON", *(f"-DFT_DISABLE_{name}=ON" for name in ("PNG", "BZIP2", "BROTLI", "HARFBUZZ"))),
        needs=("zlib",),
    ),
    Library(
        "glfw",
        "glfw3",
        cmake("-DGLFW_BUILD_EXAMPLES=OFF", "-DGLFW_BUILD_TESTS=OFF", "-DGLFW_BUILD_DOCS=OFF"),
    ),
    Library(
        "imgui",
        "imgui",
        # As Debian's libimgui, and with its definitions, which are its library's alone: what uses it is told none. The two
        # backends and FreeType's builder are in it; stb's implementation is.
        r"""
mkdir -p include
ln -s "$SOURCE-libstb" include/stb
flags="$(pkg-config --static --cflags freetype2 glfw3) -Iinclude -I$SOURCE -I$SOURCE/backends"
stb="-DIMGUI_DISABLE_STB_RECT_PACK_IMPLEMENTATION -DIMGUI_STB_RECT_PACK_FILENAME=<stb/stb_rect_pack.h>
  -DIMGUI_DISABLE_STB_TRUETYPE_IMPLEMENTATION -DIMGUI_STB_TRUETYPE_FILENAME=<stb/stb_truetype.h>"
for file in "$SOURCE"/*.cpp "$SOURCE"/misc/cpp/*.cpp "$SOURCE"/misc/freetype/*.cpp \
  "$SOURCE"/backends/imgui_impl_glfw.cpp "$SOURCE"/backends/imgui_impl_opengl3.cpp; do
  $CXX $CXXFLAGS $flags $stb -c "$file"
done
$CC $CFLAGS -fwrapv -Iinclude -I"$SOURCE-libstb" -c "$SOURCE-libstb/stb_rect_pack_truetype.c"
$AR rcs libimgui.a *.o
install -D -m644 libimgui.a "$OUT$AS/lib/libimgui.a"
install -D -m644 -t "$OUT$AS/include/imgui" "$SOURCE"/*.h "$SOURCE"/misc/cpp/*.h "$SOURCE"/misc/freetype/*.h
install -D -m644 -t "$OUT$AS/include/imgui/backends" "$SOURCE"/backends/*.h
# Hamer's own editor is stb's.
install -D -m644 -t "$OUT$AS/include/stb" "$SOURCE-libstb"/stb_textedit.h
mkdir -p "$OUT$AS/lib/pkgconfig"
version=$(sed -n 's/^#define IMGUI_VERSION *"\(.*\)"/\1/p' "$SOURCE/imgui.h")
sed "s|@prefix@|$AS|; s|@libdir@|lib|; s|@includedir@|include/imgui|; s|@version@|$version|
     s|^Requires:.*|Requires.private: glfw3 freetype2|; s|^Libs.private:.*|Libs.private: -limm32 -lopengl32|
     s|^Cflags:.*|& -I\${includedir}/../stb|" \
  "$SOURCE/imgui.pc.in" >"$OUT$AS/lib/pkgconfig/imgui.pc"
""",
        needs=("freetype", "glfw"),
        also=("libstb",),
    ),
    Library(
        "pixman",
        "pixman",
        meson(*(f"-D{name}=disabled" for name in ("tests", "gtk", "libpng", "openmp"))),
    ),
    Library(
        "expat",
        "expat",
        # Debian's corrections ask for the value that autoconf gives a feature, and CMake gives it none.
        """sed -i 's/^#cmakedefine XML_\\(DTD\\|GE\\|NS\\)$/& 1/' "$SOURCE/expat/expat_config.h.cmake"\n"""
        + cmake(*(f"-DEXPAT_{name}=OFF" for name in ("BUILD_TOOLS", "BUILD_EXAMPLES", "BUILD_TESTS", "BUILD_DOCS", "SHARED_LIBS")), folder="/expat"),
    ),
    Library(
        "fontconfig",
        "fontconfig",
        # It reads no settings but those that Hamer gives it: no file can be called by this name.
        meson(
            *(f"-D{name}=disabled" for name in ("doc", "nls", "tests", "tools", "cache-build")),
            *("-Dbaseconfig-dir=none:", "-Ddefault-fonts-dirs=none:", "-Dadditional-fonts-dirs=none:"),
        ),
        needs=("expat", "freetype"),
    ),
    Library(
        "cairo",
        "cairo",
        # Pages as on Linux: text by FreeType and fontconfig, none of Windows' own.
        'export CPPFLAGS="-I$PREFIX/include" LDFLAGS="-L$PREFIX/lib"\n'
        # Checked copies are in a library of mingw's own that who links cairo would have to know of.
        """sed -i 's/ -Wp,-D_FORTIFY_SOURCE=2//' "$SOURCE/configure"\n"""
        + configure(
            *(f"--disable-{name}" for name in ("win32", "win32-font", "xlib", "xcb", "quartz", "ps", "svg", "script", "gobject")),
            *(f"--disable-{name}" for name in ("interpreter", "trace", "full-testing", "valgrind", "gtk-doc")),
            *("--enable-ft", "--enable-fc", "--enable-pdf", "--enable-png"),
            # Of what they make nothing has changed; only the times of the files are not in order. And none of its tests.
            make="make ACLOCAL=: AUTOCONF=: AUTOMAKE=: AUTOHEADER=: SUBDIRS=src",
        ),
        needs=("pixman", "png", "freetype", "fontconfig", "zlib"),
    ),
    Library(
        "fribidi",
        "fribidi",
        """sed -i "/^subdir('bin')/d; /^subdir('test')/d" "$SOURCE/meson.build"\n""" + meson("-Ddocs=false"),
    ),
    Library(
        "harfbuzz",
        "harfbuzz",
        meson(
            "-Dfreetype=enabled",
            *(f"-D{name}=disabled" for name in ("glib", "gobject", "cairo", "chafa", "icu", "gdi", "directwrite", "graphite", "introspection")),
            *(f"-D{name}=disabled" for name in ("tests", "docs", "benchmark")),
        ),
        needs=("freetype",),
    ),
    Library(
        "libffi",
        "libffi",
        configure("--disable-docs", "--disable-multi-os-directory")
        # Debian has it in a folder that every compiler knows.
        + """sed -i 's/^Libs: .*/Libs: -L${libdir} -lffi/' "$OUT$AS/lib/pkgconfig/libffi.pc"\n""",
    ),
    Library(
        "pcre2",
        "pcre2",
        cmake("-DPCRE2_BUILD_TESTS=OFF", "-DPCRE2_BUILD_PCRE2GREP=OFF", "-DPCRE2_SUPPORT_UNICODE=ON", "-DPCRE2_STATIC=ON"),
    ),
    Library(
        "glib",
        "glib2.0",
        # It wants a libintl, to translate what it says: ours leaves the English, and is a header alone.
        r"""
sed -i "s/cc.has_function('ngettext', dependencies : libintl)/cc.has_header_symbol('libintl.h', 'ngettext')/" "$SOURCE/meson.build"
install -D -m644 -t "$OUT$AS/include" "$HERE/libintl.h"
cat >../intl.meson <<END
[built-in options]
c_args = ['-I$OUT$AS/include']
cpp_args = ['-I$OUT$AS/include']
END
"""
        + meson(
            '--cross-file ../intl.meson',
            *(f"-D{name}=false" for name in ("tests", "installed_tests", "man", "gtk_doc", "xattr")),
            *(f"-D{name}=disabled" for name in ("nls", "selinux", "libmount", "libelf", "glib_debug")),
        ),
        needs=("libffi", "pcre2", "zlib"),
        ours=("libintl.h",),
    ),
    Library(
        "pango",
        "pango1.0",
        """sed -i "/^subdir('\\(utils\\|examples\\|tests\\|tools\\)')/d" "$SOURCE/meson.build"\n"""
        + meson(
            *(f"-D{name}=false" for name in ("gtk_doc", "install-tests")),
            *(f"-D{name}=disabled" for name in ("introspection", "libthai", "xft", "sysprof")),
            *(f"-D{name}=enabled" for name in ("fontconfig", "freetype", "cairo")),
        ),
        needs=("glib", "fribidi", "harfbuzz", "cairo", "fontconfig", "freetype"),
    ),
    Library(
        "jpeg",
        "libjpeg-turbo",
        # Without the kind it would take the folder for one of its build.
        cmake("-DENABLE_SHARED=OFF", "-DWITH_SIMD=OFF", "-DWITH_TURBOJPEG=OFF", "-DCMAKE_INSTALL_LIBDIR:STRING=lib"),
    ),
    Library(
        "qpdf",
        "qpdf",
        'sed -i "s/Advapi32/advapi32/" "$SOURCE/CMakeLists.txt" "$SOURCE/libqpdf/CMakeLists.txt"\n'
        + cmake(
            *("-DBUILD_STATIC_LIBS=ON", "-DUSE_IMPLICIT_CRYPTO=OFF", "-DREQUIRE_CRYPTO_NATIVE=ON", "-DBUILD_DOC=OFF"),
            targets="libqpdf/libqpdf.a",
            install='sh -c "cmake --install . --component lib && cmake --install . --component dev"',
        ),
        needs=("zlib", "jpeg"),
    ),
]
