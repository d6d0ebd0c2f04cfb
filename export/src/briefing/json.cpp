#include "isnad/export/briefing.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace isnad {

namespace {

using Json = nlohmann::ordered_json;

Json day_or_null(const std::optional<Day>& day) { return day ? Json(to_string(*day)) : Json(nullptr); }

Json to_json(const BriefingReport& report) {
    return {
        {"document", report.document.text()}, {"outlet", report.outlet},  {"published", to_string(report.published)},
        {"inferred", report.inferred},        {"title", report.title},    {"url", report.url},
        {"how", to_string(report.how)},       {"word_of", report.word_of}};
}

Json to_json(const BriefingLine& line) {
    Json reports = Json::array();
    for (const BriefingReport& report : line.reports) reports.push_back(to_json(report));
    return {{"number", line.number},
            {"kind", to_string(line.kind)},
            {"key", line.key},
            {"from", day_or_null(line.day.from)},
            {"to", day_or_null(line.day.to)},
            {"when", line.when},
            {"mark", line.mark},
            {"text", line.text},
            {"remark", line.remark},
            {"outlets", line.outlets},
            {"importance", line.importance},
            {"sources", std::move(reports)}};
}

}  // namespace

void write_json(const Briefing& briefing, std::ostream& out) {
    Json root{{"title", briefing.title},
              {"extent", briefing.extent},
              {"from", day_or_null(briefing.period.from)},
              {"to", day_or_null(briefing.period.to)},
              {"sections", Json::array()}};
    for (const BriefingSection& section : briefing.sections) {
        Json lines = Json::array();
        for (const BriefingLine& line : section.lines) lines.push_back(to_json(line));
        root["sections"].push_back({{"kind", to_string(section.kind)},
                                    {"from", day_or_null(section.when.from)},
                                    {"to", day_or_null(section.when.to)},
                                    {"heading", section.heading},
                                    {"lines", std::move(lines)}});
    }
    out << root.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace isnad
