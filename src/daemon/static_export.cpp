#include "daemon/static_export.hpp"

#include "base/uri.hpp"
#include "daemon/article_bodies.hpp"
#include "daemon/export_folder.hpp"
#include "shelf/gzip.hpp"
#include "shelf/renderer.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace tagwire::daemon {

namespace {

constexpr std::string_view gzip_suffix = ".gz";

using Files = std::map<std::string, const shelf::Recipe*>;

bool is_file_path(std::string_view path) {
    if (path.empty() || path.find('\0') != std::string_view::npos || path.find('\n') != std::string_view::npos)
        return false;
    while (true) {
        const auto slash = path.find('/');
        const std::string_view name = path.substr(0, slash);
        if (name.empty() || name == "." || name == "..") return false;
        if (slash == std::string_view::npos) return true;
        path.remove_prefix(slash + 1);
    }
}

bool is_page(const shelf::Recipe& recipe) { return shelf::media_type(recipe).starts_with("text/html"); }

void add(const std::vector<shelf::Recipe>& recipes, const std::string& base_url, const ExportOptions& options,
         Files& files) {
    for (const shelf::Recipe& recipe : recipes) {
        if (options.no_pages && is_page(recipe)) continue;
        // Feeds come before articles: an article whose URL is that of a feed gives way.
        if (const auto file = file_of(shelf::url(recipe), base_url)) files.try_emplace(*file, &recipe);
    }
}

std::vector<std::string> names(const Files& files, const ExportOptions& options) {
    std::vector<std::string> names;
    for (const auto& [file, recipe] : files) {
        names.push_back(file);
        if (options.gzip) names.push_back(file + std::string(gzip_suffix));
    }
    return names;
}

Result<void> write_file(ExportFolder& folder, const std::string& file, const std::string& bytes,
                        const ExportOptions& options) {
    auto written = folder.write(file, bytes);
    if (!written || !options.gzip) return written;
    return folder.write(file + std::string(gzip_suffix), shelf::gzip(bytes));
}

// Renders and writes on all processors; the first error ends it.
Result<void> write_all(const Files& files, shelf::Renderer& renderer, ExportFolder& folder,
                       const ExportOptions& options) {
    const std::vector<std::pair<std::string, const shelf::Recipe*>> list(files.begin(), files.end());
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    std::optional<Error> failed;
    const auto work = [&] {
        for (std::size_t i = next++; i < list.size(); i = next++) {
            auto written = write_file(folder, list[i].first, renderer.render(*list[i].second), options);
            if (written) continue;
            const std::lock_guard lock(mutex);
            failed = written.error();
            next = list.size();
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (unsigned i = 1; i < std::max(1U, std::thread::hardware_concurrency()); ++i) helpers.emplace_back(work);
        work();
    }
    if (failed) return *failed;
    return {boost::system::in_place_value};
}

}  // namespace

std::optional<std::string> file_of(std::string_view url, std::string_view base_url) {
    if (!url.starts_with(base_url)) return std::nullopt;
    url.remove_prefix(base_url.size());
    auto path = decode_percent(url.substr(0, url.find_first_of("?#")));
    if (!path) return std::nullopt;
    if (path->empty() || path->ends_with('/')) *path += "index.html";
    if (!is_file_path(*path)) return std::nullopt;
    return path;
}

Result<ExportSummary> export_site(const Snapshot& snapshot, const ExportOptions& options) {
    const Settings& settings = snapshot.publisher().settings();
    const std::vector<shelf::Recipe> archives = snapshot.publisher().feeds().archives();
    Files files;
    add(snapshot.publication().recipes, settings.site.base_url, options, files);
    add(archives, settings.site.base_url, options, files);
    auto folder = ExportFolder::open(options.folder, options.force ? ForeignFiles::overwrite : ForeignFiles::respect);
    if (!folder) return folder.error();
    if (auto claimed = folder->claim(names(files, options)); !claimed) return claimed.error();
    ArticleBodies bodies(settings.root, snapshot.store(), nullptr);
    shelf::Renderer renderer(bodies, renderer_options(settings));
    if (auto written = write_all(files, renderer, *folder, options); !written) return written.error();
    const auto done = folder->finish();
    if (!done) return done.error();
    return ExportSummary{names(files, options).size(), done->written, done->removed};
}

}  // namespace tagwire::daemon
