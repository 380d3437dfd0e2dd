// Whatever is done to a tree, and however fast: in the end the owner knows what is there.
#include "watch/mirror.hpp"
#include "watch/paths.hpp"
#include "watch/temp_tree.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace tagwire::watch;

namespace {

std::string to_string(const Mirror::Files& files) {
    std::string text;
    for (const auto& [path, content] : files) {
        text.append(path).append("=").append(content).append(" ");
    }
    return text;
}

// Does random things to a few names in a few folders, so that they meet often. What fails is no matter.
class Vandal {
  public:
    Vandal(const TempTree& tree, unsigned seed) : tree_(tree), random_(seed) {}

    void act() {
        std::error_code ignored;
        switch (below(9)) {
            case 0:
            case 1:
            case 2: write(tree_.path(any_file())); break;
            case 3: std::filesystem::create_directories(tree_.path(any_folder()), ignored); break;
            case 4: std::filesystem::rename(tree_.path(any_file()), tree_.path(any_file()), ignored); break;
            case 5: std::filesystem::rename(tree_.path(any_folder()), tree_.path(any_folder()), ignored); break;
            case 6: std::filesystem::remove(tree_.path(any_file()), ignored); break;
            case 7: std::filesystem::remove_all(tree_.path(any_folder()), ignored); break;
            default: link(); break;
        }
    }

  private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
    std::string any_name() { return std::string(1, static_cast<char>('a' + below(3))); }
    std::string any_folder() { return below(2) == 0 ? any_name() : any_name() + "/" + any_name(); }
    std::string any_file() { return join(below(4) == 0 ? "" : any_folder(), any_name() + ".md"); }

    void write(const std::filesystem::path& file) { std::ofstream{file} << ++counter_; }

    void link() {
        std::error_code ignored;
        const bool to_file = below(2) == 0;
        const auto target = to_file ? tree_.path(any_file()) : tree_.path(any_folder());
        const auto path = tree_.path(to_file ? any_file() : any_folder());
        std::filesystem::create_symlink(target, path, ignored);
    }

    const TempTree& tree_;
    std::mt19937 random_;
    int counter_ = 0;
};

}  // namespace

TEST_CASE("After any sequence of changes the owner knows the tree") {
    auto few_watches = Mirror::fast();
    few_watches.watches_max = 4;
    const auto options = GENERATE_COPY(Mirror::fast(), few_watches, Mirror::polling());
    for (unsigned seed = 1; seed <= 25; ++seed) {
        INFO("seed " << seed << ", watches at most " << options.watches_max);
        const TempTree tree;
        Vandal vandal{tree, seed};
        for (int step = 0; step < 20; ++step) {
            vandal.act();
        }
        Mirror mirror{tree.root(), options};
        for (int step = 0; step < 150; ++step) {
            vandal.act();
        }
        const bool knows_all = mirror.becomes_true();
        INFO("believed: " << to_string(mirror.files()) << "on the disk: " << to_string(mirror.files_on_disk()));
        REQUIRE(knows_all);
    }
}
