#include "state/state_folder.hpp"

#include "base/digest.hpp"
#include "state/open_store.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace tagwire::state {

namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : value;
}

// "20250210T140413Z"
std::string compact(Instant instant) {
    std::string text = rfc3339(whole_seconds(instant));
    text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == '-' || c == ':'; }), text.end());
    return text;
}

std::string free_name(const std::string& wanted) {
    std::string name = wanted;
    for (int number = 2; file_exists(name); ++number) name = wanted + '-' + std::to_string(number);
    return name;
}

}  // namespace

std::string database_path(const std::string& folder) {
    std::error_code ignored;
    return fs::is_regular_file(folder, ignored) ? folder : folder + "/tagwire.db";
}

bool file_exists(const std::string& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

Result<void> make_folder(const std::string& folder) {
    std::error_code error;
    if (fs::create_directories(folder, error)) fs::permissions(folder, fs::perms::owner_all, error);
    if (error) return system_error("make the folder " + folder, error.value());
    if (!fs::is_directory(folder, error)) return system_error("use " + folder, ENOTDIR);
    return {boost::system::in_place_value};
}

Result<std::string> set_aside(const std::string& database, Instant now) {
    const std::string aside = free_name(database + ".damaged-" + compact(now));
    for (const std::string_view suffix : {"", "-wal", "-shm"}) {
        std::error_code error;
        const std::string from = database + std::string(suffix);
        fs::rename(from, aside + std::string(suffix), error);
        if (error && error != std::errc::no_such_file_or_directory)
            return system_error("rename " + from, error.value());
    }
    return aside;
}

Error system_error(const std::string& doing, int code) {
    const Fault fault = code == EACCES || code == EPERM || code == EROFS ? Fault::denied : Fault::io;
    return {fault, "cannot " + doing + ": " + std::system_category().message(code)};
}

std::string default_folder(const std::string& content) {
    // systemd.exec(5): the folders that StateDirectory= names, with colons between them.
    const std::string systemd = environment("STATE_DIRECTORY");
    if (!systemd.empty()) return systemd.substr(0, systemd.find(':'));

    // XDG Base Directory Specification: a path that is not absolute is to be ignored.
    fs::path home = environment("XDG_STATE_HOME");
    if (!home.is_absolute()) home = fs::path(environment("HOME")) / ".local" / "state";
    if (!home.is_absolute()) return {};
    std::error_code error;
    fs::path real = fs::weakly_canonical(content, error);
    if (error) real = fs::path(content).lexically_normal();
    if (real.filename().empty()) real = real.parent_path();  // "blog/", where "blog" is not there yet
    constexpr std::size_t hash_digits = 12;
    const std::string hash = hex(hash64(real.string())).substr(0, hash_digits);
    return home / "tagwire" / (real.filename().string() + '-' + hash);
}

}  // namespace tagwire::state
