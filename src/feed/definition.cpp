#include "feed/definition.hpp"

#include "base/limits.hpp"
#include "base/slug.hpp"
#include "base/uri.hpp"
#include "feed/shipped_definitions.hpp"
#include "yaml/value.hpp"

#include <algorithm>
#include <map>

namespace tagwire::feed {

namespace {

using yaml::MapReader;
using yaml::Value;

constexpr std::string_view slug_placeholder = "{slug}";
constexpr double recent_seconds_max = 1e9;  // as good as for ever

// "feeds/tags.yaml" → "tags"
std::string name_of(std::string_view file) {
    const std::string_view file_name = file.substr(file.rfind('/') + 1);
    return std::string(file_name.substr(0, file_name.rfind('.')));
}

// Calls `literal` for each stretch of plain text of a template, and `placeholder` for the name in each {…}.
template <class Literal, class Placeholder>
void split_template(std::string_view text, Literal literal, Placeholder placeholder) {
    while (!text.empty()) {
        const std::size_t begin = text.find('{');
        const std::size_t end = text.find('}', begin);
        if (end == std::string_view::npos) return literal(text);
        literal(text.substr(0, begin));
        placeholder(text.substr(begin + 1, end - begin - 1));
        text.remove_prefix(end + 1);
    }
}

// The first placeholder in `text` that is none of `known`, in its braces; empty if there is none.
std::string unknown_placeholder(std::string_view text, std::initializer_list<std::string_view> known) {
    std::string unknown;
    const auto pass_over = [](std::string_view) {};
    const auto check = [&](std::string_view name) {
        const bool is_known = std::find(known.begin(), known.end(), name) != known.end();
        if (unknown.empty() && !is_known) unknown = "{" + std::string(name) + "}";
    };
    split_template(text, pass_over, check);
    return unknown;
}

// The template of a path with everything but its placeholders encoded; nothing where no path can be made of it.
std::optional<std::string> encode_url(std::string_view url) {
    std::string encoded;
    bool valid = true;
    for (const std::string_view refused : {"//", "..", "?", "#", " "}) {
        valid = valid && url.find(refused) == std::string_view::npos;
    }
    const auto append_literal = [&](std::string_view text) {
        const std::optional<std::string> uri = text.empty() ? std::string() : to_uri(text);
        valid = valid && uri;
        encoded += uri.value_or("");
    };
    const auto append_placeholder = [&](std::string_view name) { encoded.append("{").append(name).append("}"); };
    split_template(url, append_literal, append_placeholder);
    return valid ? std::optional(encoded) : std::nullopt;
}

// Reads one definition's map, and adds what is wrong with it to `problems`.
class DefinitionReader {
  public:
    DefinitionReader(const Value& root, std::string_view file, Problems& problems)
        : root_(root),
          file_(file),
          problems_(problems),
          reader_(root, file, problems) {}

    Definition read() {
        definition_.name = name_of(file_);
        definition_.each = reader_.text("each").value_or("");
        read_title();
        read_urls();
        read_limit();
        read_content();
        reader_.finish();
        return std::move(definition_);
    }

  private:
    bool per_term() const { return !definition_.each.empty(); }

    void read_title() {
        definition_.title = reader_.text("title").value_or(per_term() ? definition_.title : "{site}");
        const auto wrong = [&](const std::string& message) {
            reader_.report(*root_.find("title"), "feed-title", message);
        };
        if (definition_.title.empty()) return wrong("the title is empty: leave the key out, or give one");
        const std::string unknown = per_term() ? unknown_placeholder(definition_.title, {"site", "term", "slug"})
                                               : unknown_placeholder(definition_.title, {"site"});
        if (unknown.empty()) return;
        wrong("the title has " + unknown + ", which is not known here; " +
              (per_term() ? "there are {site}, {term} and {slug}" : "without \"each\" there is only {site}"));
    }

    void read_urls() {
        reader_.nested("urls", [&](MapReader& reader) {
            for (const Format format : all_formats) {
                const std::optional<std::string> url = reader.text(name(format));
                if (url) set_url(format, *url, *reader.value(name(format)));
            }
        });
        const auto& urls = definition_.urls;
        const bool none = std::all_of(urls.begin(), urls.end(), [](const std::string& url) { return url.empty(); });
        if (none && !has_error(problems_)) reader_.report(root_, "feed-url", "\"urls\" gives the feed no URL");
    }

    void set_url(Format format, const std::string& url, const Value& at) {
        const auto wrong = [&](const std::string& message) { reader_.report(at, "feed-url", message); };
        if (url.empty() || url.front() != '/') return wrong("a feed's URL is a path that begins with \"/\"");
        if (const auto unknown = unknown_placeholder(url, {"slug"}); !unknown.empty()) {
            return wrong("the URL has " + unknown + ", which is not known here; URLs of terms have {slug}");
        }
        const bool has_slug = url.find(slug_placeholder) != std::string::npos;
        if (per_term() && !has_slug) return wrong("the URL lacks {slug}: all terms would share it");
        if (!per_term() && has_slug) return wrong("the URL has {slug}, but without \"each\" there are no terms");
        std::optional<std::string> encoded = encode_url(url);
        if (!encoded) return wrong("this is no URL's path: it has a blank, \"?\", \"#\", \"//\" or \"..\" in it");
        auto& urls = definition_.urls;
        const bool taken = std::find(urls.begin(), urls.end(), *encoded) != urls.end();
        if (taken) return wrong("another format has this URL already");
        urls[static_cast<std::size_t>(format)] = std::move(*encoded);
    }

    void read_limit() {
        const Value* limit = reader_.map("limit");
        if (limit == nullptr) return;
        Window& window = definition_.window;
        MapReader reader(*limit, file_, problems_);
        window.entries = reader.size("entries").value_or(window.entries);
        window.entries_max = reader.size("entries-max").value_or(std::max(window.entries_max, window.entries));
        window.body_bytes_max = reader.bytes("bodies").value_or(window.body_bytes_max);
        if (const auto seconds = reader.seconds("recent")) {
            const std::chrono::duration<double> recent(std::min(*seconds, recent_seconds_max));
            window.recent = std::chrono::duration_cast<std::chrono::seconds>(recent);
        }
        reader.finish();
        if (window.entries == 0) reader_.report(*limit, "feed-limit", "\"entries\" is 0: the feed would be empty");
        if (window.entries_max < window.entries) {
            reader_.report(*limit, "feed-limit", "\"entries-max\" is less than \"entries\"");
        }
    }

    void read_content() {
        const std::string content = reader_.text("content").value_or("full");
        if (content == "summary") definition_.content = ContentMode::summary;
        if (content == "summary" || content == "full") return;
        reader_.report(*root_.find("content"), "feed-content", "\"content\" is either full or summary");
    }

    const Value& root_;
    std::string file_;
    Problems& problems_;
    MapReader reader_;
    Definition definition_;
};

}  // namespace

Definitions read_definition(std::string_view file, std::string_view yaml) {
    yaml::Document document = yaml::parse(yaml, file, 1, Limits{});
    Definitions result{{}, std::move(document.problems)};
    if (has_error(result.problems)) return result;
    Definition definition = DefinitionReader(document.root, file, result.problems).read();
    if (!has_error(result.problems)) result.definitions.push_back(std::move(definition));
    return result;
}

Definitions built_in_definitions() {
    Definitions all;
    for (const ShippedDefinition& shipped : shipped_definitions()) {
        Definitions one = read_definition(shipped.file, shipped.yaml);
        all.definitions.insert(all.definitions.end(), one.definitions.begin(), one.definitions.end());
        all.problems.insert(all.problems.end(), one.problems.begin(), one.problems.end());
    }
    return all;
}

Definition definition_of_taxonomy(const std::string& taxonomy) {
    const std::vector<Definition> shipped = built_in_definitions().definitions;
    Definition definition =
        *std::find_if(shipped.begin(), shipped.end(), [](const Definition& one) { return one.each == "tags"; });
    for (std::string& url : definition.urls) {
        url = "/" + encode_segment(term_slug(term_key(taxonomy))) + url.substr(std::string_view("/tags").size());
    }
    definition.name = taxonomy;
    definition.each = taxonomy;
    return definition;
}

Problems find_conflicts(const std::vector<Definition>& definitions) {
    Problems problems;
    std::map<std::string, std::string> owners;  // of names and of URLs, which begin with "/"
    const auto claim = [&](const std::string& what, const std::string& owner, std::string message) {
        if (owners.emplace(what, owner).second) return;
        message += owners[what] + ".yaml: change one of them";
        problems.push_back({Severity::error, "feed-conflict", owner + ".yaml", 0, 0, std::move(message)});
    };
    for (const Definition& definition : definitions) {
        claim(definition.name, definition.name, "the name \"" + definition.name + "\" is taken by another ");
        for (const std::string& url : definition.urls) {
            if (!url.empty()) claim(url, definition.name, "the URL " + url + " is also that of ");
        }
    }
    return problems;
}

std::string expand(std::string_view text, const TemplateValues& values) {
    std::string expanded;
    const auto append_literal = [&](std::string_view literal) { expanded += literal; };
    const auto append_value = [&](std::string_view name) {
        if (name == "site") {
            expanded += values.site;
        } else if (name == "term") {
            expanded += values.term;
        } else if (name == "slug") {
            expanded += values.slug;
        } else {
            expanded.append("{").append(name).append("}");
        }
    };
    split_template(text, append_literal, append_value);
    return expanded;
}

}  // namespace tagwire::feed
