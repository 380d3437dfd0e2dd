#include "http/conditional.hpp"

#include "http/entity_tag.hpp"
#include "http/http_date.hpp"

namespace tagwire::http {
namespace {

// §13.1.3, §13.1.4: what is not a valid HTTP-date, or more than one, is ignored.
bool is_changed_since(std::string_view date, Instant last_modified, Instant now) {
    const std::optional<Instant> since = parse_http_date(date, now);
    return since && last_modified > *since;
}

bool is_unchanged_since(std::string_view date, Instant last_modified, Instant now) {
    const std::optional<Instant> since = parse_http_date(date, now);
    return since && last_modified <= *since;
}

}  // namespace

Evaluation evaluate(const Conditions& conditions, const Validators& validators, Instant now) {
    const Coding coding = validators.coding;
    if (conditions.if_match) {
        if (!matches_strongly(*conditions.if_match, entity_tag(validators.hash, coding))) {
            return {Verdict::precondition_failed, coding};
        }
    } else if (conditions.if_unmodified_since) {
        if (is_changed_since(*conditions.if_unmodified_since, validators.last_modified, now)) {
            return {Verdict::precondition_failed, coding};
        }
    }
    if (conditions.if_none_match) {
        const std::optional<Coding> held = matches_weakly(*conditions.if_none_match, validators.hash, coding);
        // RFC 9111 §4.3.4: a 304 freshens the response that the client holds, which is found by its tag.
        if (held) return {Verdict::not_modified, *held};
    } else if (conditions.if_modified_since) {
        if (is_unchanged_since(*conditions.if_modified_since, validators.last_modified, now)) {
            return {Verdict::not_modified, coding};
        }
    }
    return {Verdict::proceed, coding};
}

}  // namespace tagwire::http
