// A publication time worked out from the text and the store: what is concluded, and when nothing is.

#include "infer_published.hpp"

#include "isnad/extract/extract.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <filesystem>

using namespace isnad;

namespace {

const Language& language() {
    static const Language built_in(embedded_lexicon());
    return built_in;
}

const TimeGrammar& grammar() {
    static const TimeGrammar built_in(embedded_lexicon());
    return built_in;
}

Document article(const char* id, const char* text, const char* published = nullptr) {
    Document out;
    out.id = id;
    out.text = text;
    if (published != nullptr)
        out.published = parse_publication_time(published).value();
    else
        out.inferred.emplace();
    return out;
}

std::string inferred(const char* text, const Store* store = nullptr) {
    const auto result = app::infer_published(article("x", text), language(), grammar(), store);
    if (!result) return "nothing";
    CHECK_FALSE(result->reasons.empty());
    return to_string(*result->days.from) + " " + to_string(*result->days.to);
}

}  // namespace

TEST_CASE("a date beside today or yesterday gives the day of publication") {
    CHECK(inferred("\u0648\u0635\u0644 \u0627\u0644\u0648\u0641\u062F \u0627\u0644\u064A\u0648\u0645 "
                   "\u0627\u0644\u062E\u0645\u064A\u0633 14 \u064A\u0648\u0644\u064A\u0648 2016.") ==
          "2016-07-14 2016-07-14");
    CHECK(inferred("\u0648\u0635\u0644 \u0627\u0644\u0648\u0641\u062F \u0623\u0645\u0633 "
                   "\u0627\u0644\u062E\u0645\u064A\u0633 14 \u064A\u0648\u0644\u064A\u0648 2016.") ==
          "2016-07-15 2016-07-15");
}

TEST_CASE("a text without a date, or with two that disagree, gives nothing") {
    CHECK(inferred("\u0648\u0635\u0644 \u0627\u0644\u0648\u0641\u062F \u0623\u0645\u0633.") == "nothing");
    CHECK(inferred("\u0648\u0635\u0644 \u0627\u0644\u0648\u0641\u062F \u0627\u0644\u064A\u0648\u0645 "
                   "\u0627\u0644\u062E\u0645\u064A\u0633. \u063A\u0627\u062F\u0631 "
                   "\u0627\u0644\u0648\u0641\u062F \u0627\u0644\u064A\u0648\u0645 "
                   "\u0627\u0644\u062C\u0645\u0639\u0629.") == "nothing");
}

TEST_CASE("a meeting that the store dates tells when yesterday was") {
    const auto folder = std::filesystem::temp_directory_path() / ("isnad-infer-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    {
        auto store = Store::open(folder / "story.db", {.mode = OpenMode::create});
        const char* meeting =
            "\u0627\u0644\u062A\u0642\u0649 \u0648\u0632\u064A\u0631 "
            "\u0627\u0644\u062E\u0627\u0631\u062C\u064A\u0629 "
            "\u0627\u0644\u0623\u0645\u064A\u0631\u0643\u064A \u062C\u0648\u0646 \u0643\u064A\u0631\u064A "
            "\u0623\u0645\u0633 \u0646\u0638\u064A\u0631\u0647 \u0627\u0644\u0631\u0648\u0633\u064A "
            "\u0633\u064A\u0631\u063A\u064A \u0644\u0627\u0641\u0631\u0648\u0641 \u0641\u064A "
            "\u062C\u0646\u064A\u0641.";
        CHECK(inferred(meeting, &store) == "nothing");
        auto known = article("known", meeting, "2016-07-22T10:00:00+03:00");
        auto extraction = extract(known, language());
        const Extracted extracted{std::move(known), std::move(extraction)};
        store.add({&extracted, 1});
        CHECK(inferred(meeting, &store) == "2016-07-22 2016-07-22");
    }
    std::filesystem::remove_all(folder);
}
