#include "shelf/directory.hpp"

#include <spdlog/spdlog.h>

#include <mutex>
#include <utility>

namespace tagwire::shelf {

std::vector<SlotPtr> Directory::put(std::vector<Recipe> recipes) {
    std::vector<SlotPtr> to_render;
    const std::unique_lock lock(mutex_);
    for (Recipe& recipe : recipes) {
        if (SlotPtr slot = put_one(std::move(recipe))) to_render.push_back(std::move(slot));
    }
    return to_render;
}

// Returns the slot if it is to be rendered ahead of time.
SlotPtr Directory::put_one(Recipe recipe) {
    const std::string path = path_of(recipe);
    departed_.erase(path);
    const auto found = slots_.find(path);
    if (found == slots_.end()) {
        slots_.emplace(path, std::make_shared<Slot>(std::move(recipe)));
        return nullptr;
    }
    if (std::holds_alternative<ArticleDocument>(recipe) && !found->second->is_article()) {
        if (contested_.insert(path).second) {
            spdlog::warn("{}: its page has the URL of a feed, {}, which stays",
                         std::get<ArticleDocument>(recipe).recipe->article->path, path);
        }
        return nullptr;
    }
    return found->second->replace(std::move(recipe)) ? found->second : nullptr;
}

void Directory::remove(std::string_view url) {
    const std::string path = paths_.of(url);
    const std::unique_lock lock(mutex_);
    const auto found = slots_.find(path);
    if (found != slots_.end() && found->second->is_article()) slots_.erase(found);
}

void Directory::retire(std::string_view url) {
    const std::string path = paths_.of(url);
    const std::unique_lock lock(mutex_);
    erase(path);
    departed_[path].clear();
}

void Directory::drop(const std::vector<std::string>& urls) {
    const std::unique_lock lock(mutex_);
    for (const std::string& url : urls) {
        const std::string path = paths_.of(url);
        erase(path);
        if (const auto place = feed::read_archive_path(path)) pages_.erase(*place);
    }
}

void Directory::redirect(std::string_view from, std::string_view to) {
    const std::string old_path = paths_.of(from);
    const std::string new_path = paths_.of(to);
    if (old_path == new_path) return;  // only the host or the base is another
    const std::unique_lock lock(mutex_);
    erase(old_path);
    departed_.erase(new_path);  // so that no chain of redirections ever closes
    departed_[old_path] = to;
}

void Directory::erase(const std::string& path) {
    if (slots_.erase(path) > 0) pages_.erase_all_of(path);
}

SlotPtr Directory::add_page(const feed::ArchivePlace& place, Recipe recipe) {
    const std::unique_lock lock(mutex_);
    return pages_.add(place, std::move(recipe));
}

Directory::Found Directory::find(std::string_view path) const {
    const std::array<std::string_view, 2> both = readings(path);
    {
        const std::shared_lock lock(mutex_);
        for (const std::string_view one : both) {
            if (SlotPtr slot = slot_at(one)) return slot;
        }
        for (const std::string_view one : both) {
            const std::optional<PageToMake> page = page_at(one);
            if (!page) continue;
            if (SlotPtr made = pages_.find(page->place)) return made;
            return *page;
        }
        if (const std::optional<Found> departed = departed_from(both.front())) return *departed;
    }
    for (const std::string& spelling : other_spellings(path)) {
        if (std::optional<std::string> location = location_of(spelling)) return Moved{*std::move(location)};
    }
    return NotFound{};
}

std::array<std::string_view, 2> Directory::readings(std::string_view path) const {
    return {paths_.below_base(path), path};
}

SlotPtr Directory::slot_at(std::string_view path) const {
    const auto found = slots_.find(path);
    return found == slots_.end() ? nullptr : found->second;
}

std::optional<Directory::PageToMake> Directory::page_at(std::string_view path) const {
    std::optional<feed::ArchivePlace> place = feed::read_archive_path(path);
    const SlotPtr current = place ? slot_at(place->current) : nullptr;
    std::optional<FeedDocument> feed = current ? current->feed_document() : std::nullopt;
    if (!feed) return std::nullopt;
    return PageToMake{*std::move(feed), *std::move(place)};
}

std::optional<Directory::Found> Directory::departed_from(std::string_view path) const {
    std::optional<std::string> url = last_url(path);
    if (!url) {
        const std::optional<feed::ArchivePlace> place = feed::read_archive_path(path);
        if (place) url = last_url(place->current);
        if (url && !url->empty()) url = feed::archive_url(*url, place->page);
    }
    if (!url) return std::nullopt;
    return url->empty() ? Found(Gone{}) : Found(Moved{*std::move(url)});
}

std::optional<std::string> Directory::last_url(std::string_view path) const {
    std::optional<std::string> last;
    for (auto found = departed_.find(path); found != departed_.end(); found = departed_.find(paths_.of(*last))) {
        last = found->second;
        if (last->empty()) break;
    }
    return last;
}

std::optional<std::string> Directory::location_of(std::string_view spelling) const {
    const std::shared_lock lock(mutex_);
    for (const std::string_view one : readings(spelling)) {
        if (const SlotPtr slot = slot_at(one)) return slot->location();
        if (const auto page = page_at(one)) return feed::archive_url(url(page->current), page->place.page);
    }
    return std::nullopt;
}

}  // namespace tagwire::shelf
