#include "base/digest.hpp"

#include <boost/uuid/detail/sha1.hpp>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>

#include <xxhash.h>

#include <array>

namespace tagwire {

Fingerprint fingerprint(std::string_view bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return {hash.high64, hash.low64};
}

std::uint64_t hash64(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::string hex(std::uint64_t value) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text(16, '0');
    for (auto position = text.rbegin(); position != text.rend(); ++position, value >>= 4)
        *position = digits[value & 15];
    return text;
}

std::string sha1_hex(std::string_view bytes) {
    boost::uuids::detail::sha1 sha1;
    sha1.process_bytes(bytes.data(), bytes.size());
    boost::uuids::detail::sha1::digest_type words{};
    sha1.get_digest(words);
    std::string text;
    for (const std::uint32_t word : words) text += hex(word).substr(8);
    return text;
}

std::string uuid_urn(std::string_view domain, std::string_view name) {
    using boost::uuids::name_generator_sha1;
    const auto space = name_generator_sha1(boost::uuids::ns::dns())(domain.data(), domain.size());
    const auto uuid = name_generator_sha1(space)(name.data(), name.size());
    return "urn:uuid:" + boost::uuids::to_string(uuid);
}

}  // namespace tagwire
