// What can fail because of the outside world is a Result; what a user can mend in a file is a Problem (problem.hpp).
#pragma once

#include <boost/system/result.hpp>

#include <stdexcept>
#include <string>

namespace tagwire {

enum class Fault { invalid, not_found, denied, too_large, unavailable, io };

// `message` is one sentence for a person, without a final full stop. The enumerator stands first so that
// Result<std::string> can tell a value from an error.
struct Error {
    Fault fault = Fault::io;
    std::string message;
};

// Found by boost::system::result when value() is asked of an error: a broken promise of the caller.
[[noreturn]] inline void throw_exception_from_error(const Error& error, const boost::source_location&) {
    throw std::runtime_error(error.message);
}

template <class T>
class [[nodiscard]] Result : public boost::system::result<T, Error> {
  public:
    using boost::system::result<T, Error>::result;
};

}  // namespace tagwire
