#!/bin/sh
# What calls of the guests in examples/guests cost: builds each whose tools are there, and measures it.
set -eu
cd "$(dirname "$0")/.."

mvn -B -ntp -q -pl benchmarks -am package -DskipTests

. benchmarks/java.sh

modules=
for language in c assemblyscript go; do
  module=benchmarks/target/$language.wasm
  if "examples/guests/$language/build" "$module" >/dev/null 2>&1; then
    modules="$modules $module"
  else
    echo "Left out: $language, which does not build here" >&2
  fi
done

# shellcheck disable=SC2086
"$java" --enable-native-access=ALL-UNNAMED -cp "benchmarks/target/classes:benchmarks/target/libraries/*" \
  dev.heddle.benchmarks.GuestLanguages $modules
