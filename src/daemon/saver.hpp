// Saves what is remembered, and says when that cannot be done, once.
#pragma once

#include "state/store.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

namespace tagwire::daemon {

// Belongs to the thread of its executor.
class Saver {
  public:
    Saver(const boost::asio::any_io_executor& owner, state::Store& store);  // `store` must outlive it

    // What cannot be saved stays remembered while the process lives; it is tried again after a while, even if nothing
    // more is to be saved.
    void save();
    void stop();  // saves what is left, and tries no more

    [[nodiscard]] bool is_failing() const { return is_failing_; }

  private:
    state::Store& store_;
    boost::asio::steady_timer retry_timer_;
    bool is_failing_ = false;
    bool is_stopped_ = false;
};

}  // namespace tagwire::daemon
