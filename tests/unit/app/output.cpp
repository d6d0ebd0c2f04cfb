// Files that commands write: whole or not at all, and never in the place of what is no file.

#include "output.hpp"
#include "scratch_folder.hpp"

#include "isnad/core/diagnostic.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <csignal>
#include <iterator>
#include <sstream>

using namespace isnad;
using namespace isnad::app;

namespace {

void put(const std::string& path, bool force, const std::string& text) {
    std::ostringstream standard;
    Output output(path, force, standard);
    output.stream() << text;
    output.finish();
    CHECK(standard.str().empty());
}

std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

struct stat look(const std::string& path) {
    struct stat found {};
    REQUIRE(lstat(path.c_str(), &found) == 0);
    return found;
}

std::ptrdiff_t entries(const ScratchFolder& folder) {
    return std::distance(std::filesystem::directory_iterator(folder.path()), std::filesystem::directory_iterator());
}

}  // namespace

TEST_CASE("a file is written whole, and another one replaced by force alone") {
    const ScratchFolder folder;
    put(folder / "a", false, "one");
    CHECK_THROWS_AS(put(folder / "a", false, "two"), InputError);
    CHECK(read(folder / "a") == "one");
    put(folder / "a", true, std::string(300'000, 'x'));
    CHECK(read(folder / "a") == std::string(300'000, 'x'));
    {
        std::ostringstream standard;
        Output output(folder / "b", false, standard);
        output.stream() << "never finished";
    }
    CHECK(entries(folder) == 1);
    CHECK_THROWS_AS(put(folder / "none/c", false, ""), InputError);
    CHECK_THROWS_AS(put(folder.path().string(), true, ""), InputError);
}

TEST_CASE("who may read a file stays as it was") {
    const ScratchFolder folder;
    folder.write("secret", "old");
    REQUIRE(chmod((folder / "secret").c_str(), 0600) == 0);
    put(folder / "secret", true, "new");
    CHECK((look(folder / "secret").st_mode & 07777U) == 0600);
    CHECK(read(folder / "secret") == "new");
}

TEST_CASE("a link stays, and what it leads to is written") {
    const ScratchFolder folder;
    folder.write("deep/real", "old");
    std::filesystem::create_symlink("deep/real", folder / "link");
    CHECK_THROWS_AS(put(folder / "link", false, "new"), InputError);
    put(folder / "link", true, "new");
    CHECK(S_ISLNK(look(folder / "link").st_mode));
    CHECK(read(folder / "deep/real") == "new");
    std::filesystem::create_symlink("nowhere", folder / "dangling");
    CHECK_THROWS_AS(put(folder / "dangling", true, "new"), InputError);
    CHECK_FALSE(std::filesystem::exists(folder / "nowhere"));
}

TEST_CASE("pipes and devices are written to and stay what they are") {
    const ScratchFolder folder;
    REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
    const int end = open((folder / "pipe").c_str(), O_RDONLY | O_NONBLOCK);
    put(folder / "pipe", true, "through");
    char got[16]{};
    CHECK(::read(end, got, sizeof got) == 7);
    close(end);
    CHECK(S_ISFIFO(look(folder / "pipe").st_mode));
    std::filesystem::create_symlink("/dev/null", folder / "null");
    put(folder / "null", true, "gone");
    CHECK(S_ISLNK(look(folder / "null").st_mode));
    CHECK(S_ISCHR(look("/dev/null").st_mode));
    CHECK_THROWS_AS(put("/dev/full", true, "no room"), InputError);
}

TEST_CASE("what stands in the place of the part file is not followed") {
    const ScratchFolder folder;
    folder.write("victim", "precious");
    const auto part = (folder / "a") + ".part" + std::to_string(getpid());
    std::filesystem::create_symlink(folder / "victim", part);
    CHECK_THROWS_AS(put(folder / "a", false, "new"), InputError);
    CHECK(read(folder / "victim") == "precious");
}

TEST_CASE("part files of killed runs are taken away, those of others are not") {
    const ScratchFolder folder;
    folder.write("a.part99999999", "left by a kill");
    folder.write("a.part12x", "somebody's");
    const auto busy = folder.write("a.part1", "being written");
    const int other = open(busy.c_str(), O_RDONLY);
    REQUIRE(flock(other, LOCK_EX | LOCK_NB) == 0);
    put(folder / "a", false, "new");
    close(other);
    CHECK_FALSE(std::filesystem::exists(folder / "a.part99999999"));
    CHECK(std::filesystem::exists(folder / "a.part12x"));
    CHECK(std::filesystem::exists(busy));
}

TEST_CASE("what cannot be written in full is told, and leaves what was there") {
    const ScratchFolder folder;
    folder.write("a", "old");
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{100'000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    CHECK_THROWS_AS(put(folder / "a", true, std::string(300'000, 'x')), InputError);
    setrlimit(RLIMIT_FSIZE, &before);
    CHECK(read(folder / "a") == "old");
    CHECK(entries(folder) == 1);
}
