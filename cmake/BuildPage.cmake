# Bundles the page: copies SOURCE to WORK, fetches its locked packages there with NPM (again only when the lock changed),
# and writes FOLDER/page.html and the stamp FOLDER/built. When that fails: an empty page.html, no stamp, a warning.
file(REMOVE "${FOLDER}/built")
file(REMOVE_RECURSE "${WORK}/src")
file(COPY "${SOURCE}/" DESTINATION "${WORK}" PATTERN node_modules EXCLUDE)

function(give_up what)
  message(NOTICE "warning: ${what}: isnad is built without `isnad export page`")
  file(CONFIGURE OUTPUT "${FOLDER}/page.html" CONTENT "")
endfunction()

file(SHA256 "${SOURCE}/package-lock.json" lock)
set(fetched "${WORK}/node_modules/.fetched-${lock}")
if(NOT EXISTS "${fetched}")
  execute_process(COMMAND "${NPM}" ci --no-audit --no-fund --loglevel=silent
    WORKING_DIRECTORY "${WORK}" RESULT_VARIABLE failed OUTPUT_QUIET)
  if(failed)
    give_up("npm could not fetch the page's packages")
    return()
  endif()
  file(TOUCH "${fetched}")
endif()
execute_process(COMMAND "${NPM}" run --silent build -- "${FOLDER}/page.html" WORKING_DIRECTORY "${WORK}" RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "export/page does not build")
endif()
file(TOUCH "${FOLDER}/built")
