#include "yaml/builder.hpp"

#include "yaml/quotes.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_set>
#include <utility>

namespace tagwire::yaml {

namespace {

// A plain "?" is a scalar without quotes and without a tag.
constexpr std::string_view plain_tag = "?";

// Where a node's text begins, behind its anchor and tag.
std::size_t content_offset(std::string_view text, std::size_t offset) {
    while (offset < text.size() && (text[offset] == '&' || text[offset] == '!')) {
        offset = std::min(text.find_first_of(" \t\n", offset), text.size());
        offset = std::min(text.find_first_not_of(" \t\n", offset), text.size());
    }
    return offset;
}

using Keys = std::unordered_set<std::string>;

// YAML's merge key (yaml.org/type/merge.html): members of the map's own win, then those of earlier maps in a list.
void merge_from(Value& map, const Value& source, Keys& keys) {
    for (const Value& item : source.items) merge_from(map, item, keys);
    for (const Member& member : source.members) {
        if (keys.insert(member.key).second) map.members.push_back(member);
    }
}

void apply_merge(Value& map) {
    const auto merge =
        std::find_if(map.members.begin(), map.members.end(), [](const Member& member) { return member.key == "<<"; });
    if (merge == map.members.end()) return;
    const Value source = std::move(merge->value);
    map.members.erase(merge);
    Keys keys;
    for (const Member& member : map.members) keys.insert(member.key);
    merge_from(map, source, keys);
}

}  // namespace

ValueBuilder::ValueBuilder(std::string_view text, std::string_view file, std::size_t first_line, const Limits& limits,
                           Document& document)
    : text_(text),
      file_(file),
      limits_(limits),
      document_(document),
      positions_(text, first_line) {}

void ValueBuilder::OnDocumentStart(const YAML::Mark&) {}
void ValueBuilder::OnDocumentEnd() {}

void ValueBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
    charge_scalar({});
    add(value_at(Kind::null, mark), anchor);
}

void ValueBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
    last_offset_ = static_cast<std::size_t>(mark.pos);
    const auto anchored = anchors_.find(anchor);
    if (anchored == anchors_.end()) {
        throw Refusal{last_offset_, "yaml-syntax",
                      "this alias stands inside the value that it names; write the value out"};
    }
    charge(anchored->second, frames_.size());
    add(anchored->second, 0);
}

void ValueBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                            const std::string& text) {
    charge_scalar(text);
    Value value = value_at(Kind::scalar, mark);
    value.scalar = text;
    value.quoted = tag != plain_tag;
    if (value.quoted) {
        const std::size_t start = content_offset(text_, last_offset_);
        const bool has_mark = start < text_.size() && (text_[start] == '"' || text_[start] == '\'');
        if (has_mark && find_closing_quote(text_, start) == std::string_view::npos) {
            throw Refusal{
                start, "yaml-unclosed-quote",
                "the quotation mark that opens here is never closed; add the closing one at the end of the value"};
        }
    }
    add(std::move(value), anchor);
}

void ValueBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                                   YAML::EmitterStyle::value) {
    open(Kind::list, mark, anchor);
}

void ValueBuilder::OnSequenceEnd() { close(); }

void ValueBuilder::OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                              YAML::EmitterStyle::value style) {
    open(Kind::map, mark, anchor);
    frames_.back().in_block = style == YAML::EmitterStyle::Block;
}

void ValueBuilder::OnMapEnd() {
    drop_duplicates(frames_.back().value);
    if (frames_.back().merges) apply_merge(frames_.back().value);
    close();
}

Value ValueBuilder::value_at(Kind kind, const YAML::Mark& mark) {
    last_offset_ = static_cast<std::size_t>(mark.pos);
    Value value;
    value.kind = kind;
    value.mark = positions_.at(last_offset_);
    return value;
}

void ValueBuilder::open(Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    charge_scalar({});
    Value value = value_at(kind, mark);
    if (!frames_.empty() && frames_.back().value.kind == Kind::map && !frames_.back().pending) refuse_key();
    if (frames_.size() >= limits_.yaml_depth_max) {
        throw Refusal{last_offset_, "yaml-too-large",
                      "lists and maps are nested more than " + std::to_string(limits_.yaml_depth_max) + " deep"};
    }
    frames_.push_back({std::move(value), anchor, last_offset_});
}

void ValueBuilder::close() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    add(std::move(frame.value), frame.anchor);
}

void ValueBuilder::add(Value value, YAML::anchor_t anchor) {
    if (anchor != 0) {
        charge(value, frames_.size());
        anchors_[anchor] = value;
    }
    if (frames_.empty()) {
        document_.root = std::move(value);
    } else if (Frame& frame = frames_.back(); frame.value.kind == Kind::map) {
        add_to_map(frame, std::move(value));
    } else {
        frame.value.items.push_back(std::move(value));
    }
}

void ValueBuilder::add_to_map(Frame& map, Value value) {
    if (!map.pending) return start_member(map, std::move(value));
    const Mark& mark = map.pending->mark;
    const bool is_bare = value.kind == Kind::null && value.mark.line == mark.line && value.mark.column == mark.column;
    if (is_bare) check_bare_key(map);
    if (value.kind == Kind::null) value.mark = mark;  // yaml-cpp gives the place of what comes next
    map.pending->value = std::move(value);
    map.value.members.push_back(std::move(*map.pending));
    map.pending.reset();
}

// yaml-cpp takes a last line without ": " for a key.
void ValueBuilder::check_bare_key(const Frame& map) {
    const std::string& key = map.pending->key;
    const std::size_t colon = key.find(':');
    if (colon != std::string::npos) {
        warn(map.pending->mark, "yaml-key-with-colon",
             '"' + key + "\" is read as a key without a value, as no blank follows its colon; write \"" +
                 key.substr(0, colon) + ": " + key.substr(colon + 1) + '"');
    } else if (map.in_block) {
        throw Refusal{last_offset_, "yaml-syntax",
                      "no colon follows this key; write \"key: value\", or indent what belongs to the value above"};
    }
}

void ValueBuilder::start_member(Frame& map, Value key) {
    if (key.kind == Kind::list || key.kind == Kind::map) refuse_key();  // an alias of one
    map.merges = map.merges || (key.scalar == "<<" && !key.quoted);
    map.pending = Member{std::move(key.scalar), key.mark, {}};
}

void ValueBuilder::refuse_key() const {
    throw Refusal{last_offset_, "yaml-syntax",
                  "a list or map stands where a key must; if this is text that begins with [ or {, quote it"};
}

void ValueBuilder::drop_duplicates(Value& map) {
    std::vector<Member>& members = map.members;
    std::vector<std::size_t> order(members.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const int difference = members[a].key.compare(members[b].key);
        return difference != 0 ? difference < 0 : a < b;
    });
    std::vector<bool> dropped(members.size());
    bool any = false;
    for (std::size_t i = 1; i < order.size(); ++i) {
        const Member& earlier = members[order[i - 1]];
        const Member& later = members[order[i]];
        if (earlier.key != later.key) continue;
        dropped[order[i - 1]] = any = true;
        warn(later.mark, "yaml-duplicate-key",
             "the key \"" + later.key + "\" stands in line " + std::to_string(earlier.mark.line) +
                 " already; the last one counts, remove the others");
    }
    if (!any) return;
    std::vector<Member> kept;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (!dropped[i]) kept.push_back(std::move(members[i]));
    }
    members = std::move(kept);
}

// Copies are charged as what they would be if they were written out, so that aliases of aliases cannot fill the memory.
void ValueBuilder::charge(const Value& value, std::size_t depth) {
    if (depth > limits_.yaml_depth_max) {
        throw Refusal{last_offset_, "yaml-too-large", "aliases nest lists and maps too deep; write fewer of them"};
    }
    charge_scalar(value.scalar);
    for (const Value& item : value.items) charge(item, depth + 1);
    for (const Member& member : value.members) {
        charge_scalar(member.key);
        charge(member.value, depth + 1);
    }
}

void ValueBuilder::charge_scalar(std::string_view text) {
    constexpr std::size_t octets_per_node = 64;  // long text counts as several nodes
    nodes_ += 1 + text.size() / octets_per_node;
    if (nodes_ > limits_.yaml_nodes_max) {
        throw Refusal{last_offset_, "yaml-too-large",
                      "there are more than " + std::to_string(limits_.yaml_nodes_max) +
                          " values, aliases counted each time they are used"};
    }
}

void ValueBuilder::warn(const Mark& mark, std::string code, std::string message) {
    constexpr std::size_t warnings_max = 100;
    if (document_.problems.size() >= warnings_max) return;
    document_.problems.push_back(
        {Severity::warning, std::move(code), file_, mark.line, mark.column, std::move(message)});
}

}  // namespace tagwire::yaml
