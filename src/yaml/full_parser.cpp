#include "yaml/full_parser.hpp"

#include "base/text.hpp"
#include "yaml/builder.hpp"
#include "yaml/encoding.hpp"
#include "yaml/escapes.hpp"
#include "yaml/explain.hpp"
#include "yaml/position.hpp"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <optional>
#include <streambuf>
#include <utility>

namespace tagwire::yaml {

namespace {

// Text is read again for each value with surrogate pairs, as long as that is not more than this in all.
constexpr std::size_t octets_read_max = std::size_t{4} << 20;

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
          limits_(limits) {}

    Document run() {
        if (prepare()) {
            const Problems warnings = document_.problems;
            while (!read()) document_ = {{}, warnings};
        }
        if (has_error(document_.problems)) document_.root = {};
        return std::move(document_);
    }

  private:
    // Whether the text can be given to yaml-cpp, which ends at U+0004, guesses UTF-16 from NUL and takes any octets.
    bool prepare() {
        if (std::optional<Problem> error = find_encoding_error(text_, file_, first_line_)) {
            document_.problems.push_back(std::move(*error));
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

    // False if the text was mended and must be read again.
    bool read() {
        octets_read_ += text_.size();
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
            if (mend(error.msg, offset)) return false;
            const Explanation found = explain({text_, error.msg, offset, builder.last_offset(), builder.open_offset()});
            report(Severity::error, found.offset, found.code, found.message);
        }
        return true;
    }

    // yaml-cpp refuses surrogate pairs, and only there it is certain that what looks like one is one.
    bool mend(std::string_view message, std::size_t offset) {
        if (!message.starts_with(YAML::ErrorMsg::INVALID_UNICODE) || octets_read_ > octets_read_max) return false;
        const std::size_t escape = offset == 0 ? std::string_view::npos : text_.rfind('\\', offset - 1);
        if (escape == std::string_view::npos) return false;
        std::optional<std::string> joined = join_surrogates(text_, escape);
        if (!joined) return false;
        changed_ = std::move(*joined);
        text_ = changed_;
        return true;
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
    std::size_t octets_read_ = 0;
    Document document_;
};

}  // namespace

Document parse_fully(std::string_view text, std::string_view file, std::size_t first_line, const Limits& limits) {
    return Parsing(text, file, first_line, limits).run();
}

}  // namespace tagwire::yaml
