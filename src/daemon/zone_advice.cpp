#include "daemon/zone_advice.hpp"

namespace tagwire::daemon {

namespace {

constexpr std::chrono::hours easternmost{14};
constexpr std::size_t suspicious_articles = 3;

Problem advice(const Settings& settings, std::string code, std::string message) {
    return {Severity::warning, std::move(code), settings.root, 0, 0, std::move(message)};
}

}  // namespace

void ZonelessDates::add(std::optional<Instant> published, Instant now) {
    ++articles_;
    if (published && *published > now && *published <= now + easternmost) ++hours_ahead_;
}

Problems ZonelessDates::advise(const Settings& settings) const {
    Problems problems;
    if (articles_ == 0) return problems;
    if (!settings.zone_configured) {
        problems.push_back(advice(settings, "time-zone-missing",
                                  std::to_string(articles_) +
                                      " articles have dates without a time zone, which are read as UTC; set " +
                                      "`time-zone` (--time-zone Asia/Shanghai, for example)"));
    }
    if (hours_ahead_ >= suspicious_articles) {
        problems.push_back(advice(settings, "time-zone-suspect",
                                  std::to_string(hours_ahead_) +
                                      " articles lie a few hours in the future and are not shown yet; is " +
                                      settings.reading.zone.name() + " their time zone?"));
    }
    return problems;
}

}  // namespace tagwire::daemon
