// Hashes and the identifiers made of them. None is a cryptographic promise.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tagwire {

// XXH3-128 of some bytes; the value does not depend on the machine.
struct Fingerprint {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    friend auto operator<=>(const Fingerprint&, const Fingerprint&) = default;
};
[[nodiscard]] Fingerprint fingerprint(std::string_view bytes);

// XXH3-64.
[[nodiscard]] std::uint64_t hash64(std::string_view bytes);
[[nodiscard]] std::string sha1_hex(std::string_view bytes);  // for addresses that another program made with it
[[nodiscard]] std::string hex(std::uint64_t value);          // 16 digits, lower case

// "urn:uuid:" + UUIDv5(UUIDv5(DNS, domain), name), RFC 4122 §4.3.
[[nodiscard]] std::string uuid_urn(std::string_view domain, std::string_view name);

}  // namespace tagwire

template <>
struct std::hash<tagwire::Fingerprint> {
    std::size_t operator()(const tagwire::Fingerprint& value) const noexcept { return value.low; }
};
