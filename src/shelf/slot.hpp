// One document's place on the shelf: its current recipe, its last good document, and who waits for the next.
//
// Each recipe has a version. Whoever asks for a stale document waits for the version that is current when he asks, and
// may be given any later one. One rendering runs at a time; when it ends while some still wait for a later version, the
// next begins.
#pragma once

#include "shelf/document.hpp"
#include "shelf/recipe.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tagwire::shelf {

// Thread-safe. Calls nobody: it says what is to be done. There may be a hundred thousand slots, so it is small.
class Slot {
  public:
    using Callback = std::function<void(Answer)>;

    explicit Slot(Recipe recipe) : recipe_(std::move(recipe)) {}

    struct Asked {
        DocumentPtr fresh;    // to be given to the caller; else he waits, and his callback was taken
        bool render = false;  // the caller starts a rendering
    };
    [[nodiscard]] Asked ask(Callback& callback);

    // Returns whether a rendering is to be started ahead of time: the last document was asked for.
    [[nodiscard]] bool replace(Recipe recipe);

    struct Order {
        Recipe recipe;
        std::uint32_t version;
        DocumentPtr last;  // may be null
    };
    [[nodiscard]] Order order() const;  // what the rendering that was started is to render

    struct Finished {
        std::vector<Callback> callbacks;  // to be called with `answer`
        Answer answer;
        bool render = false;  // another rendering is to be started
        bool first = false;   // there was no document before, and there is one now
    };
    // Ends the rendering of that version; null: it failed, and the last good document stays.
    [[nodiscard]] Finished finish(std::uint32_t version, const DocumentPtr& document);

    // Forgets the document, unless it was asked for since it was made or looked at. Returns whether there is none now.
    [[nodiscard]] bool give_up();

    [[nodiscard]] bool is_article() const;  // rather than anything of feeds
    // The feed's document in that format, of the site's page without the list of feeds; nothing for what is no feed's.
    [[nodiscard]] std::optional<FeedDocument> feed_document() const;
    [[nodiscard]] std::string location() const;  // the document's canonical URL

  private:
    struct Waiting {
        std::uint32_t version;
        Callback callback;
    };

    mutable std::mutex mutex_;
    Recipe recipe_;
    DocumentPtr document_;
    std::vector<Waiting> waiting_;
    std::uint32_t version_ = 1;           // of recipe_
    std::uint32_t document_version_ = 0;  // of the recipe that document_ was made from; 0: there is none
    bool rendering_ = false;
    bool asked_for_ = false;  // since document_ was made, or looked at to be given up
};
using SlotPtr = std::shared_ptr<Slot>;

}  // namespace tagwire::shelf
