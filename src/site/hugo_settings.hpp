// What Hugo's configuration says of articles: https://gohugo.io/getting-started/configuration/, version 0.111.
#pragma once

#include "base/problem.hpp"
#include "site/hugo_path.hpp"
#include "site/settings.hpp"
#include "site/site.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::site {

struct HugoLanguage {
    std::string key;       // "zh-cn": of file names, "a.zh-cn.md", and of addresses
    std::string code;      // BCP 47: its languageCode, else its key
    std::string base_url;  // of a site with a host for each language; else empty
    std::string content;   // the folder of its files in the site's folder: "content/"
    std::map<std::string, std::string, std::less<>> permalinks;  // patterns by section; "" is that of files in none
    long weight = 0;
    bool disabled = false;
};

// `cascade` of the configuration: front matter of all pages that its target names.
struct HugoCascade {
    yaml::Value defaults;
    std::string path;      // a glob; empty: all
    std::string language;  // a glob; empty: all
};

// An entry of `ignoreFiles`: text that the path of a file holds or ends with.
struct HugoIgnoredName {
    std::string text;
    bool at_end = false;
};

struct HugoSettings {
    std::vector<HugoLanguage> languages;  // never empty, those that are disabled among them
    std::size_t default_language = 0;
    bool default_in_subfolder = false;
    HugoPathOptions paths;
    bool ugly_urls = false;
    std::set<std::string, std::less<>> ugly_sections;
    std::vector<std::string> date_keys;  // in lower case, and ":filename"
    std::vector<HugoCascade> cascades;   // the one that counts most last
    std::vector<HugoIgnoredName> ignored_names;

    std::vector<std::string> notes;  // what is there and not followed, for people

    [[nodiscard]] bool is_multilingual() const;  // of those that are not disabled
    [[nodiscard]] bool dates_names() const;      // a file's name may begin with its date
    [[nodiscard]] const HugoLanguage* find_language(std::string_view key) const;
};

// Problems are warnings, "site-configuration".
[[nodiscard]] HugoSettings read_hugo_settings(const Setting& root, Problems& problems);

}  // namespace tagwire::site
