// The commands. Each function adds one to the program; when it is chosen, `action` does its work and returns the exit
// code.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace tagwire::cli {

using Action = std::function<int()>;

void add_serve_command(CLI::App& program, Action& action);
void add_build_command(CLI::App& program, Action& action);
void add_articles_command(CLI::App& program, Action& action);
void add_feeds_command(CLI::App& program, Action& action);
void add_check_command(CLI::App& program, Action& action);
void add_explain_command(CLI::App& program, Action& action);
void add_import_ids_command(CLI::App& program, Action& action);
void add_state_command(CLI::App& program, Action& action);

}  // namespace tagwire::cli
