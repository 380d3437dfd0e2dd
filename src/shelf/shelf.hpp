// What the HTTP side sees: URL path → document. A document is rendered when it is asked for and stale, once for all who
// wait, or ahead of time where readers asked for the last one. What is published is never changed afterwards.
#pragma once

#include "base/time.hpp"
#include "shelf/document.hpp"
#include "shelf/recipe.hpp"
#include "shelf/renderer.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tagwire::shelf {

// What the shelf needs of its owner.
struct ShelfOptions {
    std::string base_url;  // canonical URLs begin with it; its path may stand before the paths asked for, or not
    std::function<void(std::function<void()>)> run;  // runs a task on a pool thread
    // Settles when a document's bytes last changed (remembered across restarts), and calls back from any thread.
    std::function<void(const std::string& path, std::uint64_t hash, std::function<void(Instant)>)> settle;
    // Makes the recipe of a page of a feed's archive, which `page` counts, and calls back, before any drop() that
    // outdates the recipe; what is no page is Elsewhere (the next one, not closed yet) or NotFound. Empty: there are no
    // archives.
    using Page = std::variant<Recipe, Elsewhere, NotFound>;
    std::function<void(const FeedDocument& current, std::size_t page, std::function<void(Page)>)> archive;
    std::size_t archive_pages_max = 4096;  // at once; the one made first is given up, and made again when asked for
    // Of all documents; those seldom asked for are given up to stay within it, and rendered again when they are.
    std::size_t document_bytes_max = std::size_t{256} << 20;
};

// Thread-safe. Tasks and callbacks that it handed out must have ended, or never begin, before it is destroyed.
class Shelf {
  public:
    Shelf(ShelfOptions options, Renderer& renderer);
    ~Shelf();
    Shelf(const Shelf&) = delete;
    Shelf& operator=(const Shelf&) = delete;

    // Puts recipes under the paths of their URLs, or takes their place. Nobody who asks after put() returned is served
    // an earlier document, unless the new one cannot be rendered. Where a feed and an article's page claim one path,
    // the feed has it.
    void put(std::vector<Recipe> recipes);
    // An article's page is NotFound from then on; what is no article's page stays.
    void remove(std::string_view url);
    // Whatever is there is Gone from then on, its archive too, until something is put there.
    void retire(std::string_view url);
    // What is at these URLs is forgotten: pages of archives that are not what they were (they are made anew when asked
    // for), documents of feeds that are no more.
    void drop(const std::vector<std::string>& urls);
    // A document has another URL since (both absolute): what is asked for at the old one is Moved, its archive too,
    // until something is put there.
    void redirect(std::string_view from, std::string_view to);
    // Until then everything is NotReady.
    void open();

    // `path` is percent-decoded and begins with "/". Calls `answer` exactly once: at once where the document is fresh,
    // else from whoever settles the new one. Other spellings of a document's path (no slash at the end, upper case, not
    // NFC) are Moved.
    void ask(std::string_view path, std::function<void(Answer)> answer);

  private:
    class Slots;
    std::unique_ptr<Slots> slots_;
};

}  // namespace tagwire::shelf
