#include "command.hpp"

int main(int argc, char** argv) { return isnad::app::run_program(argc, argv); }
