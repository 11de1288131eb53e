#!/usr/bin/env bash
# Serves the same small application in each variant on a loopback port, drives the variants in turn with wrk,
# and prints the CPU that the server spent on a request, beside the variant without security and the floor.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: benchmarks/end-to-end.sh [options]
  -r ROUNDS       measured rounds; each drives every variant once (default 15)
  -w ROUNDS       warm-up rounds before them (default 10)
  -s SECONDS      length of one variant's turn in a round (default 3)
  -c CONNECTIONS  concurrent connections (default 4)
  -v "A B …"      variants, by label (default all but what only JMH can tell apart)
  -j "ARGS"       arguments of each server's JVM (default "-Xms256m -Xmx256m -XX:+UseSerialGC")
  -o FILE         keep the figures of every turn in this file
  -n              do not build first
JAVA_HOME chooses the JDK of the build and of the servers.
TEXT
}

rounds=15
warm_ups=10
seconds=3
connections=4
variants="none floor authgate-key authgate-key-first authgate-key-last authgate-key-no-headers satoken security-key floor-jwt authgate-jwt satoken-jwt security-jwt floor-session authgate-session security-session"
jvm_arguments="-Xms256m -Xmx256m -XX:+UseSerialGC"
figures=""
build=yes
while getopts "r:w:s:c:v:j:o:nh" option; do
  case $option in
    r) rounds=$OPTARG ;;
    w) warm_ups=$OPTARG ;;
    s) seconds=$OPTARG ;;
    c) connections=$OPTARG ;;
    v) variants=$OPTARG ;;
    j) jvm_arguments=$OPTARG ;;
    o) figures=$OPTARG ;;
    n) build=no ;;
    h) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done

fail() {
  echo "end-to-end.sh: $*" >&2
  exit 1
}

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$repository/benchmarks/target/benchmarks.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
ticks_per_second=$(getconf CLK_TCK)
work=$(mktemp -d)
declare -A pids ports headers

stop_servers() {
  for variant in "${!pids[@]}"; do
    kill "${pids[$variant]}" 2>/dev/null || true
  done
  wait
  rm -rf "$work"
}
trap stop_servers EXIT
trap 'exit 130' INT TERM

require_wrk() {
  command -v wrk >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -qq -y --no-install-recommends wrk >/dev/null
  fi
  command -v wrk >/dev/null || fail "wrk is missing; on Debian: sudo apt-get install wrk"
}

start_server() {
  local variant=$1 log=$work/$1.log ready
  : >"$log"
  # shellcheck disable=SC2086 # several arguments in one option
  "$java" $jvm_arguments -cp "$jar" dev.authgate.benchmark.BenchmarkApplication "$variant" >"$log" 2>&1 &
  pids[$variant]=$!
  for _ in $(seq 300); do
    if ready=$(grep -m 1 '^READY ' "$log"); then
      read -r _ ports[$variant] headers[$variant] <<<"$ready"
      return
    fi
    kill -0 "${pids[$variant]}" 2>/dev/null || break
    sleep 0.2
  done
  cat "$log" >&2
  fail "the variant $variant did not start"
}

# utime and stime, counted behind the command's name, which may hold spaces.
cpu_ticks() {
  local stat
  stat=$(<"/proc/${pids[$1]}/stat")
  set -- ${stat##*) }
  echo $((${12} + ${13}))
}

# Prints one line: round, variant, CPU µs per request, requests per second, p50 and p99 in µs.
drive() {
  local round=$1 variant=$2 output=$work/wrk.txt before after
  local header=()
  [ -z "${headers[$variant]}" ] || header=(-H "${headers[$variant]}")
  before=$(cpu_ticks "$variant")
  wrk --threads 1 --connections "$connections" --duration "${seconds}s" --timeout 10s --latency "${header[@]}" \
    "http://127.0.0.1:${ports[$variant]}/api/things/42" >"$output"
  after=$(cpu_ticks "$variant")
  if grep -qE 'Non-2xx|Socket errors' "$output"; then
    cat "$output" >&2
    fail "the variant $variant refused requests"
  fi
  awk -v round="$round" -v variant="$variant" -v ticks=$((after - before)) -v hertz="$ticks_per_second" '
    function micros(text) { return text * (text ~ /us$/ ? 1 : text ~ /ms$/ ? 1000 : 1000000) }
    $1 == "50%" { p50 = micros($2) }
    $1 == "99%" { p99 = micros($2) }
    $2 == "requests" { requests = $1 }
    $1 == "Requests/sec:" { rate = $2 }
    END { printf "%d %s %.3f %.0f %.1f %.1f\n", round, variant, ticks * 1e6 / hertz / requests, rate, p50, p99 }
  ' "$output"
}

# In random order, so that no variant always follows the same neighbour's turn.
run_round() {
  local round=$1 variant
  # shellcheck disable=SC2086 # one word is one variant
  for variant in $(shuf -e $variants); do
    drive "$round" "$variant"
  done
}

print_table() {
  awk -v variants="$variants" '
    function quantile(values, count, share,   i, j, value, position, below) {
      for (i = 2; i <= count; i++) {
        value = values[i]
        for (j = i - 1; j > 0 && values[j] > value; j--) values[j + 1] = values[j]
        values[j + 1] = value
      }
      position = 1 + (count - 1) * share
      below = int(position)
      return below == count ? values[count] : values[below] + (position - below) * (values[below + 1] - values[below])
    }
    function column(figures, variant, share,   round, list, count) {
      for (round = 1; round <= rounds; round++) list[++count] = figures[variant, round]
      return quantile(list, count, share)
    }
    function ratio(variant, base, share,   round, list, count) {
      if (!((base, 1) in cpu)) return "-"
      for (round = 1; round <= rounds; round++) list[++count] = cpu[variant, round] / cpu[base, round]
      return sprintf("%.2f", quantile(list, count, share))
    }
    { cpu[$2, $1] = $3; rate[$2, $1] = $4; p50[$2, $1] = $5; p99[$2, $1] = $6; if ($1 > rounds) rounds = $1 }
    END {
      print "| variant | CPU µs/request (quartiles) | × none (quartiles) | × floor | × floor-jwt | × floor-session | p50 µs | p99 µs | requests/s |"
      print "|---|---|---|---|---|---|---|---|---|"
      count = split(variants, order, " ")
      for (i = 1; i <= count; i++) {
        v = order[i]
        printf "| %s | %.1f (%.1f–%.1f) | %s (%s–%s) | %s | %s | %s | %.0f | %.0f | %.0f |\n", v,
          column(cpu, v, 0.5), column(cpu, v, 0.25), column(cpu, v, 0.75),
          ratio(v, "none", 0.5), ratio(v, "none", 0.25), ratio(v, "none", 0.75),
          ratio(v, "floor", 0.5), ratio(v, "floor-jwt", 0.5), ratio(v, "floor-session", 0.5),
          column(p50, v, 0.5), column(p99, v, 0.5), column(rate, v, 0.5)
      }
    }
  ' "$1"
}

require_wrk
if [ "$build" = yes ]; then
  (cd "$repository" && mvn -q -B -pl benchmarks -am -DskipTests package)
fi
[ -f "$jar" ] || fail "$jar is missing; run without -n"

for variant in $variants; do
  start_server "$variant"
done
for ((round = 1; round <= warm_ups; round++)); do
  echo "warm-up $round of $warm_ups" >&2
  run_round "$round" >/dev/null
done
for ((round = 1; round <= rounds; round++)); do
  echo "round $round of $rounds" >&2
  run_round "$round" >>"$work/figures.txt"
done

echo "$(date -u +%F), $(nproc) cores, Linux $(uname -r), $("$java" -version 2>&1 | sed -n 2p), $jvm_arguments"
echo "$rounds rounds of ${seconds} s after $warm_ups warm-up rounds, $connections connections"
echo
print_table "$work/figures.txt"
[ -z "$figures" ] || cp "$work/figures.txt" "$figures"
