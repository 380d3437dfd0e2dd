// Where the renderer gets bodies: from the articles' files while they are what was read, else from what is remembered.
#pragma once

#include "base/limits.hpp"
#include "shelf/renderer.hpp"
#include "state/store.hpp"

#include <functional>
#include <string>

namespace tagwire::daemon {

// Thread-safe. `store` must outlive this.
class ArticleBodies : public shelf::BodySource {
  public:
    // `on_changed` is told the paths of files that are not what was read any more, from any thread.
    ArticleBodies(std::string root, const state::Store& store, std::function<void(std::string path)> on_changed);

    [[nodiscard]] Result<std::string> body(const content::Article& article) override;

    // The body from the file alone; Fault::not_found where the file is another version.
    [[nodiscard]] Result<std::string> body_in_file(const content::Article& article) const;

  private:
    std::string root_;
    const state::Store& store_;
    std::function<void(std::string path)> on_changed_;
    Limits limits_;
};

}  // namespace tagwire::daemon
