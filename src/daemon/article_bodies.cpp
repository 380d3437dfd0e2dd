#include "daemon/article_bodies.hpp"

#include "watch/files.hpp"

namespace tagwire::daemon {

ArticleBodies::ArticleBodies(std::string root, const state::Store& store,
                             std::function<void(std::string path)> on_changed)
    : root_(std::move(root)),
      store_(store),
      on_changed_(std::move(on_changed)) {}

Result<std::string> ArticleBodies::body_in_file(const content::Article& article) const {
    auto file = watch::read_file(root_, article.path, limits_.article_bytes_max);
    if (!file) return file.error();
    if (fingerprint(file->bytes) != article.metadata.bytes) {
        return Error{Fault::not_found, article.path + " has changed since it was read"};
    }
    return file->bytes.substr(article.metadata.body_offset);
}

Result<std::string> ArticleBodies::body(const content::Article& article) {
    auto body = body_in_file(article);
    if (body) return body;
    if (on_changed_) on_changed_(article.path);
    if (auto remembered = store_.body(article.metadata.bytes)) return std::move(*remembered);
    return body;
}

}  // namespace tagwire::daemon
