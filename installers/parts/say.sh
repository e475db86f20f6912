# shellcheck shell=bash
# Sourced by the scripts of this folder: speaking to the person and asking. All of it goes to standard
# error, so that a script's standard output stays its answer.

say() { printf '%s\n' "$*" >&2; }

# stop CODE WORDS: says why and ends the script. Codes are the program's: 2 usage, 4 the machine lacks something.
stop() {
    local code=$1
    shift
    say "$*"
    exit "$code"
}

# agreed QUESTION DEFAULT: true for yes. Unattended (no terminal, or --yes) the default answers.
agreed() {
    local question=$1 default=$2 answer=''
    if [ "${UNATTENDED:-}" = 1 ] || ! [ -t 0 ]; then
        [ "$default" = yes ]
        return
    fi
    local choices='[y/N]'
    [ "$default" = yes ] && choices='[Y/n]'
    read -r -p "$question $choices " answer || answer=''
    case "${answer:-$default}" in
    [yY]*) return 0 ;;
    *) return 1 ;;
    esac
}
