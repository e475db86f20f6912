# shellcheck shell=bash
# Sourced by parts/system.sh where there is no folder of the system's own: installs nothing, says what to install.

# What the purposes need, as commands; prints those that are not there.
missing_packages() {
    local command
    for command in mvn gcc make ld qemu-system-x86_64 setpriv gdb; do
        command -v "$command" >/dev/null || echo "$command"
    done
    case " $* " in *' test '*) command -v Xvfb >/dev/null || echo Xvfb ;; esac
}

install_packages() {
    say "This system's packages are not known here. Trilobite needs, and could not find: $*"
    say "Maven 3.8 or newer (mvn), GCC, GNU make and binutils (ld) build it; QEMU 7.2 or newer for x86-64"
    say "(qemu-system-x86_64) and util-linux (setpriv) run guests; gdb reads the layouts of their data; the window"
    say "needs GTK 3 and libXtst."
    stop 4 "Install what is missing and start again."
}

install_jdk() {
    stop 4 "Install a JDK 25 and start again with JAVA_HOME set to it, or put it into $own_jdk."
}

offer_newer_qemu() { :; }
