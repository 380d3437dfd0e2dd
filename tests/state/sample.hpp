// Records to remember, and folders to remember them in.
#pragma once

#include "state/open_store.hpp"
#include "state/record_codec.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace tagwire::state {

inline const Instant noon =
    std::chrono::sys_days{std::chrono::year{2025} / 2 / 10} + std::chrono::hours{12} + std::chrono::microseconds{1};

// A folder that is gone at the end of the test.
class TempFolder {
  public:
    TempFolder() {
        std::string pattern = std::filesystem::temp_directory_path() / "tagwire-state-XXXXXX";
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
        path_ = pattern;
    }
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    [[nodiscard]] std::string path(const std::string& below = "") const {
        return below.empty() ? path_ : path_ + '/' + below;
    }

  private:
    std::string path_;
};

inline std::string read_bytes(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_bytes(const std::string& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

// A store that has to open without a warning.
inline std::unique_ptr<Store> open_sound(const std::string& folder, Access access = Access::own) {
    Result<OpenedStore> opened = open_store(folder, access, noon);
    if (!opened) throw std::runtime_error(opened.error().message);
    if (!opened->warnings.empty()) throw std::runtime_error(opened->warnings.front());
    return std::move(opened->store);
}

// All members differ from what they are by default.
inline ArticleRecord record(const std::string& path, const std::string& id) {
    using namespace std::chrono_literals;
    auto article = std::make_shared<content::Article>();
    article->path = path;
    article->id = id;
    article->published = noon - 1h;
    article->updated = noon + 1h;
    article->held_until = noon + 2h;
    content::Metadata& metadata = article->metadata;
    metadata.title = "标题 of " + path;
    metadata.summary = std::string(300, 's');
    metadata.link = "https://example.org/a/";
    metadata.language = "zh-CN";
    metadata.external_url = "https://example.com/original";
    metadata.image = "https://example.org/a.png";
    metadata.authors = {{"Ann", "ann@example.org", "https://example.org/ann"}, {"Bob", "", ""}};
    metadata.taxonomies = {{"tags", {"C++", "中文 标签"}}, {"lang", {"zh-CN"}}};
    metadata.expires = noon + 24h;
    metadata.draft = true;
    metadata.unlisted = true;
    metadata.body_format = content::BodyFormat::html;
    metadata.body_offset = 100;
    metadata.body_bytes = 70'000;
    metadata.bytes = {1, 0xFFFF'FFFF'FFFF'FFFF};
    metadata.significant = {3, 4};

    ArticleRecord record;
    record.article = std::move(article);
    record.file = {70'100, noon - 3h, 0xFFFF'FFFF'FFFF'FFF0, 12};
    record.problems = {{Severity::warning, "some-code", path, 3, 4, "something is odd"}};
    record.zoneless_date = true;
    record.published_frozen = true;
    record.first_seen = noon;
    record.entered = {7, {{"tags", "c++", 9}}};
    return record;
}

inline ArticleRecord record_with(const std::string& path, const std::string& id, const Fingerprint& bytes) {
    ArticleRecord changed = record(path, id);
    auto article = std::make_shared<content::Article>(*changed.article);
    article->metadata.bytes = bytes;
    changed.article = std::move(article);
    return changed;
}

inline FeedRecord feed_record(const std::string& term) {
    using namespace std::chrono_literals;
    FeedRecord record;
    record.name = {"tags", term};
    record.taxonomy = "tags";
    record.title = "Title";
    record.slug = "slug";
    record.id = "urn:feed:" + term;
    record.updated = noon;
    record.urls = {"https://example.org/rss.xml", "https://example.org/atom.xml", "", "https://example.org/"};
    record.former_urls = {{feed::Format::atom, "https://example.org/old.xml"},
                          {feed::Format::page, "https://example.org/old/"}};
    record.emptied = noon + 1h;
    record.deleted = {{"urn:z", noon}, {"urn:a", noon - 1h}};
    return record;
}

}  // namespace tagwire::state
