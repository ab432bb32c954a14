# Sets java to a JDK 25, and machine to what it runs on, for the scripts here.
java=
for home in "${HEDDLE_JAVA_HOME:-}" "${JAVA_HOME:-}" "${JAVA25_HOME:-}" /usr/lib/jvm/*25*; do
  if [ -x "$home/bin/java" ] && grep -q '^JAVA_VERSION="2[5-9]' "$home/release" 2>/dev/null; then
    java=$home/bin/java
    break
  fi
done
[ -n "$java" ] || { echo "A JDK 25 is needed: set HEDDLE_JAVA_HOME to one." >&2; exit 78; }

cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
# In a virtual machine: how long an idle processor polls before it halts, and has to be woken.
poll=$(cat /sys/module/haltpoll/parameters/guest_halt_poll_ns 2>/dev/null || true)
machine="${cpu:-unknown processor}, $(getconf _NPROCESSORS_ONLN) cores${poll:+, guest_halt_poll_ns $poll}; $("$java" -version 2>&1 | sed -n 2p); $(date +%Y-%m-%d)"
