#!/bin/sh
# Measures the boutique beside the same boutique as microservices:
# boutique.sh [--seconds N] [--rounds N] [--warming SECONDS] [--rate N] [--shoppers N] [--only NAME[,NAME]].
# Writes its section of docs/benchmarks.md and the plots beside it, or, with --only or less than 5 s, the same below
# benchmarks/target/boutique; exits with 1 when a budget is broken.
set -eu
cd "$(dirname "$0")/.."

echo "Building ..." >&2
mvn -B -ntp -q -pl benchmarks -am package -DskipTests

. benchmarks/java.sh
exec "$java" --enable-native-access=ALL-UNNAMED -cp "benchmarks/target/classes:benchmarks/target/libraries/*" \
  dev.heddle.benchmarks.boutique.BoutiqueBenchmark "$machine" "$@"
