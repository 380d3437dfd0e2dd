// Everything that comes from outside has a limit with a name.
#pragma once

#include <chrono>
#include <cstddef>

namespace tagwire {

struct Limits {
    std::size_t article_bytes_max = std::size_t{16} << 20;
    std::size_t front_matter_bytes_max = std::size_t{1} << 20;
    std::size_t configuration_bytes_max = std::size_t{1} << 20;
    std::size_t old_feed_bytes_max = std::size_t{64} << 20;
    std::size_t yaml_nodes_max = 100'000;  // aliases counted each time they are used
    std::size_t yaml_depth_max = 64;
    std::size_t html_depth_max = 256;
    std::size_t summary_graphemes_max = 300;
    std::size_t summary_bytes_max = 16 << 10;
    std::size_t terms_per_article_max = 500;
    std::size_t html_cache_bytes_max = std::size_t{64} << 20;
    std::size_t path_depth_max = 64;
};

}  // namespace tagwire
