#!/bin/sh
# Runs the benchmarks and writes docs/benchmarks.md; --quick only tries that they run.
set -eu
cd "$(dirname "$0")/.."

effort="-f 3 -wi 5 -i 5"
document=docs/benchmarks.md
if [ "${1:-}" = --quick ]; then
  effort="-f 1 -wi 1 -i 1 -r 100ms -w 100ms"
  document=benchmarks/target/quick.md
fi

echo "Building ..." >&2
mvn -B -ntp -q -pl benchmarks -am package -DskipTests

. benchmarks/java.sh

classpath="benchmarks/target/classes:benchmarks/target/libraries/*"
# shellcheck disable=SC2086
"$java" --enable-native-access=ALL-UNNAMED -cp "$classpath" org.openjdk.jmh.Main \
  $effort -prof gc -rf json -rff benchmarks/target/results.json

"$java" -cp "$classpath" dev.heddle.benchmarks.ReportMain benchmarks/target/results.json "$machine" "$document"
