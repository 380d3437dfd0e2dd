// Pages of feeds' archives, which are made when they are asked for.
#include "shelf/bench.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::shelf;
using namespace tagwire::shelf::sample;

namespace {

const std::string page_url = "https://example.org/archive/1/atom.xml";

Recipe atom_page(std::size_t page, const std::string& title) { return archived(page, feed::Format::atom, title); }

void put_feed(Bench& bench) {
    const FeedRecipe recipe = feed_of({});
    bench.shelf.put({document_of(recipe, feed::Format::atom), document_of(recipe, feed::Format::page)});
}

bool shows(const Answer& answer, std::string_view text) { return has(std::get<DocumentPtr>(answer), text); }

}  // namespace

TEST_CASE("a page is made when it is asked for first, and is there from then on") {
    Bench bench;
    put_feed(bench);
    const auto answer = bench.ask("/archive/1/atom.xml");
    REQUIRE(bench.questions.size() == 1);
    CHECK(bench.questions[0].page == 1);
    CHECK(bench.questions[0].current.format == feed::Format::atom);
    CHECK(bench.questions[0].current.recipe->feed.id == "urn:test:feed");
    CHECK_FALSE(*answer);
    bench.questions[0].answer(atom_page(1, "alpha"));
    bench.run_tasks();
    const DocumentPtr document = std::get<DocumentPtr>(answer->value());
    CHECK(has(document, "alpha"));
    CHECK(document->link == "<" + page_url + ">; rel=\"self\"");
    CHECK(bench.document("/archive/1/atom.xml") == document);
    CHECK(bench.questions.size() == 1);
    CHECK(bench.settled.back().path == "/archive/1/atom.xml");
}

TEST_CASE("readers who ask while a page is made are all answered, and the page is rendered once") {
    Bench bench;
    put_feed(bench);
    const auto first = bench.ask("/archive/1/atom.xml");
    const auto second = bench.ask("/archive/1/atom.xml");
    CHECK(shows(bench.get_page("/archive/1/atom.xml", atom_page(1, "alpha")), "alpha"));
    CHECK(bench.settled.size() == 1);
    REQUIRE((*first && *second));
    CHECK(std::get<DocumentPtr>(**first) == std::get<DocumentPtr>(**second));
}

TEST_CASE("what is no page is where the owner says, or nowhere, and is asked for again") {
    Bench bench;
    put_feed(bench);
    const Answer next = bench.get_page("/archive/4/atom.xml", Elsewhere{"https://example.org/atom.xml"});
    CHECK(std::get<Elsewhere>(next).location == "https://example.org/atom.xml");
    CHECK(is<NotFound>(bench.get_page("/archive/4/atom.xml", NotFound{})));
    CHECK(shows(bench.get_page("/archive/4/atom.xml", atom_page(4, "delta")), "delta"));
}

TEST_CASE("only feeds have archives, and only those that there are") {
    Bench bench;
    bench.shelf.put(
        {list_at("https://example.org/feeds.opml", "list"), page_of(article_at("https://example.org/a/", "article"))});
    for (const std::string path : {"/archive/1/feeds.opml", "/a/archive/1/", "/archive/1/atom.xml"}) {
        CHECK(is<NotFound>(bench.get(path)));
    }
    put_feed(bench);
    CHECK(is<NotFound>(bench.get("/archive/01/atom.xml")));
    CHECK(bench.questions.empty());
}

TEST_CASE("the archive of the site's page is its feed's, without the list of feeds") {
    Bench bench;
    const auto feed = std::make_shared<const FeedRecipe>(feed_of({}));
    const auto list = std::make_shared<const FeedListRecipe>(FeedListRecipe{{}, {}, "https://example.org/feeds.opml"});
    bench.shelf.put({IndexDocument{feed, list}});
    const auto answer = bench.ask("/archive/2/");
    REQUIRE(bench.questions.size() == 1);
    CHECK(bench.questions[0].current.recipe == feed);
    CHECK(bench.questions[0].current.format == feed::Format::page);
}

TEST_CASE("a page is found with the base's path and without it") {
    Bench bench("https://example.org/feeds/");
    FeedRecipe recipe = feed_of({});
    recipe.feed.urls[1] = "https://example.org/feeds/atom.xml";
    bench.shelf.put({document_of(recipe, feed::Format::atom)});
    recipe.feed.archive.page = 1;
    const Answer page = bench.get_page("/feeds/archive/1/atom.xml", document_of(recipe, feed::Format::atom));
    CHECK(bench.document("/archive/1/atom.xml") == std::get<DocumentPtr>(page));
    CHECK(bench.settled.back().path == "/archive/1/atom.xml");
}

TEST_CASE("other spellings of a page's path are moved to its URL, whether it was made or not") {
    Bench bench;
    put_feed(bench);
    CHECK(bench.moved("/archive/1/ATOM.xml") == page_url);
    CHECK(bench.moved("/archive/1") == "https://example.org/archive/1/");
    CHECK(bench.questions.empty());
    (void)bench.get_page("/archive/1/atom.xml", atom_page(1, "alpha"));
    CHECK(bench.moved("/archive/1/ATOM.xml") == page_url);
}

TEST_CASE("whatever is put under a page's path has it") {
    Bench bench;
    put_feed(bench);
    (void)bench.get_page("/archive/1/atom.xml", atom_page(1, "alpha"));
    bench.shelf.put({page_of(article_at(page_url, "article"))});
    CHECK(has(bench.document("/archive/1/atom.xml"), "article"));
    bench.shelf.remove(page_url);
    CHECK(has(bench.document("/archive/1/atom.xml"), "alpha"));
}

TEST_CASE("a page that is dropped is made anew") {
    Bench bench;
    put_feed(bench);
    (void)bench.get_page("/archive/1/atom.xml", atom_page(1, "alpha"));
    (void)bench.get_page("/archive/2/atom.xml", atom_page(2, "beta"));
    bench.shelf.drop({page_url});
    CHECK(shows(bench.get_page("/archive/1/atom.xml", atom_page(1, "omega")), "omega"));
    CHECK(has(bench.document("/archive/2/atom.xml"), "beta"));
    CHECK(bench.questions.empty());
}

TEST_CASE("a page that is dropped while it is rendered is given to those who waited, and does not come back") {
    Bench bench;
    put_feed(bench);
    const auto answer = bench.ask("/archive/1/atom.xml");
    bench.questions.front().answer(atom_page(1, "alpha"));
    bench.questions.clear();
    bench.shelf.drop({page_url});
    bench.run_tasks();
    CHECK(shows(answer->value(), "alpha"));
    CHECK(shows(bench.get_page("/archive/1/atom.xml", atom_page(1, "omega")), "omega"));
}

TEST_CASE("a feed that goes takes its archive along") {
    Bench bench;
    const std::string url = "https://example.org/atom.xml";
    const auto make = [&](const std::string& title) {
        put_feed(bench);
        CHECK(shows(bench.get_page("/archive/1/atom.xml", atom_page(1, title)), title));
    };
    make("alpha");
    bench.shelf.drop({url});
    CHECK(is<NotFound>(bench.get("/archive/1/atom.xml")));
    make("beta");
    bench.shelf.retire(url);
    CHECK(is<Gone>(bench.get("/archive/1/atom.xml")));
    make("gamma");
    bench.shelf.redirect(url, "https://example.org/new/atom.xml");
    CHECK(bench.moved("/archive/1/atom.xml") == "https://example.org/new/archive/1/atom.xml");
    make("delta");
}

TEST_CASE("of more pages than are kept, the one made first is made again when it is asked for") {
    Bench bench(ShelfOptions{
        .base_url = "https://example.org/", .run = {}, .settle = {}, .archive = {}, .archive_pages_max = 2});
    put_feed(bench);
    const auto path = [](int page) { return "/archive/" + std::to_string(page) + "/atom.xml"; };
    for (const int page : {1, 2, 3}) {
        CHECK(shows(bench.get_page(path(page), atom_page(static_cast<std::size_t>(page), "alpha")), "alpha"));
    }
    CHECK(has(bench.document(path(2)), "alpha"));
    CHECK(has(bench.document(path(3)), "alpha"));
    CHECK(shows(bench.get_page(path(1), atom_page(1, "omega")), "omega"));
    CHECK(shows(bench.get_page(path(2), atom_page(2, "omega")), "omega"));
}

TEST_CASE("beyond a number of pages that wait to be made nothing is ready, and room is made by each answer") {
    Bench bench;
    put_feed(bench);
    std::vector<std::shared_ptr<std::optional<Answer>>> waiting;
    do {
        waiting.push_back(bench.ask("/archive/1/atom.xml"));
        REQUIRE(waiting.size() < 100'000);
    } while (!*waiting.back());
    CHECK(is<NotReady>(**waiting.back()));
    waiting.pop_back();
    CHECK(bench.questions.size() == waiting.size());
    bench.questions.front().answer(NotFound{});
    bench.questions.pop_front();
    CHECK(is<NotFound>(waiting.front()->value()));
    CHECK_FALSE(*bench.ask("/archive/1/atom.xml"));
    CHECK(is<NotReady>(bench.ask("/archive/1/atom.xml")->value()));
}

TEST_CASE("a shelf whose owner knows no archives has none") {
    Bodies bodies;
    Renderer renderer(bodies);
    Shelf shelf({.base_url = "https://example.org/", .run = {}, .settle = {}, .archive = {}}, renderer);
    shelf.open();
    shelf.put({document_of(feed_of({}), feed::Format::atom)});
    std::optional<Answer> answer;
    shelf.ask("/archive/1/atom.xml", [&](Answer given) { answer = std::move(given); });
    REQUIRE(answer);
    CHECK(is<NotFound>(*answer));
}
