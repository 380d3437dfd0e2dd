#include "daemon/saver.hpp"

#include <spdlog/spdlog.h>

#include <chrono>

namespace tagwire::daemon {

namespace {

constexpr std::chrono::seconds retry_after{5};

}  // namespace

Saver::Saver(const boost::asio::any_io_executor& owner, state::Store& store) : store_(store), retry_timer_(owner) {}

void Saver::save() {
    const auto saved = store_.commit();
    if (saved) {
        if (is_failing_) spdlog::info("what is remembered can be saved again, and is");
        is_failing_ = false;
        return;
    }
    if (!is_failing_)
        spdlog::error("{}; readers are served as before, and saving is tried again", saved.error().message);
    is_failing_ = true;
    if (is_stopped_) return;
    retry_timer_.expires_after(retry_after);
    retry_timer_.async_wait([this](boost::system::error_code error) {
        if (!error) save();
    });
}

void Saver::stop() {
    is_stopped_ = true;
    retry_timer_.cancel();
    save();
}

}  // namespace tagwire::daemon
