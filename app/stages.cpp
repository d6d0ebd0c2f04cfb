#include "stages.hpp"

#include "isnad/graph/store_error.hpp"

#include <fmt/format.h>

#include <exception>
#include <new>

namespace isnad::app {

namespace {

const char* name_of(Stage stage) {
    switch (stage) {
        case Stage::reading: return "be read";
        case Stage::extraction: return "be extracted";
        case Stage::record: return "be written as a record";
        case Stage::store: return "be stored";
    }
    return "be read";
}

/// The exception being handled, in words.
std::string thrown() {
    try {
        throw;
    } catch (const StoreError& error) {
        return error.diagnostic().message;
    } catch (const std::bad_alloc&) {
        return "out of memory";
    } catch (const std::exception& error) {
        return error.what();
    } catch (...) {
        return "an unknown failure";
    }
}

}  // namespace

Diagnostic caught(Stage stage, const Document& document) {
    const std::string article = document.id.empty() ? "the article" : fmt::format("article \"{}\"", document.id);
    return {Severity::error, document.origin.file, document.origin.line, 0,
            fmt::format("{} could not {}: {}", article, name_of(stage), thrown())};
}

std::optional<Diagnostic> walled(Stage stage, const Document& document, const StageHook& hook,
                                 const std::function<void()>& work) {
    try {
        if (hook) hook(stage, document);
        work();
        return std::nullopt;
    } catch (const StoreError& error) {
        if (error.kind() != StoreError::Kind::rejected) throw;
        return caught(stage, document);
    } catch (...) {
        return caught(stage, document);
    }
}

}  // namespace isnad::app
