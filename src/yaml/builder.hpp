// Builds Values from yaml-cpp's events.
#pragma once

#include "yaml/position.hpp"
#include "yaml/value.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tagwire::yaml {

// Thrown by the handler and caught by parse(): the only way to stop yaml-cpp.
struct Refusal {
    std::size_t offset;
    std::string code;
    std::string message;
};

class ValueBuilder final : public YAML::EventHandler {
  public:
    // `text` is what the parser reads; it, and the document whose warnings are added, must outlive the builder.
    ValueBuilder(std::string_view text, std::string_view file, std::size_t first_line, const Limits& limits,
                 Document& document);

    void OnDocumentStart(const YAML::Mark& mark) override;
    void OnDocumentEnd() override;
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& text) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override;
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override;

    // Where the last event and the innermost open list or map stood, for problems that yaml-cpp finds.
    [[nodiscard]] std::size_t last_offset() const { return last_offset_; }
    [[nodiscard]] std::size_t open_offset() const { return frames_.empty() ? 0 : frames_.back().offset; }

  private:
    struct Frame {  // a list or map that is not complete
        Value value;
        YAML::anchor_t anchor;
        std::size_t offset;
        std::optional<Member> pending = std::nullopt;  // a map's key that waits for its value
        bool merges = false;                           // has a plain key `<<`
        bool in_block = false;                         // a map that is not between { and }
    };

    Value value_at(Kind kind, const YAML::Mark& mark);
    void open(Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor);
    void close();
    void add(Value value, YAML::anchor_t anchor);
    void add_to_map(Frame& map, Value value);
    void check_bare_key(const Frame& map);
    void start_member(Frame& map, Value key);
    [[noreturn]] void refuse_key() const;
    void drop_duplicates(Value& map);
    void charge(const Value& value, std::size_t depth);
    void charge_scalar(std::string_view text);
    void warn(const Mark& mark, std::string code, std::string message);

    std::string_view text_;
    std::string file_;
    Limits limits_;
    Document& document_;
    PositionFinder positions_;
    std::vector<Frame> frames_;
    std::unordered_map<YAML::anchor_t, Value> anchors_;
    std::size_t nodes_ = 0;
    std::size_t last_offset_ = 0;
};

}  // namespace tagwire::yaml
