# shellcheck shell=bash
# Sourced: picks the folder of this system. Each such folder's system.sh says, for the purposes it is given
# (build, run, window, test, package), which packages are missing and how to install them and a JDK 25.

system_name() {
    local id='' like=''
    if [ -r /etc/os-release ]; then
        id=$(. /etc/os-release && echo "${ID:-}")
        like=$(. /etc/os-release && echo "${ID_LIKE:-}")
    fi
    case " $id $like " in
    *' debian '*) echo debian ;;
    *) echo other ;;
    esac
}

# A command as root, through sudo where we are not; the person was asked before.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# May we install? Root needs no question, anyone else is asked before sudo is used.
may_install() {
    [ "$(id -u)" = 0 ] && return 0
    command -v sudo >/dev/null || return 1
    if [ "${UNATTENDED:-}" = 1 ]; then
        sudo -n true 2>/dev/null
        return
    fi
    [ -t 0 ] && agreed "Install them with sudo?" yes
}

# shellcheck source=/dev/null
. "$installers/$(system_name)/system.sh"
