# Every outside library, each with its reason in docs/dependencies.md; Debian names in scripts/packages.txt.
find_package(Boost 1.74 REQUIRED)  # Boost.Graph's algorithms are headers
find_package(CLI11 REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(LibXml2 2.9 REQUIRED)
find_package(SQLite3 3.40 REQUIRED)
find_package(Threads REQUIRED)
find_package(date REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(simdjson REQUIRED)
find_package(tsl-robin-map REQUIRED)
