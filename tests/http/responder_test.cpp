#include "http/responder.hpp"

#include "documents.hpp"
#include "raw_client.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::http;
using namespace tagwire::http::testing;

namespace {

const Circumstances circumstances{.now = now, .date = "Sun, 01 Nov 2026 10:00:00 GMT"};

RequestHead request(Method method, std::string_view target = "/atom.xml") {
    return {.method = method, .target = target, .conditions = {}, .accept_encoding = {}};
}

Response routed(const RequestHead& head) { return std::get<Response>(route(head, circumstances)); }

// As a line of "Name: value" without its end.
std::string field(const Response& response, const std::string& name) { return parse_head(response.head).field(name); }

int status(const Response& response) { return parse_head(response.head).status; }

}  // namespace

TEST_CASE("a document is sent with exact validators and its media type") {
    const auto feed = document("<feed/>");
    const Response response = respond(request(Method::get), feed, circumstances);
    CHECK(response.head ==
          "HTTP/1.1 200 OK\r\n"
          "Date: Sun, 01 Nov 2026 10:00:00 GMT\r\n"
          "X-Content-Type-Options: nosniff\r\n"
          "Content-Type: application/atom+xml\r\n"
          "Content-Length: 7\r\n"
          "Last-Modified: Sun, 01 Nov 2026 08:00:00 GMT\r\n"
          "ETag: \"" +
              feed->etag +
              "\"\r\n"
              "Vary: Accept-Encoding\r\n"
              "Cache-Control: public, max-age=900\r\n"
              "Link: <https://example.org/atom.xml>; rel=\"self\"\r\n\r\n");
    CHECK(response.body.data() == feed->identity.data());
    CHECK(response.document == feed);
}

TEST_CASE("gzip is sent where it is preferred and there is one") {
    const auto feed = document("<feed/>", "compressed");
    RequestHead head = request(Method::get);
    head.accept_encoding = "gzip";
    const Response gzip = respond(head, feed, circumstances);
    CHECK(gzip.body.data() == feed->gzip.data());
    CHECK(field(gzip, "content-encoding") == "gzip");
    CHECK(field(gzip, "content-length") == "10");
    CHECK(field(gzip, "etag") == '"' + feed->etag + "-gz1\"");
    const Response identity = respond(head, document("<feed/>"), circumstances);
    CHECK(field(identity, "content-encoding").empty());
    CHECK(field(identity, "etag") == '"' + feed->etag + '"');
}

TEST_CASE("a 304 has what a 200 would have, but for its body") {
    const auto feed = document("{}", {}, "application/feed+json");
    RequestHead head = request(Method::get);
    Reply full = parse_head(respond(head, feed, circumstances).head);
    head.conditions.if_none_match = "*";
    const Response response = respond(head, feed, circumstances);
    const Reply saved = parse_head(response.head);
    CHECK(saved.status == 304);
    CHECK(response.body.empty());
    full.fields.erase("content-type");
    full.fields.erase("content-length");
    CHECK(saved.fields == full.fields);
}

TEST_CASE("a 304 names the tag that the client holds") {
    const auto feed = document("<feed/>", "compressed");
    RequestHead head = request(Method::get);
    const std::string held = '"' + feed->etag + '"';
    head.conditions.if_none_match = held;
    head.accept_encoding = "gzip";
    const Response response = respond(head, feed, circumstances);
    CHECK(status(response) == 304);
    CHECK(field(response, "etag") == held);
    CHECK(field(response, "vary") == "Accept-Encoding");
}

TEST_CASE("conditions that fail give 412") {
    RequestHead head = request(Method::get);
    head.conditions.if_match = "\"another\"";
    CHECK(status(respond(head, document("<feed/>"), circumstances)) == 412);
}

TEST_CASE("HEAD has the fields of GET and no body") {
    const std::vector<shelf::Answer> answers{document("<feed/>", "compressed"),
                                             shelf::Moved{"https://example.org/"},
                                             shelf::Elsewhere{"https://example.org/"},
                                             shelf::NotFound{},
                                             shelf::Gone{},
                                             shelf::NotReady{},
                                             shelf::Failed{}};
    for (const shelf::Answer& answer : answers) {
        const Response got = respond(request(Method::get), answer, circumstances);
        const Response head = respond(request(Method::head), answer, circumstances);
        CAPTURE(got.head);
        CHECK(head.head == got.head);
        CHECK(head.body.empty());
        CHECK_FALSE(got.body.empty());
        CHECK(field(got, "content-length") == std::to_string(got.body.size()));
    }
}

TEST_CASE("Last-Modified is never later than Date") {
    Circumstances clock_was_set_back = circumstances;
    clock_was_set_back.now = changed - std::chrono::hours(1);
    const Response response = respond(request(Method::get), document("<feed/>"), clock_was_set_back);
    CHECK(field(response, "last-modified") == "Sun, 01 Nov 2026 07:00:00 GMT");
}

TEST_CASE("caches may keep a document as long as is configured, or longer where the document says so") {
    shelf::Document page = *document("<feed/>");
    const auto cache_control = [&](std::chrono::seconds configured) {
        Circumstances with = circumstances;
        with.max_age = configured;
        const auto made = std::make_shared<const shelf::Document>(page);
        return field(respond(request(Method::get), made, with), "cache-control");
    };
    CHECK(cache_control(std::chrono::seconds(60)) == "public, max-age=60");
    page.max_age_min = std::chrono::hours(24);
    CHECK(cache_control(std::chrono::seconds(60)) == "public, max-age=86400");
    CHECK(cache_control(std::chrono::hours(48)) == "public, max-age=172800");
}

TEST_CASE("pages may not run anything, and JSON may be read by any page") {
    const Response page = respond(request(Method::get), document("<p>", {}, "text/html; charset=utf-8"), circumstances);
    CHECK(field(page, "content-security-policy") ==
          "default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:; media-src https: http:; "
          "base-uri 'none'; form-action 'none'");
    CHECK(field(page, "access-control-allow-origin").empty());
    const Response json = respond(request(Method::get), document("{}", {}, "application/feed+json"), circumstances);
    CHECK(field(json, "access-control-allow-origin") == "*");
    CHECK(field(json, "content-security-policy").empty());
}

TEST_CASE("the shelf's other answers have their statuses") {
    const auto respond_to = [](const shelf::Answer& answer) {
        return parse_head(respond(request(Method::get), answer, circumstances).head);
    };
    const Reply moved = respond_to(shelf::Moved{"https://example.org/tags/a/"});
    CHECK(moved.status == 301);
    CHECK(moved.field("location") == "https://example.org/tags/a/");
    CHECK(moved.field("cache-control") == "public, max-age=900");
    const Reply elsewhere = respond_to(shelf::Elsewhere{"https://example.org/atom.xml"});
    CHECK(elsewhere.status == 302);
    CHECK(elsewhere.field("location") == "https://example.org/atom.xml");
    CHECK(elsewhere.field("cache-control") == "no-cache");
    CHECK(respond_to(shelf::NotFound{}).status == 404);
    CHECK(respond_to(shelf::Gone{}).status == 410);
    const Reply not_ready = respond_to(shelf::NotReady{});
    CHECK(not_ready.status == 503);
    CHECK(not_ready.field("retry-after") == "5");
    CHECK(not_ready.field("cache-control") == "no-store");
    const Reply failed = respond_to(shelf::Failed{});
    CHECK(failed.status == 500);
    CHECK(failed.field("cache-control") == "no-store");
    CHECK(failed.field("content-type") == "text/plain; charset=utf-8");
}

TEST_CASE("a value that would end its field is not sent") {
    const Response response =
        respond(request(Method::get), shelf::Moved{"https://example.org/\r\nSet-Cookie: a=b"}, circumstances);
    CHECK(response.head.find("Set-Cookie") == std::string::npos);
    CHECK(field(response, "location").empty());
}

TEST_CASE("only documents that are read are asked for") {
    CHECK(std::get<std::string>(route(request(Method::get, "/a%20b?c"), circumstances)) == "/a b");
    CHECK(std::get<std::string>(route(request(Method::head, "http://example.org/"), circumstances)) == "/");

    const Response options = routed(request(Method::options, "*"));
    CHECK(status(options) == 204);
    CHECK(field(options, "allow") == "GET, HEAD, OPTIONS");
    CHECK(field(options, "content-length").empty());
    CHECK(status(routed(request(Method::options, "/atom.xml"))) == 204);
    CHECK(status(routed(request(Method::options, "nowhere"))) == 400);

    const Response other = routed(request(Method::other));
    CHECK(status(other) == 405);
    CHECK(field(other, "allow") == "GET, HEAD, OPTIONS");
    CHECK(status(routed(request(Method::unknown))) == 501);
    CHECK(status(routed(request(Method::get, "*"))) == 400);
    CHECK(status(routed(request(Method::get, "/../x"))) == 400);
}

TEST_CASE("nothing that the client sent is in an error") {
    const Response response = routed(request(Method::get, "/<script>alert(1)</script>/.."));
    CHECK(status(response) == 400);
    CHECK(response.head.find("script") == std::string::npos);
    CHECK(response.body.find("script") == std::string::npos);
    CHECK(field(response, "content-type") == "text/plain; charset=utf-8");
}

TEST_CASE("the head says what becomes of the connection where that is not implied") {
    Circumstances ending = circumstances;
    ending.persistence = Persistence::close;
    CHECK(field(respond(request(Method::get), shelf::NotFound{}, ending), "connection") == "close");
    ending.persistence = Persistence::keep_alive;
    CHECK(field(respond(request(Method::get), shelf::NotFound{}, ending), "connection") == "keep-alive");
    CHECK(field(respond(request(Method::get), shelf::NotFound{}, circumstances), "connection").empty());
}
