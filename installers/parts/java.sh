# shellcheck shell=bash
# Sourced: the command that runs Trilobite's classes, the same for the launcher, its training and the bench.

# java_command JDK DIST: sets the array java_command, to which a main class and arguments are added.
java_command() {
    local jdk=$1 dist=$2 options
    mapfile -t options < <(grep -v '^#' "$installers/java-options")
    java_command=("$jdk/bin/java" "${options[@]}"
        --module-path "$(jars "$dist/javafx")" -cp "$(jars "$dist/lib")")
    if [ -f "$dist/start.aot" ]; then
        java_command+=("-XX:AOTCache=$dist/start.aot")
    fi
}

# What a training run is started with besides: classes and their links are kept, counts of calls are not.
# With those the compilers set to work on three times as much before the first frame, and take its cores.
training=(-XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining)

# The jars of a folder in one fixed order: the start-up cache holds only for the order it was made with.
jars() {
    local all=("$1"/*.jar)
    (IFS=: && echo "${all[*]}")
}

# apart COMMAND…: runs it with a home of its own, so that nothing of the person's is read or written.
apart() {
    local home result=0
    home=$(mktemp -d)
    (
        export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache
        export XDG_STATE_HOME=$home/state XDG_RUNTIME_DIR=$home
        "$@"
    ) || result=$?
    rm -rf "$home"
    return "$result"
}
