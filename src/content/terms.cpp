#include "content/terms.hpp"

#include "base/slug.hpp"
#include "base/text.hpp"
#include "content/comma_list.hpp"

#include <unordered_set>
#include <utility>

namespace tagwire::content {

namespace {

class TermCollector {
  public:
    TermCollector(const Fields& fields, const ReadingOptions& options)
        : fields_(fields),
          terms_max_(options.limits.terms_per_article_max),
          split_(options.split_terms) {}

    enum class Blanks { belong_to_terms, part_terms };

    void add_all(const yaml::Value& value, Blanks blanks) {
        if (value.kind != yaml::Kind::scalar || !split_) return add(value);
        std::vector<std::string_view> parts = split_at_commas(value.scalar);
        if (parts.size() == 1 && blanks == Blanks::part_terms) parts = split_at_blanks(value.scalar);
        for (const std::string_view part : parts) add_term(part, &value);
    }

    void add_name(const std::string& name) { add_term(name, nullptr); }

    [[nodiscard]] bool is_empty() const { return terms_.empty(); }
    std::vector<std::string> take() { return std::move(terms_); }

  private:
    void add(const yaml::Value& value) {
        switch (value.kind) {
            case yaml::Kind::null: return;
            case yaml::Kind::scalar: return add_term(value.scalar, &value);
            case yaml::Kind::list:
                for (const yaml::Value& item : value.items) add(item);
                return;
            case yaml::Kind::map:
                if (const yaml::Value* name = value.find_any_case("name")) add(*name);
                return;
        }
    }

    void add_term(std::string_view text, const yaml::Value* at) {
        if (warned_) return;
        std::string term = plain_line(text);
        if (term.empty() || !keys_.insert(term_key(term)).second) return;
        if (terms_.size() < terms_max_ || at == nullptr) {
            terms_.push_back(std::move(term));
        } else {
            warned_ = true;
            fields_.warn(*at, "too-many-terms",
                         "only the first " + std::to_string(terms_max_) + " terms of a list count; remove the others");
        }
    }

    const Fields& fields_;
    std::size_t terms_max_;
    bool split_;
    std::vector<std::string> terms_;
    std::unordered_set<std::string> keys_;
    bool warned_ = false;
};

}  // namespace

std::vector<TermList> read_terms(const Fields& fields, const Place& place, const ReadingOptions& options) {
    std::vector<TermList> lists;
    const yaml::Value* own_map = fields.find("taxonomies");
    for (const Taxonomy& taxonomy : options.taxonomies) {
        TermCollector collector(fields, options);
        const bool of_folders = taxonomy.name == "categories";
        if (of_folders) {
            for (const std::string& category : place.categories) collector.add_name(category);
        }
        for (const std::string& key : taxonomy.keys) {
            const bool part = key == taxonomy.name && options.conventions->blanks_part_terms();
            const auto blanks = part ? TermCollector::Blanks::part_terms : TermCollector::Blanks::belong_to_terms;
            if (const yaml::Value* value = fields.find(key)) collector.add_all(*value, blanks);
            const yaml::Value* nested = own_map == nullptr ? nullptr : own_map->find_any_case(key);
            if (nested != nullptr) collector.add_all(*nested, blanks);
        }
        if (of_folders && collector.is_empty()) collector.add_name(place.category);
        if (taxonomy.name == "lang" && collector.is_empty()) collector.add_name(place.language);
        std::vector<std::string> terms = collector.take();
        if (!terms.empty()) lists.push_back({taxonomy.name, std::move(terms)});
    }
    return lists;
}

}  // namespace tagwire::content
