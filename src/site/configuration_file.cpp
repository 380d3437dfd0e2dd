#include "site/configuration_file.hpp"

#include "content/front_matter.hpp"

#include <utility>

namespace tagwire::site {

namespace {

yaml::Document parse(std::string_view path, std::string_view text) {
    if (!path.ends_with(".toml")) return yaml::parse(text, path, 1, Limits{});
    content::FrontMatter file;
    file.format = content::FrontMatterFormat::toml;
    file.closed = true;
    file.text = text;
    file.opener_line = 0;
    return content::parse_front_matter(file, path, Limits{});
}

}  // namespace

Problems configuration_warnings(Problems problems) {
    for (Problem& problem : problems) {
        problem.severity = Severity::warning;
        problem.code = "site-configuration";
    }
    return problems;
}

yaml::Value read_configuration(std::string_view path, std::string_view text, Problems& problems) {
    yaml::Document document = parse(path, text);
    for (Problem& problem : configuration_warnings(std::move(document.problems))) {
        problems.push_back(std::move(problem));
    }
    return std::move(document.root);
}

}  // namespace tagwire::site
