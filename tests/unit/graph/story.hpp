#pragma once
// Small documents built by hand: the text is made of the words given, and spans are where they stand.

#include "isnad/graph/query.hpp"
#include "isnad/graph/store.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace story {

[[nodiscard]] isnad::Day day(const char* iso);

struct Who {
    const char* key;
    isnad::NodeType type;
    const char* name_en;
    const char* name_ar;
    const char* country;
};

extern const Who kerry, putin, lavrov, de_mistura, russia, usa, moscow, laos, geneva, syria, kremlin;

struct Part {
    isnad::Role role;
    Who who;
};

/// What a sentence tells.
struct Told {
    isnad::EventType type = isnad::EventType::meeting;
    std::vector<Part> parts{};
    const char* from = nullptr;  ///< ISO days; null for open
    const char* to = nullptr;
    bool dated = false;    ///< the text gives an expression
    bool earlier = false;  ///< ... which counts from another event ("less than a month before") and bounds nothing
    std::optional<Who> place{};
    isnad::Modality modality = isnad::Modality::asserted;
    std::vector<Who> sources{};
    const char* topic = "";
    const char* words = "They met in the city";
};

/// Builds one document with its extraction.
class Article {
public:
    Article(const char* id, const char* published, const char* outlet = "");
    Article& tell(const Told& told);
    Article& say(const Who& speaker, const char* words, std::optional<isnad::Stance> about_last = std::nullopt);
    Article& names(const Who& who, const char* words);
    [[nodiscard]] const isnad::Extracted& done() const { return m_out; }

private:
    isnad::Span append(const std::string& words);
    isnad::NodeIndex node(const Who& who);
    isnad::Extracted m_out;
};

/// A store in a folder of its own, removed in the end.
class TemporaryStore {
public:
    TemporaryStore();
    ~TemporaryStore();
    TemporaryStore(const TemporaryStore&) = delete;
    TemporaryStore& operator=(const TemporaryStore&) = delete;
    isnad::Store& operator*() { return *m_store; }
    isnad::Store* operator->() { return m_store.operator->(); }
    [[nodiscard]] std::filesystem::path path() const { return m_folder / "story.db"; }
    [[nodiscard]] std::filesystem::path folder() const { return m_folder; }
    void reopen(isnad::OpenMode mode);
    void close() { m_store.reset(); }

private:
    std::filesystem::path m_folder;
    std::optional<isnad::Store> m_store;
};

/// The five documents around two days in Moscow: a plan, its fulfilment, tellings without a date, a later meeting.
[[nodiscard]] std::vector<isnad::Extracted> moscow_story();

}  // namespace story
