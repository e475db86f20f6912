# shellcheck shell=bash
# Sourced: a screen of our own for windows that nobody watches.

# on_a_screen COMMAND…: runs it with DISPLAY set to a fresh Xvfb, which ends with it.
on_a_screen() {
    local told xvfb result=0
    told=$(mktemp)
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$told" 2>/dev/null &
    xvfb=$!
    local tries=0
    until [ -s "$told" ]; do
        kill -0 "$xvfb" 2>/dev/null && [ $((tries += 1)) -lt 200 ] || { say "Xvfb did not start"; return 1; }
        sleep 0.05
    done
    DISPLAY=:$(cat "$told") "$@" || result=$?
    kill "$xvfb" 2>/dev/null || true
    wait "$xvfb" 2>/dev/null || true
    rm -f "$told"
    return "$result"
}
