# What is installed beside the program, and the package of Debian that holds it all (`./dev package`).
# Two components: `hamer` is what `cmake --install` puts under its prefix; `system` is the package's alone.

file(STRINGS ${PROJECT_SOURCE_DIR}/src/base/version.h HAMER_VERSION REGEX "program_version = ")
string(REGEX MATCH "[0-9.]+" HAMER_VERSION "${HAMER_VERSION}")
set(assets ${PROJECT_SOURCE_DIR}/assets)

install(DIRECTORY ${PROJECT_SOURCE_DIR}/config ${PROJECT_SOURCE_DIR}/scenarios DESTINATION share/hamer)
install(FILES ${assets}/nl.hamer.Hamer.desktop DESTINATION share/applications)
install(FILES ${assets}/nl.hamer.Hamer.metainfo.xml DESTINATION share/metainfo)
foreach(size 16 24 32 48 64 128 256)
  install(FILES ${assets}/icons/nl.hamer.Hamer-${size}.png
    DESTINATION share/icons/hicolor/${size}x${size}/apps RENAME nl.hamer.Hamer.png)
endforeach()
install(FILES ${assets}/icons/nl.hamer.Hamer.svg DESTINATION share/icons/hicolor/scalable/apps)
file(STRINGS ${assets}/pages.txt pages)
foreach(page ${pages})
  cmake_path(GET page PARENT_PATH folder)
  install(FILES ${PROJECT_SOURCE_DIR}/docs/${page} DESTINATION share/doc/hamer/${folder})
endforeach()

# install_packed(<file> <folder under the prefix> <name>) installs it as name.gz, without a time in it.
function(install_packed file folder name)
  set(place "\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${folder}")
  install(CODE "file(MAKE_DIRECTORY \"${place}\")
    execute_process(COMMAND gzip -9nc \"${file}\" OUTPUT_FILE \"${place}/${name}.gz\" COMMAND_ERROR_IS_FATAL ANY)
    file(CHMOD \"${place}/${name}.gz\" PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)" ${ARGN})
endfunction()
install_packed(${assets}/hamer.1 share/man/man1 hamer.1)
install_packed(${assets}/debian/changelog share/doc/hamer changelog COMPONENT system EXCLUDE_FROM_ALL)
install(FILES ${assets}/debian/copyright DESTINATION share/doc/hamer COMPONENT system EXCLUDE_FROM_ALL)
install(FILES ${PROJECT_SOURCE_DIR}/config/hamer.json DESTINATION /etc/hamer COMPONENT system EXCLUDE_FROM_ALL)

# Who answers for a package is who makes it: a municipality names itself.
set(HAMER_MAINTAINER "The makers of Hamer <makers@hamer.invalid>" CACHE STRING "Name and address in the package")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME hamer)
set(CPACK_PACKAGE_VERSION ${HAMER_VERSION})
set(CPACK_PACKAGE_CONTACT "${HAMER_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "assistant for the chair of a disrupted council meeting")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Hamer (the chair's gavel) stands on the desk of the chair of a Dutch municipal
council. When the meeting is disrupted it shows the one thing to do now and the
words to say, after the municipality's own protocol, and records each step.

Each step is on disk with its time before the screen shows it, in a log that
shows any change. After the meeting the clerk finds a record of each incident,
with its deadlines. The same screens serve for drills.")
set(CPACK_COMPONENTS_ALL hamer system)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
# With a root of its own, for what goes to /etc.
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# What is linked is found by dpkg-shlibdeps. Not linked: the drivers of OpenGL, what GLFW opens by name for monitors, their
# size and the pointer, and the face of papers and of the slate.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libgl1, libgl1-mesa-dri, libxrandr2, libxcursor1, libxi6, libxinerama1, fonts-open-sans")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "xdg-desktop-portal, libasound2-plugins")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "obs-studio, postgresql, graphviz")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${assets}/debian/conffiles)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
