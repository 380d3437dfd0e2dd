// Whether an article wants to be seen.
#pragma once

#include "content/fields.hpp"

#include <string_view>

namespace tagwire::content {

struct Visibility {
    bool draft = false;
    bool unlisted = false;
};

// Drafts: `draft: true`, `published: false`, `publish: false`, `status: draft` or `skip`, a file in Jekyll's `_drafts`.
// Unlisted: `unlisted`, `hidden` or `headless: true`, `status: hidden`, `build: {list: never}`. A value of `draft` that
// is neither yes nor no is warned of, "draft-unclear", and taken for yes: what was shown by mistake cannot be taken
// back.
[[nodiscard]] Visibility read_visibility(const Fields& fields, std::string_view path);

}  // namespace tagwire::content
