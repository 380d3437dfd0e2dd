// The sessions of one thread, and what they share.
#pragma once

#include "http/server.hpp"
#include "http/session.hpp"

#include <string>
#include <string_view>

namespace tagwire::http {

// The Date field's value, made once a second.
class DateField {
  public:
    [[nodiscard]] std::string_view at(Instant now);

  private:
    Instant second_{Instant::min()};
    std::string text_;
};

using SessionList = boost::intrusive::list<Session, boost::intrusive::constant_time_size<false>>;

// Belongs to one thread.
struct SessionGroup {
    const ServerOptions& options;
    const Ask& ask;
    const WallClock& clock;
    DateField date;
    bool draining = false;  // each response is its connection's last
    SessionList waiting;    // for a request; who waited longest stands first
    SessionList busy;

    [[nodiscard]] bool empty() const { return waiting.empty() && busy.empty(); }
    [[nodiscard]] bool end_longest_waiting();  // false if nobody waits
    void end_overdue();
    void drain();
    void end_all();
};

}  // namespace tagwire::http
