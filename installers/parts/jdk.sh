# shellcheck shell=bash
# Sourced: finds a JDK 25 or newer, whatever `java` is the default.

own_jdk=${XDG_DATA_HOME:-$HOME/.local/share}/trilobite/jdk

# Prints the home of the JDK to use; false if there is none. JDK 25 goes before newer ones.
find_jdk() {
    local home newer=''
    for home in "${JAVA_HOME:-}" "$own_jdk" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$(jdk_on_path)"; do
        case "$(jdk_version "$home")" in
        25)
            echo "$home"
            return 0
            ;;
        2[6-9] | [3-9][0-9]) newer=${newer:-$home} ;;
        esac
    done
    [ -n "$newer" ] && echo "$newer"
}

# The feature version of the JDK in a folder, from its release file: no Java is started to ask.
jdk_version() {
    [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_on_path() {
    local javac
    javac=$(command -v javac) || return 0
    dirname "$(dirname "$(readlink -f "$javac")")"
}
