#pragma once
// Arabic letters as UTF-8, for sources that are ASCII.

#include <string_view>

namespace isnad::arabic {

inline constexpr std::string_view alef = "\xD8\xA7";
inline constexpr std::string_view hamza = "\xD8\xA1";
inline constexpr std::string_view beh = "\xD8\xA8";
inline constexpr std::string_view teh = "\xD8\xAA";
inline constexpr std::string_view teh_marbuta = "\xD8\xA9";
inline constexpr std::string_view seen = "\xD8\xB3";
inline constexpr std::string_view feh = "\xD9\x81";
inline constexpr std::string_view kaf = "\xD9\x83";
inline constexpr std::string_view lam = "\xD9\x84";
inline constexpr std::string_view meem = "\xD9\x85";
inline constexpr std::string_view noon = "\xD9\x86";
inline constexpr std::string_view heh = "\xD9\x87";
inline constexpr std::string_view waw = "\xD9\x88";
inline constexpr std::string_view alef_maqsura = "\xD9\x89";
inline constexpr std::string_view yeh = "\xD9\x8A";
/// Alef lam.
inline constexpr std::string_view article = "\xD8\xA7\xD9\x84";

}  // namespace isnad::arabic
