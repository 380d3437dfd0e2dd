// Reads cleaned HTML as strictly as XML is read, and its URLs as a browser reads them.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::support {

// Tells the first fault of a body; empty if it has none: every element ended in its turn, attributes in quotes,
// references only where they are needed, no URL but an absolute one of an allowed scheme, nothing that runs.
class StrictHtml {
  public:
    static std::string fault_of(std::string_view html) {
        StrictHtml reader(html);
        reader.read();
        return reader.fault_;
    }

  private:
    static constexpr auto npos = std::string_view::npos;

    explicit StrictHtml(std::string_view html) : rest_(html) {}

    static bool has_word(std::string_view list, std::string_view word) {
        return (' ' + std::string(list) + ' ').find(' ' + std::string(word) + ' ') != npos;
    }

    void read() {
        while (!rest_.empty() && fault_.empty()) {
            const auto tag = std::min(rest_.find('<'), rest_.size());
            check_text(rest_.substr(0, tag));
            rest_.remove_prefix(tag);
            if (!rest_.empty()) read_tag();
        }
        if (fault_.empty() && !open_.empty()) fault_ = "not ended: " + std::string(open_.back());
    }

    void check_text(std::string_view text) {
        if (text.find('>') != npos) fault_ = "a bare >";
        for (auto at = text.find('&'); at != npos; at = text.find('&', at + 1)) {
            static constexpr std::array<std::string_view, 4> known = {"&amp;", "&lt;", "&gt;", "&quot;"};
            const auto part = text.substr(at);
            if (std::none_of(known.begin(), known.end(), [&](auto name) { return part.starts_with(name); })) {
                fault_ = "a bare &";
            }
        }
    }

    void read_tag() {
        const bool ends = rest_.starts_with("</");
        rest_.remove_prefix(ends ? 2 : 1);
        const std::string_view name = take_name();
        if (has_word("script style iframe object embed form input textarea svg math link meta base title", name)) {
            fault_ = "forbidden: " + std::string(name);
        }
        if (name.empty()) fault_ = "a tag without name";
        while (!ends && rest_.starts_with(' ') && fault_.empty()) read_attribute(name);
        if (!rest_.starts_with('>')) fault_ = "a tag that does not end";
        if (!fault_.empty()) return;
        rest_.remove_prefix(1);
        if (ends) {
            if (open_.empty() || open_.back() != name) fault_ = "ended out of turn: " + std::string(name);
            if (!open_.empty()) open_.pop_back();
        } else if (!has_word("br hr img source track wbr", name)) {
            open_.push_back(name);
        }
    }

    void read_attribute(std::string_view element) {
        rest_.remove_prefix(1);
        const std::string_view name = take_name();
        const auto end = rest_.starts_with("=\"") ? rest_.find('"', 2) : npos;
        if (name.empty() || end == npos) {
            fault_ = "an attribute without value";
            return;
        }
        const std::string_view value = rest_.substr(2, end - 2);
        rest_.remove_prefix(end + 1);
        check_text(value);
        if (value.find('<') != npos) fault_ = "a bare <";
        if (name.starts_with("on") || has_word("style class", name)) fault_ = "forbidden: " + std::string(name);
        if (has_word("href src poster cite", name) && !is_allowed(element, name, value))
            fault_ = "a URL: " + std::string(value);
        if (name == "srcset" && !value.starts_with("http")) fault_ = "a URL: " + std::string(value);
    }

    static bool is_allowed(std::string_view element, std::string_view attribute, std::string_view url) {
        const bool ascii = std::all_of(url.begin(), url.end(), [](char c) { return c > ' ' && c < 0x7F; });
        if (!ascii) return false;
        if (url.starts_with("http://") || url.starts_with("https://")) return true;
        if (attribute == "href" || attribute == "cite") return url.starts_with("mailto:") || url.starts_with("tel:");
        return element == "img" && url.starts_with("data:image/");
    }

    std::string_view take_name() {
        const auto end = std::min(rest_.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789"), rest_.size());
        const std::string_view name = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return name;
    }

    std::string_view rest_;
    std::vector<std::string_view> open_;
    std::string fault_;
};

}  // namespace tagwire::support
