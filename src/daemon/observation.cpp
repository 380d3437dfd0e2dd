#include "daemon/observation.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

namespace tagwire::daemon {

Observation observe(const std::string& path, const Settings& settings, KeepBodies bodies) {
    Observation seen;
    seen.path = path;
    const content::ReadingOptions& options = settings.reading;
    content::Place place = content::place_of(path, options);
    if (!place.not_an_entry.empty()) {  // nor is it opened
        if (auto stamp = watch::stamp(settings.root, path, settings.watch.scan)) seen.stamp = std::move(*stamp);
        seen.reading = {content::Skipped{std::move(place.not_an_entry)}, {}};
        return seen;
    }
    auto file =
        watch::read_file(settings.root, path, options.limits.article_bytes_max, settings.watch.scan.follow_links);
    if (!file && file.error().fault == Fault::not_found) return seen;
    if (!file) {
        seen.stamp = watch::FileStamp{path, {}};
        seen.reading.problems.push_back({Severity::error, "unreadable-file", path, 0, 0, file.error().message});
        return seen;
    }
    seen.stamp = std::move(file->stamp);
    seen.reading = content::read_article(path, file->bytes, std::move(place), options);
    const auto* const article = std::get_if<content::ParsedArticle>(&seen.reading.outcome);
    if (article != nullptr && bodies == KeepBodies::yes) seen.body = file->bytes.substr(article->metadata.body_offset);
    return seen;
}

std::vector<Observation> observe_all(const std::vector<std::string>& paths, const Settings& settings,
                                     KeepBodies bodies) {
    std::vector<Observation> seen(paths.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < paths.size(); i = next++) seen[i] = observe(paths[i], settings, bodies);
    };
    // A thread costs about as much as reading a few articles.
    constexpr std::size_t articles_per_thread = 16;
    const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < std::min(processors, paths.size() / articles_per_thread + 1); ++i)
        helpers.emplace_back(work);
    work();
    return seen;
}

}  // namespace tagwire::daemon
