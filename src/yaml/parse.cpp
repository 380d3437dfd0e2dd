#include "base/text.hpp"
#include "yaml/builder.hpp"
#include "yaml/explain.hpp"
#include "yaml/position.hpp"
#include "yaml/value.hpp"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <utility>

namespace tagwire::yaml {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// A stream over text that somebody else owns.
class ViewBuffer : public std::streambuf {
  public:
    explicit ViewBuffer(std::string_view text) {
        char* begin = const_cast<char*>(text.data());  // NOLINT: streambuf's get area is never written to
        setg(begin, begin, begin + text.size());
    }
};

// Notes where the second document of a stream begins, and reads nothing of it.
class SecondDocument final : public YAML::EventHandler {
  public:
    void OnDocumentStart(const YAML::Mark& mark) override { throw Refusal{static_cast<std::size_t>(mark.pos), {}, {}}; }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
};

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; }

std::string with_line_feeds(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool before_line_feed = i + 1 < text.size() && text[i + 1] == '\n';
        if (text[i] != '\r') {
            result += text[i];
        } else if (!before_line_feed) {
            result += '\n';
        }
    }
    return result;
}

class Parsing {
  public:
    Parsing(std::string_view text, std::string_view file, std::size_t first_line, const Limits& limits)
        : text_(text),
          file_(file),
          first_line_(first_line),
          limits_(limits) {
        if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
    }

    Document run() {
        if (prepare()) read();
        if (has_error(document_.problems)) document_.root = {};
        return std::move(document_);
    }

  private:
    // Whether the text can be given to yaml-cpp, which ends at U+0004, guesses UTF-16 from NUL and takes any octets.
    bool prepare() {
        if (const std::size_t offset = find_ill_formed(text_); offset != std::string_view::npos) {
            report(Severity::error, offset, "encoding", "this is not UTF-8; save the file in that encoding");
            return false;
        }
        if (const std::size_t offset = text_.find('\0'); offset != std::string_view::npos) {
            report(Severity::error, offset, "encoding", "a NUL character stands here; is the file half written?");
            return false;
        }
        if (std::none_of(text_.begin(), text_.end(), is_control)) return true;
        changed_ = with_line_feeds(text_);
        text_ = changed_;
        const auto first = std::find_if(text_.begin(), text_.end(), is_control);
        if (first == text_.end()) return true;
        report(Severity::warning, static_cast<std::size_t>(first - text_.begin()), "yaml-control-character",
               "a control character stands here and is read as a blank; delete it");
        std::replace_if(changed_.begin(), changed_.end(), is_control, ' ');
        return true;
    }

    void read() {
        ViewBuffer buffer(text_);
        std::istream stream(&buffer);
        ValueBuilder builder(text_, file_, first_line_, limits_, document_);
        try {
            YAML::Parser parser(stream);
            parser.HandleNextDocument(builder);
            check_end(parser, builder.last_offset());
        } catch (const Refusal& refusal) {
            report(Severity::error, refusal.offset, refusal.code, refusal.message);
        } catch (const YAML::Exception& error) {
            const auto offset = std::min(static_cast<std::size_t>(std::max(error.mark.pos, 0)), text_.size());
            const Explanation found = explain({text_, error.msg, offset, builder.last_offset(), builder.open_offset()});
            report(Severity::error, found.offset, found.code, found.message);
        }
    }

    // yaml-cpp takes a line that is indented less than the first one for the next document, without any `---`.
    void check_end(YAML::Parser& parser, std::size_t last_offset) {
        SecondDocument second;
        try {
            parser.HandleNextDocument(second);
        } catch (const Refusal& start) {
            const bool marked = text_.substr(start.offset).starts_with("---") ||
                                text_.substr(0, start.offset).find("\n...", last_offset) != std::string_view::npos;
            if (marked) return;
            report(Severity::error, start.offset, "yaml-syntax",
                   "this line does not belong to what is above it; check its indentation");
        }
    }

    void report(Severity severity, std::size_t offset, std::string code, std::string message) {
        const Mark mark = PositionFinder(text_, first_line_).at(offset);
        document_.problems.push_back(
            {severity, std::move(code), std::string(file_), mark.line, mark.column, std::move(message)});
    }

    std::string_view text_;
    std::string_view file_;
    std::size_t first_line_;
    const Limits& limits_;
    std::string changed_;
    Document document_;
};

}  // namespace

Document parse(std::string_view text, std::string_view file, std::size_t first_line, const Limits& limits) {
    return Parsing(text, file, first_line, limits).run();
}

}  // namespace tagwire::yaml
