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

java=
for home in "${HEDDLE_JAVA_HOME:-}" "${JAVA_HOME:-}" "${JAVA25_HOME:-}" /usr/lib/jvm/*25*; do
  if [ -x "$home/bin/java" ] && grep -q '^JAVA_VERSION="2[5-9]' "$home/release" 2>/dev/null; then
    java=$home/bin/java
    break
  fi
done
[ -n "$java" ] || { echo "A JDK 25 is needed: set HEDDLE_JAVA_HOME to one." >&2; exit 78; }

classpath="benchmarks/target/classes:benchmarks/target/libraries/*"
# shellcheck disable=SC2086
"$java" --enable-native-access=ALL-UNNAMED -cp "$classpath" org.openjdk.jmh.Main \
  $effort -prof gc -rf json -rff benchmarks/target/results.json

cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
machine="${cpu:-unknown processor}, $(getconf _NPROCESSORS_ONLN) cores; $("$java" -version 2>&1 | sed -n 2p); $(date +%Y-%m-%d)"
"$java" -cp "$classpath" dev.heddle.benchmarks.ReportMain benchmarks/target/results.json "$machine" "$document"
