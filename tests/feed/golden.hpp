#pragma once

#include <string>
#include <string_view>

// Requires that `document` is, byte for byte, what tests/golden/<name> holds. With TAGWIRE_APPROVE=1 in the environment
// it rewrites the file instead, and fails: look at what git shows before running again without.
void require_golden(const std::string& name, std::string_view document);
