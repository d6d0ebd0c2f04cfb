# The program with its man pages and completions, and the libraries as the CMake package "isnad" (docs/library.md).
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

install(TARGETS isnad RUNTIME)
install(TARGETS isnad_core isnad_extract isnad_graph isnad_export EXPORT isnadTargets ARCHIVE)
foreach(room IN ITEMS core extract graph export)
  set_target_properties(isnad_${room} PROPERTIES EXPORT_NAME ${room})
  install(DIRECTORY "${CMAKE_SOURCE_DIR}/${room}/include/" TYPE INCLUDE)
endforeach()
install(EXPORT isnadTargets NAMESPACE isnad:: DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/isnad")
configure_package_config_file("${CMAKE_SOURCE_DIR}/cmake/isnadConfig.cmake.in" "${CMAKE_BINARY_DIR}/isnadConfig.cmake"
  INSTALL_DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/isnad")
write_basic_package_version_file("${CMAKE_BINARY_DIR}/isnadConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_BINARY_DIR}/isnadConfig.cmake" "${CMAKE_BINARY_DIR}/isnadConfigVersion.cmake"
  DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/isnad")

# Made by the program itself, from the definitions that --help is printed from.
set(manual_folder "${CMAKE_BINARY_DIR}/manual")
add_custom_command(OUTPUT "${manual_folder}/_isnad"
  COMMAND "${CMAKE_COMMAND}" "-DPROGRAM=$<TARGET_FILE:isnad>" "-DFOLDER=${manual_folder}"
    -P "${CMAKE_SOURCE_DIR}/cmake/write_manual.cmake"
  DEPENDS isnad "${CMAKE_SOURCE_DIR}/cmake/write_manual.cmake"
  VERBATIM)
add_custom_target(isnad_manual ALL DEPENDS "${manual_folder}/_isnad")
install(DIRECTORY "${manual_folder}/man1" DESTINATION "${CMAKE_INSTALL_MANDIR}")
install(FILES "${manual_folder}/isnad.bash" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME isnad)
install(FILES "${manual_folder}/_isnad" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions")
