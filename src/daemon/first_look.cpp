#include "daemon/first_look.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace tagwire::daemon {

namespace {

using state::ArticleRecord;

bool is_as_remembered(const watch::FileStamp& file, const ArticleRecord* record, const state::Store& store) {
    if (record != nullptr) return record->file == file.version;
    const auto* const skipped = store.skipped(file.path);
    return skipped != nullptr && skipped->file == file.version;
}

std::set<std::string> find_missing(const Tree& tree, const state::Store& store) {
    std::set<std::string_view> there;
    for (const watch::FileStamp& file : tree.files) there.insert(there.end(), file.path);
    std::set<std::string> missing;
    store.for_each_article([&](const ArticleRecord& record) {
        const std::string& path = record.article->path;
        if (!there.contains(path) && !tree.is_unknown(path)) missing.insert(path);
    });
    return missing;
}

// A file that was moved while the folder was listed may have been found at both its places.
void find_moved_meanwhile(const Settings& settings, const state::Store& store, FirstLook& look) {
    std::set<std::pair<std::uint64_t, std::uint64_t>> new_files;
    for (const Observation& one : look.seen) {
        if (one.stamp && store.article(one.path) == nullptr)
            new_files.insert({one.stamp->version.device, one.stamp->version.inode});
    }
    if (new_files.empty()) return;
    store.for_each_article([&](const ArticleRecord& record) {
        const std::string& path = record.article->path;
        const bool has_moved = new_files.contains({record.file.device, record.file.inode}) &&
                               !watch::stamp(settings.root, path, settings.watch.scan);
        if (has_moved) look.missing.insert(path);
    });
}

}  // namespace

FirstLook look_first(const Tree& tree, const Settings& settings, const state::Store& store) {
    const bool same_rules = store.marks().reading == settings.reading_depends_on;
    FirstLook look;
    std::vector<std::string> paths;
    std::size_t known = 0;
    for (const watch::FileStamp& file : tree.files) {
        const ArticleRecord* const record = store.article(file.path);
        if (record != nullptr) ++known;
        if (!same_rules || !is_as_remembered(file, record, store)) paths.push_back(file.path);
    }
    if (known < store.count_articles()) look.missing = find_missing(tree, store);
    paths.insert(paths.end(), look.missing.begin(), look.missing.end());
    std::sort(paths.begin(), paths.end());
    look.seen = observe_all(paths, settings, KeepBodies::no);
    find_moved_meanwhile(settings, store, look);
    return look;
}

}  // namespace tagwire::daemon
