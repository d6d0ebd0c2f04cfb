#include "seen_articles.hpp"

#include "isnad/core/digest.hpp"

#include <algorithm>

namespace isnad::app {

namespace {

Digest::Value content_of(const Document& d) {
    Digest digest;
    digest.text(d.inferred ? std::string() : to_string(d.published));
    return digest.text(d.source).text(d.title).text(d.url).text(d.author).text(d.language).text(d.text).finish();
}

template <class Key>
Key shortened(const Digest::Value& value) {
    Key out{};
    std::copy_n(value.begin(), out.size(), out.begin());
    return out;
}

}  // namespace

std::optional<SeenArticles::Earlier> SeenArticles::note(const Document& document) {
    if (m_files.empty() || m_files.back() != document.origin.file) m_files.push_back(document.origin.file);
    const auto content = shortened<Key>(content_of(document));
    const auto [at, is_new] = m_entries.try_emplace(shortened<Key>(Digest().text(document.id).finish()),
                                                    Entry{content, m_files.size() - 1, document.origin.line});
    if (is_new) return std::nullopt;
    const Entry& first = at->second;
    Earlier out;
    out.origin.file = m_files[first.file];
    out.origin.line = first.line;
    out.same_content = first.content == content;
    return out;
}

}  // namespace isnad::app
