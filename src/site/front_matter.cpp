#include "site/front_matter.hpp"

namespace tagwire::site {

const std::string* text_of(const content::Fields& fields, std::string_view key) {
    const yaml::Value* value = fields.find(key);
    if (value == nullptr || value->kind != yaml::Kind::scalar) return nullptr;
    const bool is_boolean = !value->quoted && (value->scalar == "false" || value->scalar == "true");
    return is_boolean ? nullptr : &value->scalar;
}

}  // namespace tagwire::site
