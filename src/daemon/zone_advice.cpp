#include "daemon/zone_advice.hpp"

namespace tagwire::daemon {

namespace {

constexpr std::chrono::hours easternmost{14};
constexpr std::size_t suspicious_articles = 3;

Problem advice(const Settings& settings, std::string code, std::string message) {
    return {Severity::warning, std::move(code), settings.root, 0, 0, std::move(message)};
}

}  // namespace

Problems advise_on_zone(const std::vector<Observation>& seen, const Settings& settings, Instant now) {
    Problems problems;
    std::size_t zoneless = 0;
    std::size_t hours_ahead = 0;
    for (const Observation& one : seen) {
        const auto* const article = std::get_if<content::ParsedArticle>(&one.reading.outcome);
        if (article == nullptr || !article->zoneless_date) continue;
        ++zoneless;
        if (article->published && *article->published > now && *article->published <= now + easternmost) ++hours_ahead;
    }
    if (zoneless == 0) return problems;
    if (!settings.zone_configured) {
        problems.push_back(advice(settings, "time-zone-missing",
                                  std::to_string(zoneless) +
                                      " articles have dates without a time zone, which are read as UTC; set " +
                                      "`time-zone` (--time-zone Asia/Shanghai, for example)"));
    }
    if (hours_ahead >= suspicious_articles) {
        problems.push_back(advice(settings, "time-zone-suspect",
                                  std::to_string(hours_ahead) +
                                      " articles lie a few hours in the future and are not shown yet; is " +
                                      settings.reading.zone.name() + " their time zone?"));
    }
    return problems;
}

}  // namespace tagwire::daemon
