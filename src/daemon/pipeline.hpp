// From "these paths changed" to the shelf: looks at the files, doubts disappearances, and hands on what is published.
#pragma once

#include "daemon/article_bodies.hpp"
#include "daemon/clock_timer.hpp"
#include "daemon/publisher.hpp"
#include "daemon/saver.hpp"
#include "daemon/tree.hpp"
#include "shelf/shelf.hpp"
#include "watch/watcher.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace tagwire::daemon {

// What the pipeline works on; all outlive it.
struct PipelineParts {
    Publisher& publisher;
    state::Store& store;
    Saver& saver;
    ArticleBodies& bodies;
    shelf::Shelf& shelf;
    std::function<void(std::function<void()>)> run_on_pool;
};

// Belongs to the thread of its executor, which must not be shared with HTTP. Works in steps, so that timers and
// questions of the shelf are never kept waiting for long.
class Pipeline {
  public:
    Pipeline(const boost::asio::any_io_executor& owner, PipelineParts parts);

    // Takes up what is remembered, reads what is not, and opens the shelf. Fails if the folder cannot be read and
    // nothing is remembered of it.
    [[nodiscard]] Result<void> start();
    void look_at(const std::vector<watch::Change>& changes);
    void stop();  // does nothing more from then on

  private:
    using Clock = std::chrono::steady_clock;
    struct Held {
        Clock::time_point until;
        std::optional<FileVersion> file;  // what is doubted; nothing: that there is no file
    };

    [[nodiscard]] Publication apply_first(const Result<Tree>& tree);
    void look_at_tree(const std::string& folder);
    [[nodiscard]] bool is_doubtful(const std::string& folder, const Result<Tree>& tree);
    void look_at_path(const std::string& path);
    void look_at_root_later();
    void schedule_step();
    void step();
    [[nodiscard]] bool is_settled(const Observation& seen);  // else it is held
    void hold(const std::string& path, std::optional<FileVersion> file);
    void wait_for_held();
    void take_due();
    [[nodiscard]] std::set<std::string> missing() const;
    void publish(Publication publication);
    void remember(std::vector<content::ArticlePtr> articles);

    boost::asio::any_io_executor owner_;
    PipelineParts parts_;
    ClockTimer due_timer_;
    boost::asio::steady_timer held_timer_;
    boost::asio::steady_timer look_timer_;
    std::set<std::string> pending_;
    std::map<std::string, Held> held_;
    bool step_scheduled_ = false;
    bool stopped_ = false;
    int doubted_scans_ = 0;  // of the root, in a row
};

}  // namespace tagwire::daemon
