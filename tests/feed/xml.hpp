// Documents read as strictly as libxml2 can.
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <vector>

namespace tagwire::feed {

class Xml {
  public:
    // Fails the test where `document` is not well-formed, or uses a prefix that it does not declare.
    explicit Xml(const std::string& document);

    // The string values of what the XPath finds, in document order. Prefixes: a atom, c content, d dublin core, f
    // feed history, m media, t tombstones.
    [[nodiscard]] std::vector<std::string> all(const std::string& path) const;
    [[nodiscard]] std::string one(
        const std::string& path) const;  // empty where nothing is found; several fail the test
    [[nodiscard]] std::size_t count(const std::string& path) const { return all(path).size(); }

    [[nodiscard]] bool is_valid_by(const std::string& relax_ng_file) const;

  private:
    std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document_;
};

}  // namespace tagwire::feed
