# shellcheck shell=bash
# Sourced by installers/package: the application folder, that is a jlinked JDK with JavaFX, the jars on its
# class path, and the cache that makes it start faster.

version=$(sed -n 's/^  <version>\(.*\)<\/version>/\1/p' "$checkout/pom.xml" | head -n 1)

# What the jars need of the JDK: the result of jdeps over all of them, and what they only reach by name:
# jdk.net for the peer of a unix socket, zipfs for data in jars, unsupported for the older libraries.
runtime_modules=java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml
runtime_modules+=,jdk.jfr,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs,javafx.controls

make_runtime() {
    "$jdk/bin/jlink" --module-path "$dist/javafx" --add-modules "$runtime_modules" \
        --strip-java-debug-attributes --no-header-files --no-man-pages --output "$1"
    # Where JavaFX looks first; else each start unpacks them and takes their checksums.
    cp "$dist"/javafx/*.so "$1/lib"
}

make_image() {
    local options=() option
    while read -r option; do
        options+=(--java-options "$option")
    done < <(grep -v '^#' "$installers/java-options")
    "$jdk/bin/jpackage" --type app-image --name trilobite --app-version "$version" \
        --description 'A workbench for unikernels' --vendor 'The Trilobite authors' \
        --runtime-image "$1" --dest "$2" --input "$dist/lib" \
        --main-jar "trilobite-app-$version.jar" --main-class trilobite.app.Main \
        --icon "$checkout/resources/icons/trilobite.png" "${options[@]}"
    rm -rf "$1"
}

# The program's own licence, and those that the libraries, the runtime and the data carry in themselves.
collect_licences() {
    local to=$1 jar name
    mkdir -p "$to"
    cp "$checkout/LICENSE" "$to/LICENSE"
    for jar in "$dist"/lib/*.jar "$dist"/javafx/*.jar; do
        name=$(basename "$jar" .jar)
        unzip -qojC "$jar" '*LICENSE*' '*NOTICE*' '*COPYING*' 'fonts/*/OFL.txt' -x '*.class' -d "$to/$name" 2>/dev/null || true
        rmdir "$to/$name" 2>/dev/null || true
    done
    cp "$checkout/app/target/licences/THIRD-PARTY.txt" "$to/LIBRARIES"
}

# One run of the program, some verbs first and then its window where nobody watches, leaves what it loaded in a
# cache; from then on the launcher uses it. The run has a home of its own.
train_image() {
    local image=$1 app=$1/lib/app options class_path log
    mapfile -t options < <(grep -v '^#' "$installers/java-options")
    class_path=$(sed -n "s|^app.classpath=\$APPDIR|$app|p" "$app/trilobite.cfg" | paste -sd:)
    log=$(mktemp)
    on_a_screen apart env TRILOBITE_FIRST_FRAME=leave timeout 120 \
        "$image/lib/runtime/bin/java" "${options[@]}" "${training[@]}" "-XX:AOTCacheOutput=$app/start.aot" \
        -cp "$class_path" trilobite.app.Main rehearse "$image/lib/runtime/bin/java" >"$log" 2>&1 ||
        { cat "$log" >&2; stop 1 "The training run failed."; }
    rm -f "$log"
    [ -s "$app/start.aot" ] || stop 1 "The training run left no start-up cache."
    echo 'java-options=-XX:AOTCache=$APPDIR/start.aot' >>"$app/trilobite.cfg"
}
