# isnad_page(FOLDER_VARIABLE): bundles export/page with npm into page.html in the folder whose path goes to FOLDER_VARIABLE.
# Without npm, or when its packages cannot be fetched, page.html is empty, a warning says so, and the build goes on; a
# later build tries again.
function(isnad_page folder_variable)
  set(source "${CMAKE_SOURCE_DIR}/export/page")
  set(work "${CMAKE_BINARY_DIR}/export/page-work")
  set(folder "${CMAKE_BINARY_DIR}/export/page-bundle")
  set(${folder_variable} "${folder}" PARENT_SCOPE)
  file(MAKE_DIRECTORY "${folder}")
  find_program(ISNAD_NPM npm DOC "npm, which bundles the page; without it there is no export page")
  if(NOT ISNAD_NPM)
    message(WARNING "npm is not there: isnad is built without `isnad export page`")
    file(CONFIGURE OUTPUT "${folder}/page.html" CONTENT "")
    return()
  endif()
  file(GLOB_RECURSE files CONFIGURE_DEPENDS "${source}/*")
  list(FILTER files EXCLUDE REGEX "/node_modules/")
  # The stamp is only left when the page was built: a build that failed to is tried again.
  add_custom_command(
    OUTPUT "${folder}/built"
    BYPRODUCTS "${folder}/page.html"
    COMMAND "${CMAKE_COMMAND}" "-DNPM=${ISNAD_NPM}" "-DSOURCE=${source}" "-DWORK=${work}" "-DFOLDER=${folder}"
            -P "${CMAKE_SOURCE_DIR}/cmake/BuildPage.cmake"
    DEPENDS ${files} "${CMAKE_SOURCE_DIR}/cmake/BuildPage.cmake"
    COMMENT "Bundling the page"
    VERBATIM)
  add_custom_target(isnad_page DEPENDS "${folder}/built")
endfunction()
