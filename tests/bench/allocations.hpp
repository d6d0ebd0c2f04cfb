#pragma once
// Counts what a program that is linked with allocations.cpp takes from the heap.

#include <cstddef>

/// Calls of operator new so far.
[[nodiscard]] std::size_t allocations_so_far();
