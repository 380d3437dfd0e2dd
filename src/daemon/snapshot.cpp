#include "daemon/snapshot.hpp"

#include "daemon/tree.hpp"

namespace tagwire::daemon {

Snapshot::Snapshot(Settings settings) : publisher_(std::move(settings), store_) {}

Result<std::unique_ptr<Snapshot>> Snapshot::take(Settings settings, Instant now) {
    std::unique_ptr<Snapshot> snapshot(new Snapshot(std::move(settings)));
    const Settings& chosen = snapshot->publisher_.settings();
    auto tree = list_tree(chosen.root, "", chosen.watch.scan);
    if (!tree) return tree.error();
    snapshot->paths_ = std::move(tree->paths);
    snapshot->publication_ = snapshot->publisher_.apply(observe_all(snapshot->paths_, chosen, KeepBodies::no), {}, now);
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
