#include "daemon/snapshot.hpp"

#include "daemon/first_look.hpp"
#include "daemon/tree.hpp"

namespace tagwire::daemon {

Snapshot::Snapshot(Settings settings, state::Store& store) : store_(store), publisher_(std::move(settings), store) {}

Result<std::unique_ptr<Snapshot>> Snapshot::take(Settings settings, state::Store& store, Instant now) {
    std::unique_ptr<Snapshot> snapshot(new Snapshot(std::move(settings), store));
    Publisher& publisher = snapshot->publisher_;
    const Settings& chosen = publisher.settings();
    const auto tree = list_tree(chosen.root, "", chosen.watch.scan);
    if (!tree) return tree.error();
    for (const watch::FileStamp& file : tree->files) snapshot->paths_.push_back(file.path);
    publisher.restore(now);
    FirstLook look = look_first(*tree, chosen, store);
    snapshot->publication_ = publisher.apply(std::move(look.seen), look.missing, now);
    Problems& problems = snapshot->publication_.problems;
    problems.insert(problems.end(), tree->unreadable.begin(), tree->unreadable.end());
    for (const Problem& problem : snapshot->publisher_.problems()) snapshot->problems_.emplace(problem.file, problem);
    return snapshot;
}

Problems Snapshot::problems_of(const std::string& path) const {
    Problems problems;
    const auto [first, last] = problems_.equal_range(path);
    for (auto problem = first; problem != last; ++problem) problems.push_back(problem->second);
    return problems;
}

}  // namespace tagwire::daemon
