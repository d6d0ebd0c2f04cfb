// hostile_exports FOLDER: a view whose every text is hostile, in every format, with the texts beside it
// (expected.json).

#include "isnad/export/briefing.hpp"
#include "isnad/export/exporter.hpp"

#include "sample_view.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>

namespace {

/// Some 18 kB of Arabic.
std::string long_arabic() {
    std::string out;
    while (out.size() < 18 * 1024) out += "\u0646\u0635\u0651 \u0639\u0631\u0628\u064A\u060C ";
    return out + "\u0646\u0647\u0627\u064A\u0629";
}

void write_all(const isnad::View& view, const std::filesystem::path& folder, const std::string& stem) {
    for (const isnad::ExportFormat& format : isnad::export_formats()) {
        if (format.texts) continue;  // the page: read by a browser in page.py
        for (const bool people : {false, true}) {
            if (people && !format.graph) continue;
            isnad::ExportOptions options;
            options.people = people;
            std::ofstream out(folder / (stem + (people ? "_people." : ".") + std::string(format.name)),
                              std::ios::binary);
            format.make()->write(view, out, options);
        }
    }
    const isnad::Briefing briefing = isnad::make_briefing(view);
    std::ofstream markdown(folder / (stem + ".md"), std::ios::binary);
    isnad::write_markdown(briefing, markdown);
    std::ofstream html(folder / (stem + ".html"), std::ios::binary);
    isnad::write_html(briefing, html);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: hostile_exports FOLDER\n";
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    nlohmann::json expected;
    const std::string guarded = "'" + isnad::testing::hostile;
    for (const auto& [stem, text] : {std::pair<std::string, std::string>{"hostile", isnad::testing::hostile},
                                     {"apostrophe", guarded},
                                     {"formula", "@SUM(A1:A9)"},
                                     {"long", long_arabic()}}) {
        write_all(isnad::testing::meeting_view(text), folder, stem);
        expected[stem] = text;
    }
    std::ofstream(folder / "expected.json") << expected;
    return 0;
}
