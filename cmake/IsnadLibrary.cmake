# isnad_library(ROOM SOURCES...): the static library of one room, isnad_ROOM (also isnad::ROOM), with its own include
# directory, so that an include of a room it does not link to does not compile.
function(isnad_library room)
  add_library(isnad_${room} STATIC ${ARGN})
  add_library(isnad::${room} ALIAS isnad_${room})
  target_include_directories(isnad_${room} PUBLIC
    $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include>
    $<INSTALL_INTERFACE:include>)
  target_compile_features(isnad_${room} PUBLIC cxx_std_20)
  target_link_libraries(isnad_${room} PRIVATE $<BUILD_INTERFACE:isnad_warnings>)
endfunction()
