#include "reading.hpp"

using namespace tagwire;
using namespace tagwire::content;

TEST_CASE("the image is the first http URL that a key for pictures has") {
    const auto [front_matter, expected] = GENERATE(table<std::string, std::string>({
        {"thumbnail: https://img.example.net/a?w=640&h=360", "https://img.example.net/a?w=640&h=360"},
        {"thumbnail: \"\"", ""},
        {"thumbnail: /img/a.png", "https://example.org/img/a.png"},
        {"image: a.png", "https://example.org/post/a/a.png"},
        {"image: 潮 汐.png", "https://example.org/post/a/%E6%BD%AE%20%E6%B1%90.png"},
        {"image: //img.example.net/a.png", "https://img.example.net/a.png"},
        {"image: \"data:image/gif;base64,R0lGOD\"\nthumbnail: b.png", "https://example.org/post/a/b.png"},
        {"image: ftp://example.net/a.png", ""},
        {"image: true\ncover: c.png", "https://example.org/post/a/c.png"},
        {"featured: true", ""},
        {"featured_image: a.png", "https://example.org/post/a/a.png"},
        {"featuredImage: a.png", "https://example.org/post/a/a.png"},
        {"images: [\"\", \"data:x\", b.png, c.png]", "https://example.org/post/a/b.png"},
        {"images: [{src: b.png}]", "https://example.org/post/a/b.png"},
        {"thumbnail: {src: a.png, visibility: [list]}", "https://example.org/post/a/a.png"},
        {"cover: {image: img/c.png, alt: x}", "https://example.org/post/a/img/c.png"},
        {"cover: {image: img/c.png, relative: true}", "https://example.org/post/a/img/c.png"},
        {"cover: {image: img/c.png, relative: false}", "https://example.org/img/c.png"},
        {"images: [true, ~, {src: \"data:image/png;base64,AA\"}, [c.png]]", "https://example.org/post/a/c.png"},
        {"image: {path: /i/a.png, width: 9}", "https://example.org/i/a.png"},
        {"image: false\nthumbnail: \"DATA:image/png;base64,AA\"\nbanner: https://a.example/b", "https://a.example/b"},
        {"image: \"javascript:x\"", ""},
        {"image:\nimages: []\ncover: {}", ""},
    }));
    CAPTURE(front_matter);
    CHECK(read(front_matter).metadata.image == expected);
}
