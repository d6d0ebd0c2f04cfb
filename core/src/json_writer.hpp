#pragma once
// JSON written straight into a string, field by field: no tree is built. The bytes are those of a compact dump of
// nlohmann/json with keys in the order in which they are written and non-ASCII letters as they are; bytes that are not
// UTF-8 become U+FFFD.

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : m_out(out) {}

    void open_object() { open('{'); }
    void close_object() { close('}'); }
    void open_array() { open('['); }
    void close_array() { close(']'); }
    /// The name of the next value of an object. It must need no escapes.
    void key(std::string_view name);
    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(std::uint64_t number);
    void null();

    /// A field of an object.
    template <class Value>
    void field(std::string_view name, const Value& v) {
        key(name);
        value(v);
    }

private:
    void open(char bracket);
    void close(char bracket);
    void part();

    std::string& m_out;
    bool m_first = true;  ///< of the object or array that is open
};

}  // namespace isnad
