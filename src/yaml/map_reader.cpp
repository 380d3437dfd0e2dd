#include "base/text.hpp"
#include "yaml/value.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace tagwire::yaml {

namespace {

struct Unit {
    std::string_view name;
    double factor;
};

constexpr std::array<Unit, 8> size_units{
    {{"", 1}, {"B", 1}, {"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"KiB", 1 << 10}, {"MiB", 1 << 20}, {"GiB", 1 << 30}}};
constexpr std::array<Unit, 6> time_units{{{"", 1}, {"ms", 1e-3}, {"s", 1}, {"min", 60}, {"h", 3600}, {"d", 86400}}};

// A number ≥ 0 with one of the units, in the first one; nothing if it is not one.
template <std::size_t count>
std::optional<double> read_amount(std::string_view text, const std::array<Unit, count>& units) {
    double amount = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
    if (error != std::errc() || !std::isfinite(amount) || amount < 0) return std::nullopt;
    const std::string_view name = trim(text.substr(static_cast<std::size_t>(end - text.data())));
    const auto unit = std::find_if(units.begin(), units.end(),
                                   [&](const Unit& known) { return equals_ignoring_ascii_case(known.name, name); });
    if (unit == units.end()) return std::nullopt;
    return amount * unit->factor;
}

// How many letters must be changed, added or left out to make `b` of `a`.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, diagonal + 1, row[j] + 1});
        }
    }
    return row.back();
}

// Ends with the remedy for a key that nobody knows.
std::string advice(std::string_view key, const std::vector<std::string>& known) {
    constexpr std::size_t key_octets_max = 64;
    if (known.empty() || key.size() > key_octets_max) return "remove it";
    const auto nearest = std::min_element(known.begin(), known.end(), [&](const auto& a, const auto& b) {
        return edit_distance(key, a) < edit_distance(key, b);
    });
    if (edit_distance(key, *nearest) <= std::max<std::size_t>(2, key.size() / 3))
        return "did you mean \"" + *nearest + "\"?";
    std::string names;
    for (const std::string& name : known) names += (names.empty() ? "" : ", ") + name;
    return "the keys here are " + names;
}

}  // namespace

MapReader::MapReader(const Value& map, std::string_view file, Problems& problems)
    : map_(map),
      file_(file),
      problems_(problems) {
    if (map.kind == Kind::map || map.kind == Kind::null) return;
    report(map, "bad-value", "keys and values are expected here, as in \"key: value\"");
}

const Value* MapReader::value(std::string_view key) {
    known_.emplace_back(key);
    const Value* found = map_.find(key);
    return found == nullptr || found->kind == Kind::null ? nullptr : found;
}

const Value* MapReader::map(std::string_view key) {
    const Value* found = value(key);
    if (found == nullptr || found->kind == Kind::map) return found;
    report(*found, "bad-value", '"' + std::string(key) + "\" must have keys of its own, indented below it");
    return nullptr;
}

const Value* MapReader::scalar(std::string_view key) {
    const Value* found = value(key);
    if (found == nullptr || found->kind == Kind::scalar) return found;
    report(*found, "bad-value", '"' + std::string(key) + "\" must have one value, not a list or a map");
    return nullptr;
}

std::optional<std::string> MapReader::text(std::string_view key) {
    const Value* found = scalar(key);
    if (found == nullptr) return std::nullopt;
    return found->scalar;
}

std::optional<bool> MapReader::boolean(std::string_view key) {
    const Value* found = scalar(key);
    if (found == nullptr) return std::nullopt;
    const std::string word = lower_ascii(found->scalar);
    if (word == "true" || word == "yes" || word == "on") return true;
    if (word == "false" || word == "no" || word == "off") return false;
    report(*found, "bad-value", '"' + std::string(key) + "\" must be true or false");
    return std::nullopt;
}

std::optional<std::size_t> MapReader::size(std::string_view key) {
    const Value* found = scalar(key);
    if (found == nullptr) return std::nullopt;
    const std::string& text = found->scalar;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size()) return number;
    report(*found, "bad-value", '"' + std::string(key) + "\" must be a whole number, 0 or more");
    return std::nullopt;
}

std::optional<std::size_t> MapReader::bytes(std::string_view key) {
    const Value* found = scalar(key);
    if (found == nullptr) return std::nullopt;
    constexpr double exact_max = 9007199254740992.0;  // 2^53: above it, doubles have gaps
    const std::optional<double> amount = read_amount(found->scalar, size_units);
    if (amount && *amount <= exact_max) return static_cast<std::size_t>(*amount);
    report(*found, "bad-value", '"' + std::string(key) + "\" must be a size such as 4096, 512KiB or 1MiB");
    return std::nullopt;
}

std::optional<double> MapReader::seconds(std::string_view key) {
    const Value* found = scalar(key);
    if (found == nullptr) return std::nullopt;
    const std::optional<double> amount = read_amount(found->scalar, time_units);
    if (amount) return amount;
    report(*found, "bad-value", '"' + std::string(key) + "\" must be a time such as 200ms, 3s, 15min or 2h");
    return std::nullopt;
}

std::optional<std::vector<std::string>> MapReader::texts(std::string_view key) {
    const Value* found = value(key);
    if (found == nullptr) return std::nullopt;
    if (found->kind == Kind::scalar) return std::vector<std::string>{found->scalar};
    std::vector<std::string> result;
    for (const Value& item : found->items) {
        if (item.kind == Kind::scalar) result.push_back(item.scalar);
    }
    if (found->kind == Kind::list && result.size() == found->items.size()) return result;
    report(*found, "bad-value", '"' + std::string(key) + "\" must be a list of texts, such as [a, b]");
    return std::nullopt;
}

void MapReader::nested(std::string_view key, const std::function<void(MapReader& map)>& read) {
    const Value* const found = map(key);
    if (found == nullptr) return;
    MapReader reader(*found, file_, problems_);
    read(reader);
    reader.finish();
}

void MapReader::report(const Value& at, std::string code, std::string message) {
    problems_.push_back({Severity::error, std::move(code), file_, at.mark.line, at.mark.column, std::move(message)});
}

void MapReader::finish() {
    for (const Member& member : map_.members) {
        if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
        problems_.push_back({Severity::error, "unknown-key", file_, member.mark.line, member.mark.column,
                             "there is no key \"" + member.key + "\"; " + advice(member.key, known_)});
    }
}

}  // namespace tagwire::yaml
