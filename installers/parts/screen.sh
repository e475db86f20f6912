# shellcheck shell=bash
# Sourced: a screen of our own for windows that nobody watches.

# on_a_screen COMMAND…: runs it with DISPLAY set to a fresh Xvfb, which ends with it.
on_a_screen() {
    local told xvfb frame result=0
    told=$(mktemp)
    frame=$(mktemp -d)
    # Keys do not repeat (-r): on a busy machine one that a test presses may be down for long.
    setpriv --pdeathsig KILL Xvfb -displayfd 3 -r -screen 0 1600x1000x24 -nolisten tcp -fbdir "$frame" 3>"$told" 2>/dev/null &
    xvfb=$!
    local tries=0
    until [ -s "$told" ]; do
        kill -0 "$xvfb" 2>/dev/null && [ $((tries += 1)) -lt 200 ] || { say "Xvfb did not start"; return 1; }
        sleep 0.05
    done
    # In this shell: what the command counts is added up here.
    local -x DISPLAY
    DISPLAY=:$(cat "$told")
    "$@" || result=$?
    kill "$xvfb" 2>/dev/null || true
    wait "$xvfb" 2>/dev/null || true
    rm -rf "$told" "$frame"
    return "$result"
}

# Inside on_a_screen: how many different pixels the screen shows; an empty screen has one.
colours_on_screen() {
    od -An -v -tx4 -w4 -j 3232 "$frame/Xvfb_screen0" | sort -u | wc -l
}
