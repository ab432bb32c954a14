#!/bin/sh
# Times the placement planner on 1,000 components and 10,000 edges; exits with 1 when it takes a second or more.
set -eu
cd "$(dirname "$0")/.."

echo "Building ..." >&2
mvn -B -ntp -q -pl benchmarks -am package -DskipTests

. benchmarks/java.sh
exec "$java" -cp "benchmarks/target/classes:benchmarks/target/libraries/*" \
  dev.heddle.benchmarks.plan.PlanBenchmark "$machine"
