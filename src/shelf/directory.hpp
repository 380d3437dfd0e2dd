// What stands under which path.
//
// Documents that were put there come first. A page of a feed's archive is there as long as the feed's current document
// is: made already, or to be made by whoever knows the archive. Then come what stood there once, and other spellings.
#pragma once

#include "feed/archive.hpp"
#include "shelf/archive_pages.hpp"
#include "shelf/document.hpp"
#include "shelf/paths.hpp"
#include "shelf/recipe.hpp"
#include "shelf/slot.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <variant>
#include <vector>

namespace tagwire::shelf {

// Thread-safe. All URLs are absolute.
class Directory {
  public:
    Directory(std::string_view base_url, std::size_t archive_pages_max) : paths_(base_url), pages_(archive_pages_max) {}

    // These do what Shelf's functions of that name say. put() returns the slots to be rendered ahead of time.
    [[nodiscard]] std::vector<SlotPtr> put(std::vector<Recipe> recipes);
    void remove(std::string_view url);
    void retire(std::string_view url);
    void drop(const std::vector<std::string>& urls);
    void redirect(std::string_view from, std::string_view to);

    // A page of the archive of a feed whose current document there is.
    struct PageToMake {
        FeedDocument current;
        feed::ArchivePlace place;
    };
    using Found = std::variant<SlotPtr, PageToMake, Moved, Gone, NotFound>;  // the slot is never null
    [[nodiscard]] Found find(std::string_view path) const;

    // Returns the page's slot: the one that is there by now, else a new one with that recipe.
    [[nodiscard]] SlotPtr add_page(const feed::ArchivePlace& place, Recipe recipe);

    [[nodiscard]] std::string path_of(const Recipe& recipe) const { return paths_.of(url(recipe)); }

  private:
    struct PathHash {
        using is_transparent = void;
        [[nodiscard]] std::size_t operator()(std::string_view path) const {
            return std::hash<std::string_view>{}(path);
        }
    };
    template <class Value>
    using ByPath = std::unordered_map<std::string, Value, PathHash, std::equal_to<>>;

    // A path as it is asked for with the base's path, and without.
    [[nodiscard]] std::array<std::string_view, 2> readings(std::string_view path) const;
    // The canonical URL of what another spelling means.
    [[nodiscard]] std::optional<std::string> location_of(std::string_view spelling) const;

    // These want the lock held.
    [[nodiscard]] SlotPtr put_one(Recipe recipe);
    void erase(const std::string& path);
    [[nodiscard]] SlotPtr slot_at(std::string_view path) const;
    [[nodiscard]] std::optional<PageToMake> page_at(std::string_view path) const;
    [[nodiscard]] std::optional<Found> departed_from(std::string_view path) const;
    // Where what stood there is now, by whichever detours; empty if it is gone.
    [[nodiscard]] std::optional<std::string> last_url(std::string_view path) const;

    const Paths paths_;
    mutable std::shared_mutex mutex_;
    ByPath<SlotPtr> slots_;
    ArchivePages pages_;
    ByPath<std::string> departed_;               // the URL of what stood there; empty: it is gone
    std::unordered_set<std::string> contested_;  // paths of articles' pages that feeds have; each is logged once
};

}  // namespace tagwire::shelf
