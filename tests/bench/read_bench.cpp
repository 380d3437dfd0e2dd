// read_bench FOLDER: what reading each article below FOLDER costs, from the page cache to a ParsedArticle, beside
// YAML::Load of nothing but its front matter. Slices of both alternate, so that what else the machine does hits both.
#include "content/body.hpp"
#include "content/front_matter.hpp"
#include "content/read_article.hpp"
#include "watch/files.hpp"

#include <yaml-cpp/yaml.h>

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace tagwire;

using Microseconds = std::chrono::duration<double, std::micro>;

constexpr std::size_t slice_size = 100;
constexpr int rounds = 20;

Microseconds processor_time() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

template <class Work>
Microseconds cost_of(Work work) {
    const Microseconds start = processor_time();
    work();
    return processor_time() - start;
}

struct Corpus {
    std::string root;
    std::vector<watch::FileStamp> files;
    std::vector<std::string> bytes;
    content::ReadingOptions options;
};

struct Costs {
    Microseconds read_file{0};
    Microseconds read_article{0};  // with read_file
    Microseconds yaml_load{0};
};

Corpus load(const std::string& root) {
    Corpus corpus;
    corpus.root = root;
    corpus.options.site_url = "https://example.org/";
    corpus.options.id_domain = "example.org";
    watch::ScanOptions scan;
    scan.wanted = [](std::string_view path) { return content::is_article_path(path); };
    corpus.files = watch::scan(root, "", scan).value();
    for (const auto& file : corpus.files) {
        corpus.bytes.push_back(watch::read_file(root, file.path, corpus.options.limits.article_bytes_max)->bytes);
    }
    return corpus;
}

std::string front_matter_of(std::string_view bytes) { return std::string(content::find_front_matter(bytes, {}).text); }

Costs measure_slice(const Corpus& corpus, std::size_t first) {
    const std::size_t last = std::min(first + slice_size, corpus.files.size());
    std::vector<std::string> front_matters;
    for (std::size_t i = first; i < last; ++i) front_matters.push_back(front_matter_of(corpus.bytes[i]));
    std::size_t found = 0;
    Costs costs;
    const auto read_file = [&](std::size_t i) {
        return watch::read_file(corpus.root, corpus.files[i].path, corpus.options.limits.article_bytes_max)->bytes;
    };
    costs.read_file = cost_of([&] {
        for (std::size_t i = first; i < last; ++i) found += read_file(i).size();
    });
    costs.read_article = cost_of([&] {
        for (std::size_t i = first; i < last; ++i) {
            found += read_article(corpus.files[i].path, read_file(i), corpus.options).problems.size();
        }
    });
    costs.yaml_load = cost_of([&] {
        for (const std::string& text : front_matters) found += YAML::Load(text).size();
    });
    if (found == 0) std::cerr << "nothing was read\n";  // and keeps the work from being optimised away
    return costs;
}

// The heap that an article occupies once it has been read.
std::size_t retained_bytes(const Corpus& corpus) {
    std::vector<content::ParsedArticle> articles;
    const std::size_t before = mallinfo2().uordblks;
    articles.reserve(corpus.files.size());
    for (std::size_t i = 0; i < corpus.files.size(); ++i) {
        auto reading = content::read_article(corpus.files[i].path, corpus.bytes[i], corpus.options);
        articles.push_back(std::get<content::ParsedArticle>(std::move(reading.outcome)));
    }
    return (mallinfo2().uordblks - before) / corpus.files.size();
}

void print(const char* title, Microseconds total, std::size_t articles) {
    std::printf("%-52s%10.2f\n", title, total.count() / static_cast<double>(articles));
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: read_bench FOLDER\n";
        return 2;
    }
    content::prepare_content();
    const Corpus corpus = load(arguments[1]);
    Costs sum;
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t first = 0; first < corpus.files.size(); first += slice_size) {
            const Costs slice = measure_slice(corpus, first);
            sum.read_file += slice.read_file;
            sum.read_article += slice.read_article;
            sum.yaml_load += slice.yaml_load;
        }
    }
    const std::size_t articles = corpus.files.size() * rounds;
    std::printf("%-52s%10s\n", (std::to_string(corpus.files.size()) + " articles").c_str(), "µs each");
    print("read_file alone", sum.read_file, articles);
    print("read_file and read_article", sum.read_article, articles);
    print("YAML::Load of the front matter alone", sum.yaml_load, articles);
    std::printf("%-52s%10.2f\n", "ratio", sum.read_article / sum.yaml_load);
    std::printf("%-52s%10zu\n", "octets of heap for an article", retained_bytes(corpus));
}
