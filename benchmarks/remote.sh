#!/bin/sh
# Measures calls between two processes beside their peers: remote.sh [--seconds N] [--only NAME[,NAME]].
# Writes benchmarks/target/remote.txt and remote.json; exits with 1 when a budget is broken.
set -eu
cd "$(dirname "$0")/.."

echo "Building ..." >&2
mvn -B -ntp -q -pl benchmarks -am package -DskipTests

. benchmarks/java.sh
exec "$java" -cp "benchmarks/target/classes:benchmarks/target/libraries/*" \
  dev.heddle.benchmarks.remote.RemoteBenchmark "$machine" benchmarks/target "$@"
