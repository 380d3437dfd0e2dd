#include "daemon/first_look.hpp"

#include <algorithm>

namespace tagwire::daemon {

namespace {

bool is_as_remembered(const watch::FileStamp& file, const state::Store& store) {
    if (const auto* const record = store.article(file.path)) return record->file == file.version;
    const auto* const skipped = store.skipped(file.path);
    return skipped != nullptr && skipped->file == file.version;
}

std::set<std::string> find_missing(const Tree& tree, const state::Store& store) {
    std::set<std::string> missing;
    const auto is_there = [&](const std::string& path) {
        const auto file = std::lower_bound(tree.files.begin(), tree.files.end(), path,
                                           [](const watch::FileStamp& a, const std::string& b) { return a.path < b; });
        return file != tree.files.end() && file->path == path;
    };
    store.for_each_article([&](const state::ArticleRecord& record) {
        const std::string& path = record.article->path;
        if (!is_there(path) && !tree.is_unknown(path)) missing.insert(path);
    });
    return missing;
}

}  // namespace

FirstLook look_first(const Tree& tree, const Settings& settings, const state::Store& store) {
    const bool same_rules = store.marks().reading == settings.reading_depends_on;
    FirstLook look;
    look.missing = find_missing(tree, store);
    std::vector<std::string> paths(look.missing.begin(), look.missing.end());
    for (const watch::FileStamp& file : tree.files) {
        if (!same_rules || !is_as_remembered(file, store)) paths.push_back(file.path);
    }
    std::sort(paths.begin(), paths.end());
    look.seen = observe_all(paths, settings, KeepBodies::no);
    return look;
}

}  // namespace tagwire::daemon
