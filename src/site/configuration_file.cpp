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

void add_warnings(Problems problems, Problems& warnings) {
    for (Problem& problem : problems) {
        problem.severity = Severity::warning;
        problem.code = "site-configuration";
        warnings.push_back(std::move(problem));
    }
}

}  // namespace

Description describe_file(const Files& files, std::span<const std::string_view> names, DescriptionReader read) {
    Description site;
    yaml::Document document;
    for (const std::string_view name : names) {
        const auto file = files.find(name);
        if (file == files.end()) continue;
        site.files.emplace_back(name);
        document = parse(name, file->second);
        add_warnings(std::move(document.problems), site.problems);
        break;
    }
    describe_values(document.root, site.files.empty() ? std::string_view() : site.files.front(), read, site);
    return site;
}

void describe_values(const yaml::Value& root, std::string_view path, DescriptionReader read, Description& site) {
    Problems problems;
    read(content::Fields(root, {}, path, problems), site);
    add_warnings(std::move(problems), site.problems);
}

}  // namespace tagwire::site
