#include "http/session_group.hpp"

namespace tagwire::http {

std::string_view DateField::at(Instant now) {
    const Instant second = whole_seconds(now);
    if (second != second_) {
        second_ = second;
        text_ = imf_fixdate(second);
    }
    return text_;
}

bool SessionGroup::end_longest_waiting() {
    if (waiting.empty()) return false;
    Session& session = waiting.front();
    busy.splice(busy.end(), waiting, waiting.begin());
    session.end();
    return true;
}

void SessionGroup::end_overdue() {
    const SteadyClock::time_point now = SteadyClock::now();
    for (Session& session : waiting) session.end_if_overdue(now);
    for (Session& session : busy) session.end_if_overdue(now);
}

void SessionGroup::drain() {
    draining = true;
    for (Session& session : waiting) session.end_if_idle();
}

void SessionGroup::end_all() {
    for (Session& session : waiting) session.end();
    for (Session& session : busy) session.end();
}

}  // namespace tagwire::http
