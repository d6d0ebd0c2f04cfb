#include "story_store.hpp"

#include "isnad/extract/extract.hpp"
#include "isnad/graph/store.hpp"

#include <unistd.h>

#include <fstream>
#include <iterator>
#include <vector>

namespace fuzz {

namespace {

namespace fs = std::filesystem;

struct Folder {
    Folder() : path(fs::temp_directory_path() / ("isnad_fuzz_" + std::to_string(getpid()))) {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() {
        std::error_code error;
        fs::remove_all(path, error);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    fs::path path;
};

fs::path make_store() {
    auto path = scratch_folder() / "whole.db";
    std::ifstream in(fs::path(ISNAD_SOURCE_DIR) / "tests" / "fuzz" / "extract_seed.txt", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const isnad::Language language(isnad::embedded_lexicon());
    std::vector<isnad::Extracted> articles;
    for (const char* day : {"2016-07-15", "2016-07-16"}) {
        isnad::Extracted article;
        article.document.id = day;
        article.document.published = isnad::parse_publication_time(day).value();
        article.document.text = text;
        article.extraction = isnad::extract(article.document, language);
        isnad::drop_repeats(article.extraction);
        articles.push_back(std::move(article));
    }
    auto store = isnad::Store::open(path, {.mode = isnad::OpenMode::create});
    store.add(articles);
    store.fuse();
    return path;
}

}  // namespace

const fs::path& scratch_folder() {
    static const Folder folder;
    return folder.path;
}

const fs::path& story_store() {
    static const auto path = make_store();
    return path;
}

const std::string& story_store_bytes() {
    static const auto bytes = [] {
        std::ifstream in(story_store(), std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }();
    return bytes;
}

}  // namespace fuzz
