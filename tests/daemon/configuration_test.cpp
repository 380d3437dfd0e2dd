#include "daemon/configuration.hpp"
#include "daemon/read_text.hpp"
#include "daemon/settings.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::daemon;

namespace {

// All that a configuration says, so that a difference shows its place.
std::string text(const Configuration& c) {
    std::string all;
    for (const std::string& value :
         {c.content, c.listen, c.base_url, c.site_url, c.title, c.description, c.language, c.time_zone, c.author.name,
          c.author.email, c.author.uri, c.id_domain, c.state, c.feeds, c.log_level, c.site}) {
        all += '[' + value + ']';
    }
    for (const auto& list : {c.extensions, c.link_blog.keys}) {
        for (const std::string& value : list) all += value + ',';
        all += ';';
    }
    for (const content::Taxonomy& taxonomy : c.taxonomies) {
        all += taxonomy.name + ':';
        for (const std::string& key : taxonomy.keys) all += key + ',';
    }
    for (const bool value :
         {c.front_matter.pelican, c.front_matter.hexo, c.front_matter.none, c.split_terms, c.cjk_emphasis,
          c.link_blog.last_line == content::LinkBlog::LastLine::the_original,
          c.original_in_rss == feed::OriginalInRss::link, c.duplicates == catalog::Duplicates::hidden}) {
        all += value ? '1' : '0';
    }
    for (const auto number :
         {static_cast<long long>(c.entries), static_cast<long long>(c.watch.method),
          static_cast<long long>(c.watch.poll_interval.count()), static_cast<long long>(c.watch.quiet_time.count()),
          static_cast<long long>(c.watch.maximum_wait.count()), static_cast<long long>(c.watch.scan.follow_links),
          static_cast<long long>(c.hold.count()), static_cast<long long>(c.ids),
          static_cast<long long>(c.hold_back.count()), static_cast<long long>(c.tombstones.count()),
          static_cast<long long>(c.forget_after.count()), static_cast<long long>(c.http.threads),
          static_cast<long long>(c.http.connections_max), static_cast<long long>(c.http.max_age.count()),
          static_cast<long long>(c.http.header_timeout.count()), static_cast<long long>(c.http.idle_timeout.count()),
          static_cast<long long>(c.http.write_timeout.count()), static_cast<long long>(c.http.drain_timeout.count())}) {
        all += ' ' + std::to_string(number);
    }
    return all;
}

}  // namespace

TEST_CASE("The configuration file that is shipped documents the defaults") {
    const auto shipped = read_text(TAGWIRE_TEST_DATA "/../config/tagwire.yaml");
    REQUIRE(shipped.has_value());
    const auto loaded = read_configuration("tagwire.yaml", *shipped);
    CHECK(loaded.problems.empty());
    CHECK(text(loaded.configuration) == text(Configuration()));
}

TEST_CASE("Each key is read") {
    const auto loaded =
        read_configuration("tagwire.yaml",
                           "content: a\nlisten: '[::1]:0'\nbase-url: https://example.org/\ntime-zone: Asia/Shanghai\n"
                           "author: {name: 渡口, email: a@example.org}\nwatch: poll\nentries: summary\n"
                           "http: {threads: 2, max-age: 1h}\n");
    CHECK(loaded.problems.empty());
    CHECK(text(loaded.configuration) != text(Configuration()));
    CHECK(loaded.configuration.listen == "[::1]:0");
    CHECK(loaded.configuration.author.email == "a@example.org");
    CHECK(loaded.configuration.watch.method == watch::Method::poll);
    CHECK(loaded.configuration.entries == feed::ContentMode::summary);
    CHECK(loaded.configuration.http.max_age == std::chrono::hours(1));
}

TEST_CASE("Each key of how articles are read is read") {
    const auto loaded = read_configuration(
        "tagwire.yaml",
        "site: jekyll\nextensions: [txt, .md]\nfront-matter: [pelican, none]\ntaxonomies: {series: [series, serie], x: }\n"
        "split-terms: false\ncjk-emphasis: no\n"
        "link-blog: {keys: [source], last-line: original, rss: link, duplicates: hidden}\n");
    CHECK(loaded.problems.empty());
    CHECK(loaded.configuration.site == "jekyll");
    const Configuration& c = loaded.configuration;
    CHECK(c.extensions == std::vector<std::string>{".txt", ".md"});
    CHECK((c.front_matter.pelican && c.front_matter.none && !c.front_matter.hexo));
    REQUIRE(c.taxonomies.size() == 2);
    CHECK(c.taxonomies[0].keys == std::vector<std::string>{"series", "serie"});
    CHECK(c.taxonomies[1].keys == std::vector<std::string>{"x"});
    CHECK_FALSE(c.split_terms);
    CHECK_FALSE(c.cjk_emphasis);
    CHECK(c.link_blog.keys == std::vector<std::string>{"source"});
    CHECK(c.link_blog.last_line == content::LinkBlog::LastLine::the_original);
    CHECK(c.original_in_rss == feed::OriginalInRss::link);
    CHECK(c.duplicates == catalog::Duplicates::hidden);
}

TEST_CASE("Each key of what is remembered is read") {
    const auto loaded = read_configuration(
        "tagwire.yaml", "state: /var/lib/x\nids: permalink\nhold-back: 2min\ntombstones: 30d\nforget-after: 1h\n");
    CHECK(loaded.problems.empty());
    const Configuration& c = loaded.configuration;
    CHECK(c.state == "/var/lib/x");
    CHECK(c.ids == IdSource::permalink);
    CHECK(c.hold_back == std::chrono::minutes(2));
    CHECK(c.tombstones == std::chrono::days(30));
    CHECK(c.forget_after == std::chrono::hours(1));
}

TEST_CASE("Folders are meant from where the configuration file lies") {
    const auto loaded = read_configuration("/etc/tagwire/tagwire.yaml", "content: ../articles\nfeeds: /srv/feeds\n");
    CHECK(loaded.configuration.content == "/etc/articles");
    CHECK(loaded.configuration.feeds == "/srv/feeds");
}

TEST_CASE("What is not understood is an error with its line") {
    for (const auto& [yaml, line] : {std::pair{"title: a\ntime-zon: UTC\n", 2U},
                                     {"watch: sometimes\n", 1U},
                                     {"http: {threads: many}\n", 1U},
                                     {"title: a\nfront-matter: [toml]\n", 2U},
                                     {"link-blog: {rss: enclosure}\n", 1U},
                                     {"- a\n", 1U},
                                     {"title: \"a\n", 1U},
                                     {"author:\n  nmae: a\n", 2U}}) {
        INFO(yaml);
        const auto loaded = read_configuration("tagwire.yaml", yaml);
        REQUIRE(has_error(loaded.problems));
        CHECK(loaded.problems.front().line == line);
    }
}

TEST_CASE("What is not configured follows from what is") {
    Configuration configuration;
    configuration.content = "/srv/渡口";
    const auto made = make_settings(configuration, "0.0.0.0:8080");
    CHECK(made.problems.empty());
    CHECK(made.settings.site.title == "渡口");
    CHECK(made.settings.site.author.name == "渡口");
    CHECK(made.settings.site.base_url == "http://127.0.0.1:8080/");
    CHECK(made.settings.site.site_url == made.settings.site.base_url);
    CHECK(made.settings.serves_articles);
    CHECK(made.settings.definitions.size() == 4);
}

TEST_CASE("With a site URL, articles live there") {
    Configuration configuration;
    configuration.base_url = "https://feeds.example.org/blog";
    configuration.site_url = "https://example.org";
    const auto made = make_settings(configuration, "127.0.0.1:8080");
    CHECK(made.settings.site.base_url == "https://feeds.example.org/blog/");
    CHECK(made.settings.reading.site_url == "https://example.org/");
    CHECK(made.settings.site.id_domain == "example.org");
    CHECK_FALSE(made.settings.serves_articles);
}

TEST_CASE("Values that cannot be meant are refused") {
    Configuration configuration;
    configuration.base_url = "example.org";
    configuration.time_zone = "Mars/Olympus";
    configuration.feeds = "/no/such/folder";
    CHECK(make_settings(configuration, "127.0.0.1:8080").problems.size() == 3);
}
