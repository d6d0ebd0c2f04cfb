#include "time_json.hpp"

namespace isnad::app {

using Json = nlohmann::ordered_json;

Json time_as_json(const std::string& text, const CodePointIndex& index, const TimeExpression& time) {
    const auto day = [](const std::optional<Day>& value) { return value ? Json(to_string(*value)) : Json(nullptr); };
    return {{"begin", index.code_point(time.span.begin)},
            {"end", index.code_point(time.span.end)},
            {"text", std::string(time.span.of(text))},
            {"type", to_string(time.type)},
            {"value", time.value},
            {"mod", time.mod.empty() ? Json(nullptr) : Json(time.mod)},
            {"from", day(time.interval.from)},
            {"to", day(time.interval.to)},
            {"certainty", to_string(time.certainty)},
            {"anchor", to_string(time.anchor.kind)},
            {"rule", time.rule},
            {"arithmetic", time.arithmetic}};
}

Json times_of_document(const Document& document, const std::vector<TimeExpression>& times) {
    const CodePointIndex index(document.text);
    Json list = Json::array();
    for (const auto& time : times) list.push_back(time_as_json(document.text, index, time));
    return {{"id", document.id}, {"published", to_string(document.published)}, {"times", std::move(list)}};
}

}  // namespace isnad::app
