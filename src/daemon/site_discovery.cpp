#include "daemon/site_discovery.hpp"

#include "daemon/read_text.hpp"

#include <filesystem>

namespace tagwire::daemon {

namespace {

namespace fs = std::filesystem;

constexpr int levels_above = 3;  // "site/content/en/news"

void read_into(site::Files& files, const fs::path& folder, const std::string& path) {
    std::error_code error;
    if (!fs::is_regular_file(folder / path, error)) return;
    if (auto text = read_text((folder / path).string())) files.emplace(path, std::move(*text));
}

site::Files configuration_in(const fs::path& folder) {
    site::Files files;
    for (const std::string& path : site::configuration_paths()) {
        if (!path.ends_with('/')) {
            read_into(files, folder, path);
            continue;
        }
        std::error_code error;
        for (fs::directory_iterator entry(folder / path, error), end; !error && entry != end; entry.increment(error)) {
            read_into(files, folder, path + entry->path().filename().string());
        }
    }
    return files;
}

Fingerprint of_all(const site::Files& files) {
    std::string all;
    for (const auto& [path, text] : files) all.append(path).append(1, '\0').append(text).append(1, '\0');
    return fingerprint(all);
}

// The path of a folder in the site's, with a slash at its end; nothing if it lies elsewhere.
std::optional<std::string> prefix_of(const fs::path& folder, const fs::path& site_folder) {
    const std::string path = folder.lexically_relative(site_folder).generic_string();
    if (path == ".") return "";
    if (path.empty() || path == ".." || path.starts_with("../")) return std::nullopt;
    return path + "/";
}

bool is_within(const std::string& prefix, const std::string& content) {
    return content.empty() || prefix.starts_with(content + "/");
}

std::optional<FoundSite> site_in(const fs::path& site_folder, const fs::path& content,
                                 std::optional<site::Generator> wanted) {
    const site::Files files = configuration_in(site_folder);
    const auto generator = site::recognise(files);
    if (!generator || (wanted && *wanted != *generator)) return std::nullopt;
    FoundSite found{site::describe(*generator, files), site_folder.string(), content.string(), {}, of_all(files)};
    const std::string& articles = found.description.content;
    std::error_code error;
    if (content == site_folder && !articles.empty() && fs::is_directory(content / articles, error)) {
        found.root = (content / articles).lexically_normal().string();
    }
    const auto prefix = prefix_of(found.root, site_folder);
    if (!prefix || (content != site_folder && !is_within(*prefix, articles))) return std::nullopt;
    found.prefix = *prefix;
    return found;
}

// A generator that was named but has no configuration: the folder is taken for its folder of articles, or for what it
// is called there ("source/_posts").
FoundSite site_without_configuration(const fs::path& content, site::Generator generator) {
    FoundSite found{site::describe(generator, {}), {}, content.string(), {}, {}};
    const std::string& articles = found.description.content;
    if (!articles.empty()) found.prefix = articles + "/";
    if (content.filename() == "_posts") found.prefix += "_posts/";
    return found;
}

}  // namespace

FoundSite find_site(const std::string& content, std::optional<site::Generator> wanted) {
    const fs::path root(content);
    fs::path folder = root;
    const bool is_plain = wanted == site::Generator::plain;
    for (int level = 0; level <= levels_above && !is_plain; ++level) {
        if (auto found = site_in(folder, root, wanted)) return *std::move(found);
        if (!folder.has_relative_path()) break;
        folder = folder.parent_path();
    }
    return site_without_configuration(root, wanted.value_or(site::Generator::plain));
}

}  // namespace tagwire::daemon
