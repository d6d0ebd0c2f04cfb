#pragma once
// The open set of file formats. Each is written from a view; the same view gives the same bytes.

#include "isnad/export/tongue.hpp"
#include "isnad/graph/view.hpp"

#include <cstdint>
#include <memory>
#include <ostream>
#include <span>
#include <string_view>

namespace isnad {

/// What the size of a node stands for.
enum class SizeBy : std::uint8_t { page_rank, degree };

struct ExportOptions {
    Tongue tongue = Tongue::en;  ///< of labels
    bool people = false;         ///< graphs: actor to actor, aggregated, instead of events joined to actors
    SizeBy size_by = SizeBy::page_rank;
};

class Exporter {
public:
    Exporter() = default;
    virtual ~Exporter() = default;
    Exporter(const Exporter&) = delete;
    Exporter& operator=(const Exporter&) = delete;

    virtual void write(const View& view, std::ostream& out, const ExportOptions& options) const = 0;
};

struct ExportFormat {
    std::string_view name;     ///< as typed: "graphml"
    std::string_view summary;  ///< one line
    std::unique_ptr<Exporter> (*make)();
    bool graph = false;          ///< a graph: has use for ExportOptions::people and size_by, none for statements
    bool texts = false;          ///< needs ViewFilter::texts
    Tongue tongue = Tongue::en;  ///< of labels when the user names none
};

/// Every format, in the order of the help.
[[nodiscard]] std::span<const ExportFormat> export_formats();

/// The format of a name; null when there is none.
[[nodiscard]] const ExportFormat* find_format(std::string_view name);

}  // namespace isnad
