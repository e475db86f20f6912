# shellcheck shell=bash
# Sourced by installers/test: runs named stages, keeps their times, counts tests from Surefire's reports.

declare -a stage_lines=()
passed=0 failed=0 skipped=0 broken=0

# stage NAME COMMAND…: runs it, times it; a stage that fails makes the whole run fail, and the next goes on.
stage() {
    local name=$1 began=$SECONDS result=ok
    shift
    wanted "$name" || return 0
    printf '\n=== %s\n' "$name"
    "$@" || result=FAILED
    [ "$result" = ok ] || broken=$((broken + 1))
    stage_lines+=("$(printf '%-14s %5d s  %s' "$name" $((SECONDS - began)) "$result")")
}

# Was this stage asked for? With no names given, all are.
wanted() {
    [ ${#asked[@]} -eq 0 ] && return 0
    local one
    for one in "${asked[@]}"; do
        [ "$one" = "$1" ] && return 0
    done
    return 1
}

# surefire TAG [OPTIONS]: the tests with one tag, or the untagged ones for the tag "unit".
# A skipped test is a failure; so is a tag that tests carry and none ran.
surefire() {
    local tag=$1 groups=()
    shift
    [ "$tag" = unit ] || groups=("-Dgroups=$tag")
    if [ "$tag" != unit ] && ! grep -rqs "@Tag(\"$tag\")" --include='*.java' "$checkout"/*/src/test; then
        echo "no test carries the tag $tag"
        return 0
    fi
    find "$checkout" -path '*/target/surefire-reports/*.xml' -delete
    # Failures are counted from the reports, so that one module's do not keep the next ones from running.
    local result=0 log
    log=$(mktemp)
    maven "${quiet[@]}" test -Dmaven.test.failure.ignore=true "${groups[@]}" "$@" | tee "$log" || result=1
    ! grep -qE '^\[ERROR\] .*(forked VM|(error|timeout) in the fork)' "$log" || result=1
    rm -f "$log"
    count_reports "$tag" || result=1
    return "$result"
}

count_reports() {
    local tag=$1 run fail skip
    read -r run fail skip < <(find "$checkout" -path '*/target/surefire-reports/TEST-*.xml' -print0 |
        xargs -0 -r grep -h -m1 "<testsuite " |
        awk '{ run += field("tests"); fail += field("failures") + field("errors"); skip += field("skipped") }
             function field(name) { return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : 0 }
             END { print run + 0, fail + 0, skip + 0 }')
    passed=$((passed + run - fail - skip)) failed=$((failed + fail)) skipped=$((skipped + skip))
    echo "$tag: $run tests, $fail failed, $skip skipped"
    [ "$fail" -eq 0 ] || return 1
    [ "$run" -gt 0 ] || { echo "$tag: no test ran, and some exist"; return 1; }
    [ "$skip" -eq 0 ] || { echo "$tag: a skipped test is a failed one here"; return 1; }
}

summary() {
    printf '\n=== stages\n'
    printf '%s\n' "${stage_lines[@]}"
    printf 'all            %5d s\n\n' "$SECONDS"
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    [ "$broken" -eq 0 ]
}
