// Finds the site that a folder of articles belongs to, by the configuration of its generator in that folder or above.
#pragma once

#include "base/digest.hpp"
#include "site/site.hpp"

#include <optional>
#include <string>

namespace tagwire::daemon {

struct FoundSite {
    site::Description description;
    std::string folder;  // of the site, absolute; empty where no configuration was found
    std::string root;    // the folder of articles: what was asked for, or below it what the site has articles in
    std::string prefix;  // of the root's paths in the site's folder: "content/", or empty
    Fingerprint files;   // of the configuration's texts
};

// `content` is an absolute folder. `wanted` is the generator whose site it is; nothing: whichever is recognised.
[[nodiscard]] FoundSite find_site(const std::string& content, std::optional<site::Generator> wanted);

}  // namespace tagwire::daemon
