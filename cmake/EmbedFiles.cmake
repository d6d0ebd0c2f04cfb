# isnad_embed(TARGET FUNCTION FOLDER FILES...)
# Builds the files below FOLDER into TARGET, which gains the function  isnad::EmbeddedFiles FUNCTION();  (declare it
# where it is used). FUNCTION is given with its namespaces. The bytes go in through the assembler: no generated source
# of their size is compiled.
function(isnad_embed target function folder)
  string(REPLACE "::" "_" symbol "${function}")
  set(assembly "${CMAKE_CURRENT_BINARY_DIR}/${symbol}.S")
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${symbol}.cpp")
  string(REGEX MATCH "[^:]+$" name "${function}")
  string(REGEX REPLACE "::[^:]+$" "" namespace "${function}")
  set(asm_text ".section .rodata\n")
  set(externs "")
  set(rows "")
  set(n 0)
  set(paths "")
  foreach(file IN LISTS ARGN)
    set(path "${folder}/${file}")
    list(APPEND paths "${path}")
    string(APPEND asm_text ".global ${symbol}_${n}_begin\n.global ${symbol}_${n}_end\n${symbol}_${n}_begin:\n.incbin \"${path}\"\n${symbol}_${n}_end:\n.byte 0\n")
    string(APPEND externs "extern const char ${symbol}_${n}_begin[];\nextern const char ${symbol}_${n}_end[];\n")
    string(APPEND rows "        {\"${file}\", {${symbol}_${n}_begin, static_cast<std::size_t>(${symbol}_${n}_end - ${symbol}_${n}_begin)}},\n")
    math(EXPR n "${n} + 1")
  endforeach()
  string(APPEND asm_text ".section .note.GNU-stack,\"\",@progbits\n")
  file(CONFIGURE OUTPUT "${assembly}" CONTENT "${asm_text}" @ONLY)
  file(CONFIGURE OUTPUT "${source}" @ONLY CONTENT "#include \"isnad/core/embedded_file.hpp\"

#include <array>

extern \"C\" {
${externs}}

namespace ${namespace} {

isnad::EmbeddedFiles ${name}();

isnad::EmbeddedFiles ${name}() {
    static const std::array<isnad::EmbeddedFile, ${n}> files{{
${rows}    }};
    return files;
}

}  // namespace ${namespace}
")
  set_source_files_properties("${assembly}" PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE "${assembly}" "${source}")
endfunction()
