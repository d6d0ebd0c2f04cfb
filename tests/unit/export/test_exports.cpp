#include "isnad/export/csv.hpp"
#include "isnad/export/exporter.hpp"
#include "isnad/export/gexf.hpp"
#include "isnad/export/graphml.hpp"
#include "isnad/export/icalendar.hpp"
#include "isnad/export/json_timeline.hpp"
#include "isnad/export/timelinejs.hpp"

#include "sample_view.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace isnad::testing;  // the makers of views

namespace {

template <class Write>
std::string written(const isnad::View& view, const Write& write) {
    std::ostringstream out;
    write(view, out, isnad::ExportOptions{});
    return out.str();
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++n;
    return n;
}

}  // namespace

TEST_CASE("GraphML declares each key once, in Gephi's names, and writes every value") {
    const std::string xml = written(meeting_view("x"), isnad::write_graphml);
    for (const char* name : {"label", "size", "color", "x", "y", "weight"}) {
        CHECK(count(xml, std::string("<key id=\"") + name + "\"") == 1);
    }
    CHECK(xml.find("<default>") == std::string::npos);
    CHECK(count(xml, "<data key=\"wikidata\">") == count(xml, "<node "));
    CHECK(count(xml, "<data key=\"weight\">") == count(xml, "<edge "));
    CHECK(count(xml, "<node ") == 4);
    CHECK(count(xml, "<edge ") == 3);
    CHECK(xml.find("INF") == std::string::npos);
    CHECK(xml.find("https://example.org/%49NF/") != std::string::npos);
}

TEST_CASE("GraphML holds no character that XML forbids") {
    const std::string xml = written(meeting_view(hostile), isnad::write_graphml);
    CHECK(xml.find('\x01') == std::string::npos);
    CHECK(xml.find('\x1B') == std::string::npos);
    CHECK(xml.find('\r') == std::string::npos);
    CHECK(xml.find("<![CDATA[") != std::string::npos);
    CHECK(xml.find("]]]]><![CDATA[>") != std::string::npos);
    CHECK(xml.find("\u2028") != std::string::npos);
}

TEST_CASE("the timeline gives hostile text back as it was") {
    const auto json = nlohmann::json::parse(written(meeting_view(hostile), isnad::write_json_timeline));
    CHECK(json["actors"][0]["name_ar"] == hostile);
    CHECK(json["documents"][0]["outlet"] == hostile);
    CHECK(json["events"][0]["topic"] == hostile);
    CHECK(json["events"][0]["tellings"][1]["text"] == hostile);
    CHECK(json["events"][0]["from"] == "2016-07-14");
    CHECK(json["events"][0]["participants"][1]["role"] == "host");
}

TEST_CASE("an empty view makes well-formed exports") {
    CHECK(nlohmann::json::parse(written(isnad::View{}, isnad::write_json_timeline))["events"].empty());
    CHECK(written(isnad::View{}, isnad::write_graphml).find("</graphml>") != std::string::npos);
}

TEST_CASE("the same view gives the same bytes") {
    for (const isnad::ExportFormat& format : isnad::export_formats()) {
        const auto write = [&](const isnad::View& view, std::ostream& out, const isnad::ExportOptions& options) {
            format.make()->write(view, out, options);
        };
        CHECK(written(meeting_view("x"), write) == written(meeting_view("x"), write));
        CHECK(isnad::find_format(format.name) == &format);
    }
    CHECK(isnad::find_format("postcard") == nullptr);
}

TEST_CASE("GEXF gives an event its day, actors the days of their events, and the undated none") {
    isnad::View view = meeting_view("x");
    view.events.push_back(view.events[0]);
    view.events[1].key = isnad::EventKey("20160715-call-00000002");
    view.events[1].when = isnad::one_day(day("2016-07-15"));
    view.events.push_back(view.events[0]);
    view.events[2].key = isnad::EventKey("undated-call-00000003");
    view.events[2].when = {};
    const std::string xml = written(view, isnad::write_gexf);
    CHECK(count(xml, "<spell start=\"2016-07-14\" end=\"2016-07-15\"/>") == 4);  // the event and its three edges
    CHECK(count(xml, "<spell start=\"2016-07-14\" end=\"2016-07-16\"/>") == 3);  // two people and the town
    CHECK(count(xml, "<spells>") == count(xml, "<node ") + count(xml, "<edge ") - 4);
    CHECK(xml.find("mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\" timezone=\"UTC\"") !=
          std::string::npos);
}

TEST_CASE("the graph of people has one edge a pair, with its counts and days") {
    isnad::View view = meeting_view("x");
    view.events.push_back(view.events[0]);
    view.events[1].key = isnad::EventKey("20160720-call-00000002");
    view.events[1].type = isnad::EventType::demand;
    view.events[1].modality = isnad::Modality::planned;
    view.events[1].when = isnad::one_day(day("2016-07-20"));
    std::ostringstream out;
    isnad::write_graphml(view, out, {.people = true});
    const std::string xml = out.str();
    CHECK(count(xml, "<node ") == 2);
    CHECK(count(xml, "<edge ") == 1);
    for (const char* part : {"<data key=\"weight\">2<", "<data key=\"encounters\">1<", "<data key=\"happened\">1<",
                             "<data key=\"expected\">1<", "<data key=\"first\">2016-07-14<",
                             "<data key=\"last\">2016-07-20<", "<data key=\"types\">meeting demand<"}) {
        INFO(part);
        CHECK(xml.find(part) != std::string::npos);
    }
}

TEST_CASE("TimelineJS gets the parts of a date that are known, as numbers") {
    isnad::View view = meeting_view("x");
    view.events[0].when = {day("2016-07-01"), day("2016-07-31")};
    view.events[0].certainty = isnad::Certainty::approximate;
    const auto slide = nlohmann::json::parse(written(view, isnad::write_timelinejs))["events"][0];
    CHECK(slide["start_date"] == nlohmann::json{{"year", 2016}, {"month", 7}});
    CHECK_FALSE(slide.contains("end_date"));
    CHECK(slide["display_date"] == "July 2016 (date approximate)");
    CHECK(slide["unique_id"] == "20160714-meeting-00000001");

    view.events[0].when = {std::nullopt, day("2016-07-14")};
    const auto open = nlohmann::json::parse(written(view, isnad::write_timelinejs))["events"][0];
    CHECK(open["start_date"] == nlohmann::json{{"year", 2016}, {"month", 7}, {"day", 14}});
    CHECK_FALSE(open.contains("end_date"));
}

TEST_CASE("a calendar holds events of known days only, plans as tentative") {
    isnad::View view = meeting_view("x");
    view.events[0].modality = isnad::Modality::planned;
    view.events.push_back(view.events[0]);
    view.events[1].when.from.reset();
    const std::string text = written(view, isnad::write_icalendar);
    CHECK(count(text, "BEGIN:VEVENT\r\n") == 1);
    CHECK(text.find("STATUS:TENTATIVE\r\n") != std::string::npos);
    CHECK(text.find("SUMMARY:Planned: ") != std::string::npos);
    CHECK(text.find("DTSTART;VALUE=DATE:20160714\r\nDTEND;VALUE=DATE:20160715\r\n") != std::string::npos);
    CHECK(text.find("DTSTAMP:20160715T000000Z\r\n") != std::string::npos);
}

TEST_CASE("a spreadsheet sees no formula in a cell, and taking one apostrophe away gives the text back") {
    const auto cell = [](const std::string& text) {
        std::string out;
        isnad::append_csv_cell(out, text);
        return out;
    };
    CHECK(cell("=1+1") == "'=1+1");
    CHECK(cell("'x") == "''x");
    CHECK(cell("a, \"b\"") == "\"a, \"\"b\"\"\"");
    CHECK(cell("-2\n3") == "\"'-2\n3\"");
    CHECK(cell("\n=1") == "\"'\n=1\"");
    CHECK(cell("\uFF1D1") == "'\uFF1D1");
    CHECK(cell("plain") == "plain");
}
