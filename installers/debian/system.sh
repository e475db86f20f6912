# shellcheck shell=bash
# Sourced by parts/system.sh on Debian and what derives from it.

export DEBIAN_FRONTEND=noninteractive

# missing_packages PURPOSE…: prints the packages that are not installed, one a line.
missing_packages() {
    local purpose names
    while read -r purpose names _; do
        case " $* " in *" $purpose "*) ;; *) continue ;; esac
        any_installed "${names//|/ }" || echo "$names"
    done < <(grep -v '^#' "$installers/debian/packages") | sort -u
}

any_installed() {
    local name
    for name in $1; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] && return 0
    done
    return 1
}

# install_packages NAMES…: each a name or alternatives; asks where it must.
install_packages() {
    local names wanted=()
    [ "$(id -u)" != 0 ] || apt-get -q update >&2 || say "apt-get update failed; going on with the lists that are here"
    for names in "$@"; do
        wanted+=("$(known_name "${names//|/ }")")
    done
    say "Missing packages: ${wanted[*]}"
    may_install || stop 4 "Install them as root and start again:  apt-get install ${wanted[*]}"
    [ "$(id -u)" = 0 ] || as_root apt-get -q update >&2
    as_root apt-get -q install -y --no-install-recommends "${wanted[@]}" >&2
}

# The first of some names that this release knows, else the last, which is the oldest.
known_name() {
    local name
    for name in $1; do
        available "$name" && break
    done
    echo "$name"
}

available() { apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [^(]'; }

# A JDK 25: from the distribution where it has one, else from the vendor's repository after a yes.
install_jdk() {
    if available openjdk-25-jdk; then
        say "Missing package: openjdk-25-jdk"
        may_install || stop 4 "Install it and start again:  apt-get install openjdk-25-jdk"
        as_root apt-get -q install -y --no-install-recommends openjdk-25-jdk >&2
        return
    fi
    local key=/etc/apt/keyrings/adoptium.asc list=/etc/apt/sources.list.d/adoptium.list
    local vendor=https://packages.adoptium.net/artifactory
    local add="apt-get install -y wget ca-certificates && wget -qO $key $vendor/api/gpg/key/public && echo 'deb [signed-by=$key] $vendor/deb $(codename) main' > $list"
    local get="apt-get update && apt-get install -y temurin-25-jdk"
    say "This release has no JDK 25. Its vendor's apt repository has one (Eclipse Temurin); as root:"
    say "  $add"
    say "  $get"
    if agreed "Run these two commands now?" no && may_install; then
        as_root sh -c "mkdir -p /etc/apt/keyrings && $add && $get" >&2
    else
        stop 4 "Start again when a JDK 25 is in JAVA_HOME, /usr/lib/jvm, sdkman or $own_jdk."
    fi
}

codename() { (. /etc/os-release && echo "${VERSION_CODENAME:-}"); }

# Debian 12 has QEMU 7.2, which is enough; its backports have QEMU 10, which lets us trace with arguments.
# Asked once; the mirror is the one that this machine uses already.
offer_newer_qemu() {
    local version asked=${XDG_STATE_HOME:-$HOME/.local/state}/trilobite/newer-qemu-offered answer=no
    version=$(qemu-system-x86_64 --version 2>/dev/null | sed -n 's/.*version \([0-9]*\).*/\1/p')
    [ "${version:-99}" -lt 9 ] && [ "$(codename)" = bookworm ] || return 0
    [ -e "$asked" ] && [ "${NEWER_QEMU:-}" != yes ] && return 0
    say "QEMU $version works. QEMU 10, from Debian's bookworm-backports, adds tracing with arguments."
    if [ "${NEWER_QEMU:-}" = yes ] || agreed "Add bookworm-backports and install it from there?" no; then
        local mirror
        mirror=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' |
            sed -n 's/ bookworm$//p' | head -n 1)
        [ -n "$mirror" ] || stop 4 "apt names no Debian mirror here; add bookworm-backports by hand."
        as_root sh -c "echo 'deb $mirror bookworm-backports main' > /etc/apt/sources.list.d/bookworm-backports.list"
        as_root apt-get -q update >&2
        as_root apt-get -q install -y --no-install-recommends -t bookworm-backports qemu-system-x86 >&2
        answer=yes
    fi
    mkdir -p "$(dirname "$asked")" && echo "$answer" >"$asked"
}
