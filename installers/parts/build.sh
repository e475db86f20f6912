# shellcheck shell=bash
# Sourced, after java.sh: builds the application when its sources changed, and prepares its fast start.

dist=$checkout/app/target/dist

# Maven under the JDK that was found, without its own JVM's complaints about itself.
maven() {
    local MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
    export MAVEN_OPTS
    (cd "$checkout" && JAVA_HOME=$jdk mvn -B -ntp "$@")
}

# A line that changes when any source, or the JDK, does.
sources_now() {
    cd "$checkout" && {
        echo "$jdk $(jdk_version "$jdk")"
        find pom.xml .mvn installers/java-options installers/parts/Sheets.java model resources runner ui app -name target -prune -o -type f -printf '%p %s %T@\n' | sort
    } | sha256sum
}

# Without the checking compiler; with CHECKED=1 with it, which takes the classes that tests left.
build_if_changed() {
    local now log how=(-Dquick)
    [ "${CHECKED:-}" != 1 ] || how=()
    now=$(sources_now)
    [ -f "$dist/built-from" ] && [ "$(cat "$dist/built-from")" = "$now" ] && return 0
    log=$(mktemp)
    say "Building (about a minute; the first time also obtains libraries)…"
    if ! maven -q "${how[@]}" -Dmaven.test.skip=true package >"$log" 2>&1; then
        grep -E 'ERROR|error:' "$log" | head -n 30 >&2
        stop 1 "The build failed; all of its output is in $log."
    fi
    rm -f "$log"
    echo "$now" >"$dist/built-from"
}

# One run of the program, some verbs first and then its window where nobody sees it, with a home of its own, leaves a
# cache of what it loaded until the first frame; the launcher uses it from then on. Without it the program starts too,
# only slower. All of the cache is linked before the program begins: what comes after the first frame would delay it.
# On no screen at all, JavaFX leaves out what it needs for a real one.
train_if_needed() {
    local log where=(on_a_screen apart env) options=()
    command -v Xvfb >/dev/null || {
        where=(apart env -u DISPLAY)
        options=(-Dprism.order=sw -Dglass.platform=Headless)
    }
    [ ! -e "$dist/trained" ] || return 0
    say "Preparing a fast start…"
    log=$(mktemp)
    java_command "$jdk" "$dist"
    "${where[@]}" TRILOBITE_FIRST_FRAME=leave timeout 120 "${java_command[@]}" "${options[@]}" \
        "${training[@]}" "-XX:AOTCacheOutput=$dist/start.aot" trilobite.app.Main rehearse "$jdk/bin/java" >"$log" 2>&1 ||
        say "The program starts slower than it could: its training run failed: $(tail -n 1 "$log")"
    rm -f "$log"
    touch "$dist/trained"
}
