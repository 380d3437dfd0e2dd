// Documents to serve, and what is asked of a server about them.
#pragma once

#include "base/digest.hpp"
#include "http/server.hpp"

#include <map>
#include <mutex>
#include <string>

namespace tagwire::http::testing {

// 2026-11-01T08:00:00Z, when all of these documents changed last.
inline const Instant changed = std::chrono::sys_days(std::chrono::year(2026) / 11 / 1) + std::chrono::hours(8);
inline const Instant now = changed + std::chrono::hours(2);

// `gzip` stands for itself: only the shelf knows how it is made.
inline shelf::DocumentPtr document(std::string identity, std::string gzip = {},
                                   std::string media_type = "application/atom+xml") {
    shelf::Document made;
    made.etag = hex(hash64(identity));
    made.identity = std::move(identity);
    made.gzip = std::move(gzip);
    made.media_type = std::move(media_type);
    made.last_modified = changed;
    made.link = "<https://example.org/atom.xml>; rel=\"self\"";
    return std::make_shared<const shelf::Document>(std::move(made));
}

// Answers at once what was put under a path, NotFound elsewhere. Thread-safe.
class Documents {
  public:
    void put(const std::string& path, shelf::Answer answer) {
        const std::lock_guard lock(mutex_);
        answers_[path] = std::move(answer);
    }

    Ask ask() {
        return [this](std::string_view path, const std::function<void(shelf::Answer)>& answer) {
            answer(find(std::string(path)));
        };
    }

  private:
    shelf::Answer find(const std::string& path) {
        const std::lock_guard lock(mutex_);
        const auto found = answers_.find(path);
        return found == answers_.end() ? shelf::Answer(shelf::NotFound{}) : found->second;
    }

    std::mutex mutex_;
    std::map<std::string, shelf::Answer> answers_;
};

}  // namespace tagwire::http::testing
