#include "cli/explanations.hpp"

#include <algorithm>
#include <array>

namespace tagwire::cli {

namespace {

constexpr auto all = std::to_array<Explanation>({
    {"article-too-large",
     "The file is larger than an article may be (16 MiB). Mostly something is embedded in it: images as data: URIs, "
     "or a log.",
     "Move what is embedded into files of its own, or split the article."},
    {"bad-value", "A key of the configuration or of a feed definition has a value of the wrong kind.",
     "Write the kind of value that config/tagwire.yaml shows for that key."},
    {"configuration-file", "The configuration file cannot be read.",
     "Check the path given to --config, and that tagwire's user may read it."},
    {"configuration-site", "The generator that the site is said to be made with is not one that tagwire knows.",
     "Use auto, hugo, jekyll, hexo, zola, pelican or plain."},
    {"configuration-time-zone", "The time zone is not in the system's database.",
     "Use an IANA name such as Asia/Shanghai, Europe/Berlin or UTC."},
    {"configuration-url", "A base URL must be absolute, http or https, and without query or fragment.",
     "Write it like https://example.org/blog/."},
    {"configuration-value", "A key of the configuration has a value that is none of those it may have.",
     "Use one of the values that the message lists."},
    {"date-unreadable",
     "A date of the front matter cannot be read, or could mean two days (02/03/2024). It is as if it were not "
     "there: the article's date comes from its other keys, its file's name, its permalink or the file's time.",
     "Write it like 2025-02-10 22:04:13 (in the site's time zone) or 2025-02-10T22:04:13+08:00."},
    {"date-zone", "The date ends with an abbreviation of a time zone that is not known, so the site's zone is taken.",
     "Write an offset such as +08:00 in its place."},
    {"draft-unclear",
     "`draft` is neither true nor false. The article is not shown, since what was shown by mistake cannot be taken "
     "back.",
     "Write draft: true or draft: false."},
    {"duplicate-id",
     "Two articles have one id, which feed readers would take for one entry. The one that had it first keeps it; "
     "the other is not shown.",
     "Give the other article an `id` of its own, or remove the key there."},
    {"duplicate-link", "Two articles would have their page at one URL. The first by path has it.",
     "Give one of them a `slug` or `url` of its own."},
    {"encoding",
     "The file is not UTF-8, or holds a NUL character, as files do that are half written or saved in an older "
     "encoding.",
     "Save the file as UTF-8; iconv -f GB18030 -t UTF-8, for example, converts it."},
    {"feed-conflict", "Two feed definitions have the same name or give the same URL.",
     "Change the name or the URLs of one of them."},
    {"feed-content", "`content` of a feed definition says how much of an article its entries carry.",
     "Write full or summary."},
    {"feed-definition", "A feed definition cannot be read.", "Check the file and its permissions."},
    {"feed-limit", "A limit of a feed definition is not one that can be kept.",
     "Use a whole number of at least 1 for entries, and sizes such as 512KiB."},
    {"feed-title", "A title's template names something in {braces} that is not known.",
     "Use {site} and, where there is a feed for each term, {term}."},
    {"feed-url", "A URL's template in a feed definition is no path, or lacks {slug} where each term needs its own.",
     "Write a path that begins with a slash, such as /tags/{slug}/rss.xml."},
    {"feeds-folder", "The folder of feed definitions cannot be read or holds none.",
     "Check the path given as `feeds` (--feeds); definitions are files *.yaml in it."},
    {"forbidden-character",
     "The body holds characters that XML forbids: control characters, mostly, that came with a copied text. Feeds "
     "leave them out.",
     "Delete them."},
    {"front-matter-duplicate-key", "A key stands twice in the front matter's lines. The last one counts.",
     "Remove one of them."},
    {"front-matter-unclosed",
     "The front matter that the file opens with has no end. A file that is just being written looks like this as "
     "well: it is read again when it changes.",
     "End the front matter with the line that opened it: --- (YAML), +++ (TOML), or } (JSON)."},
    {"front-matter-value",
     "The front matter is not made of keys and values, or a key has a value of a kind that says nothing there.",
     "Write `key: value`, and put quotation marks around a text that looks like something else."},
    {"language-unreadable", "The article's language is not of the form of a language tag (BCP 47).",
     "Write a tag such as zh-CN or en."},
    {"link-with-blank", "CommonMark ends a link's address at a blank, so that the link or image stays plain text.",
     "Write the address between < and >, or %20 for each blank."},
    {"provisional-ids",
     "While the site was served at a name of this machine alone, ids were minted for that name, which nobody else may "
     "have seen. Now that the site has a name of its own, articles get the ids that they will keep.",
     "Nothing is to be done. To keep the old ids after all, set `id-domain` to the old name."},
    {"site-configuration",
     "The configuration of the site's own generator holds something that tagwire cannot make sense of. It goes on "
     "without it.",
     "Mend it there, or set the corresponding key in tagwire's own configuration."},
    {"time-zone-missing",
     "Articles have dates without a time zone, and no zone is configured. Read as UTC, they may appear hours too "
     "late or too early.",
     "Set `time-zone` to the zone that their authors live in."},
    {"time-zone-suspect",
     "Several articles lie a few hours in the future, which mostly means that their dates are in another time zone "
     "than the one that is set.",
     "Set `time-zone` to the zone that the dates are in."},
    {"toml-syntax", "The front matter in TOML is malformed at the place that is named.",
     "Check the line: texts need quotation marks, dates are written 2025-02-10T22:04:13+08:00."},
    {"toml-too-large", "The TOML has more values than front matter can need, or too many levels.",
     "Remove what is repeated or nested."},
    {"too-many-terms", "An article has more terms in one taxonomy than a list may have. The first ones count.",
     "Remove the others."},
    {"unknown-key", "The configuration or a feed definition has a key that is not known, mostly a misspelling.",
     "Use the key that the message proposes, or remove the line."},
    {"unreadable-file", "The file is there, but cannot be opened or read.",
     "Give tagwire's user permission to read it; check the disk."},
    {"unreadable-folder",
     "A folder below the content folder cannot be read. What is in it is unknown: articles that were published from "
     "it stay.",
     "Give tagwire's user permission to read and enter it; check the disk."},
    {"yaml-control-character", "A control character stands in YAML, and is read as a blank.", "Delete it."},
    {"yaml-duplicate-key", "A key stands twice in one map. The last one counts.", "Remove one of them."},
    {"yaml-key-with-colon", "A key holds a colon, as in `category:news`: the whole is read as a key without a value.",
     "Put a blank behind the colon."},
    {"yaml-syntax", "The YAML is malformed at the place that is named.",
     "Check the indentation (blanks, no tabs), and put quotation marks around texts that hold a colon and a blank or "
     "begin with one of @ ` % * & [ { ! |."},
    {"yaml-too-large", "The YAML has more values than an article or configuration can need, or too many levels.",
     "Remove what is repeated, aliases above all."},
    {"yaml-unclosed-quote",
     "A quotation mark is opened and not closed on its line, so that the keys that follow would become part of the "
     "text.",
     "Close it at the end of the value."},
});

}  // namespace

std::span<const Explanation> explanations() { return all; }

const Explanation* find_explanation(std::string_view code) {
    const auto* const found =
        std::find_if(all.begin(), all.end(), [&](const Explanation& one) { return one.code == code; });
    return found == all.end() ? nullptr : found;
}

}  // namespace tagwire::cli
