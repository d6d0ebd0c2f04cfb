#pragma once
// Names of things in the store that stay the same from run to run. Keys of different things are different types:
// giving a document where an event is asked for does not compile.

#include <compare>
#include <string>
#include <utility>

namespace isnad {

template <class Tag>
class StoreKey {
public:
    StoreKey() = default;
    explicit StoreKey(std::string text) : m_text(std::move(text)) {}

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    friend auto operator<=>(const StoreKey&, const StoreKey&) = default;

private:
    std::string m_text;
};

using DocumentKey = StoreKey<struct DocumentKeyTag>;  ///< Document::id
using ActorKey = StoreKey<struct ActorKeyTag>;        ///< Node::key
using EventKey = StoreKey<struct EventKeyTag>;        ///< an event instance: ASCII, "20160714-meeting-1f6a09c2"

}  // namespace isnad
