#include "daemon/snapshot.hpp"

namespace tagwire::daemon {

Snapshot::Snapshot(Settings settings) : publisher_(std::move(settings), store_) {}

Result<std::unique_ptr<Snapshot>> Snapshot::take(Settings settings, Instant now) {
    std::unique_ptr<Snapshot> snapshot(new Snapshot(std::move(settings)));
    const Settings& chosen = snapshot->publisher_.settings();
    const auto files = watch::scan(chosen.root, "", chosen.watch.scan);
    if (!files) return files.error();
    for (const watch::FileStamp& file : *files) snapshot->paths_.push_back(file.path);
    snapshot->publication_ =
        snapshot->publisher_.apply(observe_all(chosen.root, snapshot->paths_, chosen.reading, KeepBodies::no), {}, now);
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
