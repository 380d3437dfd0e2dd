#include "daemon/pipeline.hpp"

#include "daemon/clock.hpp"
#include "daemon/first_look.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/post.hpp>

#include <algorithm>
#include <filesystem>
#include <future>

namespace tagwire::daemon {

namespace {

using boost::system::error_code;
using content::Broken;
using content::ParsedArticle;

constexpr std::size_t step_paths_max = 256;
constexpr std::chrono::seconds look_again_after{1};
constexpr int empty_scans_believed = 10;  // a folder that stays empty for so many looks really is

bool is_folder(const std::string& path) {
    std::error_code error;
    return std::filesystem::is_directory(path, error);
}

void log(const Problems& problems) {
    for (const Problem& problem : problems) {
        spdlog::log(problem.severity == Severity::error ? spdlog::level::err : spdlog::level::warn, "{}",
                    to_string(problem));
    }
}

}  // namespace

Pipeline::Pipeline(const boost::asio::any_io_executor& owner, PipelineParts parts)
    : owner_(owner),
      parts_(std::move(parts)),
      due_timer_(owner, [this] { publish(parts_.publisher.advance(now())); }),
      held_timer_(owner),
      look_timer_(owner) {}

Result<void> Pipeline::start() {
    const Settings& settings = parts_.publisher.settings();
    auto listing = std::async(std::launch::async, [&] { return list_tree(settings.root, "", settings.watch.scan); });
    parts_.publisher.restore(now());
    const Result<Tree> tree = listing.get();
    const bool is_unknown = parts_.publisher.catalog().size() == 0;
    if (!tree && is_unknown) return tree.error();
    publish(apply_first(tree));
    parts_.shelf.open();
    return {boost::system::in_place_value};
}

Publication Pipeline::apply_first(const Result<Tree>& tree) {
    if (is_doubtful("", tree)) return parts_.publisher.apply({}, {}, now());
    log(tree->unreadable);
    FirstLook look = look_first(*tree, parts_.publisher.settings(), parts_.store);
    // Someone may be saving or moving files right now, as at any other time.
    std::erase_if(look.seen, [this](const Observation& one) { return !is_settled(one); });
    wait_for_held();
    return parts_.publisher.apply(std::move(look.seen), look.missing, now());
}

void Pipeline::stop() {
    if (stopped_) return;
    stopped_ = true;
    due_timer_.cancel();
    held_timer_.cancel();
    look_timer_.cancel();
}

void Pipeline::look_at(const std::vector<watch::Change>& changes) {
    if (stopped_) return;
    for (const watch::Change& change : changes) {
        if (change.scope == watch::Scope::tree) {
            look_at_tree(change.path);
        } else {
            look_at_path(change.path);
        }
    }
    schedule_step();
}

void Pipeline::look_at_path(const std::string& path) {
    const Settings& settings = parts_.publisher.settings();
    const bool known = parts_.publisher.knows(path);
    if (!known && !parts_.publisher.settings().watch.scan.wanted(path)) return;
    pending_.insert(path);
    // What is missing is noted before anything new is looked at: it may have come back under another name.
    if (known && !watch::stamp(settings.root, path, settings.watch.scan)) hold(path, std::nullopt);
}

void Pipeline::look_at_tree(const std::string& folder) {
    const Settings& settings = parts_.publisher.settings();
    const auto listed = list_tree(settings.root, folder, settings.watch.scan);
    if (is_doubtful(folder, listed)) return;
    const Tree tree = listed ? *listed : Tree{};
    log(tree.unreadable);
    std::set<std::string> there;
    for (const watch::FileStamp& file : tree.files) there.insert(there.end(), file.path);
    for (const auto& article : parts_.publisher.catalog().below(folder)) {
        if (there.count(article->path) > 0 || tree.is_unknown(article->path)) continue;
        pending_.insert(article->path);
        hold(article->path, std::nullopt);
    }
    pending_.merge(there);
}

// A root that is missing, or suddenly empty, changes nothing and is asked again; neither does a folder that cannot be
// read.
bool Pipeline::is_doubtful(const std::string& folder, const Result<Tree>& tree) {
    const std::string& root = parts_.publisher.settings().root;
    if (!folder.empty()) {
        if (tree || (tree.error().fault == Fault::not_found && is_folder(root))) return false;
        spdlog::error("{}; what was published of it stays", tree.error().message);
        return true;
    }
    const bool is_lost = !tree;
    const bool is_empty = tree && tree->files.empty() && parts_.publisher.catalog().size() > 0;
    if (!is_lost && (!is_empty || doubted_scans_ >= empty_scans_believed)) {
        doubted_scans_ = 0;
        return false;
    }
    if (++doubted_scans_ == 1) {
        spdlog::error("{}; what was published stays", is_lost ? tree.error().message : root + " is suddenly empty");
    }
    look_at_root_later();
    return true;
}

void Pipeline::look_at_root_later() {
    look_timer_.expires_after(look_again_after);
    look_timer_.async_wait([this](error_code error) {
        if (!error) look_at({{"", watch::Scope::tree}});
    });
}

void Pipeline::schedule_step() {
    if (pending_.empty() || step_scheduled_ || stopped_) return;
    step_scheduled_ = true;
    boost::asio::post(owner_, [this] { step(); });
}

void Pipeline::step() {
    step_scheduled_ = false;
    if (stopped_) return;
    std::vector<std::string> paths;
    while (!pending_.empty() && paths.size() < step_paths_max)
        paths.push_back(pending_.extract(pending_.begin()).value());
    const Settings& settings = parts_.publisher.settings();
    std::vector<Observation> seen = observe_all(paths, settings, KeepBodies::yes);
    seen.erase(std::remove_if(seen.begin(), seen.end(), [this](const Observation& one) { return !is_settled(one); }),
               seen.end());
    if (!seen.empty()) publish(parts_.publisher.apply(std::move(seen), missing(), now()));
    wait_for_held();
    schedule_step();
}

bool Pipeline::is_settled(const Observation& seen) {
    const bool is_article = seen.stamp && std::holds_alternative<ParsedArticle>(seen.reading.outcome);
    const bool is_broken = seen.stamp && std::holds_alternative<Broken>(seen.reading.outcome);
    const bool is_doubted = parts_.publisher.knows(seen.path) ? !is_article : is_broken;
    if (is_doubted) {
        hold(seen.path, seen.stamp ? std::optional(seen.stamp->version) : std::nullopt);
        if (held_.at(seen.path).until > Clock::now()) return false;
    }
    held_.erase(seen.path);
    return true;
}

// Each thing that is doubted is doubted for the whole time: a file that is emptied while it is held as broken, too.
void Pipeline::hold(const std::string& path, std::optional<FileVersion> file) {
    const auto until = Clock::now() + parts_.publisher.settings().hold;
    const auto [held, is_new] = held_.try_emplace(path, Held{until, file});
    if (!is_new && held->second.file != file) held->second = Held{until, file};
}

void Pipeline::wait_for_held() {
    if (held_.empty()) return;
    const auto earliest = std::min_element(
        held_.begin(), held_.end(), [](const auto& a, const auto& b) { return a.second.until < b.second.until; });
    held_timer_.expires_at(earliest->second.until);
    held_timer_.async_wait([this](error_code error) {
        if (!error) take_due();
    });
}

void Pipeline::take_due() {
    const bool root_is_there = is_folder(parts_.publisher.settings().root);
    const auto time = Clock::now();
    for (auto& [path, held] : held_) {
        if (held.until > time) continue;
        if (root_is_there) {
            pending_.insert(path);
        } else {
            held.until = time + look_again_after;
        }
    }
    if (pending_.empty()) wait_for_held();
    schedule_step();
}

std::set<std::string> Pipeline::missing() const {
    std::set<std::string> paths;
    for (const auto& [path, held] : held_) {
        if (!held.file) paths.insert(path);
    }
    return paths;
}

void Pipeline::publish(Publication publication) {
    if (stopped_) return;
    log(publication.problems);
    parts_.saver.save();  // what readers are told is remembered first
    for (const std::string& url : publication.former.removed) parts_.shelf.retire(url);
    for (const auto& [from, to] : publication.former.moved) parts_.shelf.redirect(from, to);
    for (const std::string& url : publication.withdrawn) parts_.shelf.remove(url);
    parts_.shelf.drop(publication.dropped);
    parts_.shelf.put(std::move(publication.recipes));
    for (const std::string& path : publication.renamed_from) held_.erase(path);
    due_timer_.set(publication.next_due);
    remember(std::move(publication.wanted_bodies));
    pending_.insert(publication.look_again.begin(), publication.look_again.end());
    schedule_step();
}

void Pipeline::remember(std::vector<content::ArticlePtr> articles) {
    if (articles.empty()) return;
    parts_.run_on_pool([articles = std::move(articles), parts = parts_, owner = owner_] {
        for (const content::ArticlePtr& article : articles) {
            const auto body = parts.bodies.body_in_file(*article);
            if (body) parts.store.remember_body(article->metadata.bytes, *body);
        }
        boost::asio::post(owner, [&saver = parts.saver] { saver.save(); });
    });
}

}  // namespace tagwire::daemon
