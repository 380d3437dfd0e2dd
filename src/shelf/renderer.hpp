// From recipes to the bytes of documents.
#pragma once

#include "base/limits.hpp"
#include "base/result.hpp"
#include "shelf/html_cache.hpp"
#include "shelf/recipe.hpp"

#include <string>
#include <vector>

namespace tagwire::shelf {

// Where the bodies of articles come from: the shelf opens no files. Called from several threads at once.
class BodySource {
  public:
    virtual ~BodySource() = default;
    // The octets of the article's body, as they were when the article was read: never those of another version.
    [[nodiscard]] virtual Result<std::string> body(const content::Article& article) = 0;
};

struct RendererOptions {
    Limits limits;
    bool cjk_emphasis = true;  // see content::BodyOptions
};

// Thread-safe. Keeps the HTML of bodies it rendered in a bounded, compressed cache, which is only speed.
class Renderer {
  public:
    explicit Renderer(BodySource& bodies, const RendererOptions& options = {});  // `bodies` must outlive it
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    // The document's identity bytes. An entry whose body cannot be had is shown with its summary, and logged.
    [[nodiscard]] std::string render(const Recipe& recipe);

  private:
    [[nodiscard]] feed::Entry entry(const content::ArticlePtr& article);
    [[nodiscard]] std::vector<feed::Entry> entries(const FeedRecipe& recipe);
    [[nodiscard]] std::string html(const content::Article& article);

    BodySource& bodies_;
    bool cjk_emphasis_;
    HtmlCache cache_;
};

}  // namespace tagwire::shelf
