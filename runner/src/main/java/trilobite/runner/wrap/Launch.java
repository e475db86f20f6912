// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.wrap;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The text of the launcher that stands before QEMU, and of the answers that it reads.
final class Launch {

  private Launch() {}

  /// A POSIX shell script: it puts its words into a file, waits for an answer in a pipe, and
  /// becomes the real QEMU, so that process, terminal, signals and exit code are QEMU's own.
  /// Whatever goes wrong, QEMU starts with the words that were asked for. What QEMU starts itself
  /// finds the path as it was.
  static String script(Path folder) {
    return """
        #!/bin/sh
        # Trilobite's launcher: asks what to add to QEMU's words, and becomes the real QEMU.
        here=%s
        name=${0##*/}
        path= real=
        set -f
        IFS=:
        for place in $PATH; do
          [ "$place" = "$here/bin" ] && continue
          path=$path:$place
          [ -z "$real" ] && [ -x "${place:-.}/$name" ] && real=${place:-.}/$name
        done
        unset IFS
        set +f
        PATH=${path#:}
        if [ -z "$real" ]; then
          echo "$name: not found" >&2
          exit 127
        fi
        case "$1" in
          -h | -help | --help | -version | --version) exec "$real" "$@" ;;
        esac
        ask=$$
        if [ -r "$here/keeper" ] && read -r keeper <"$here/keeper" && kill -0 "$keeper" 2>/dev/null &&
          mkfifo "$here/answers/$ask" 2>/dev/null; then
          for word in "$real" "$PWD" "$@"; do
            printf '%%s\\0' "$word"
          done >"$here/asks/$ask.new" && mv "$here/asks/$ask.new" "$here/asks/$ask.ask"
          (
            exec </dev/null >/dev/null 2>&1
            sleep 15
            echo : >"$here/answers/$ask"
          ) &
          late=$!
          . "$here/answers/$ask"
          kill "$late" 2>/dev/null
          wait "$late" 2>/dev/null
          rm -f "$here/answers/$ask"
        fi
        exec "$real" "$@"
        """
        .formatted(quoted(folder.toString()));
  }

  /// An answer: the words to start with, and lines to print before.
  static String answer(List<String> words, List<String> said) {
    var set = "set -- " + words.stream().map(Launch::quoted).collect(Collectors.joining(" "));
    var lines = said.stream().map(Launch::quoted).collect(Collectors.joining(" "));
    return set + "\n" + (said.isEmpty() ? "" : "printf '%s\\n' " + lines + " >&2\n");
  }

  /// The answer that changes nothing.
  static String unchanged(List<String> said) {
    var lines = said.stream().map(Launch::quoted).collect(Collectors.joining(" "));
    return said.isEmpty() ? ":\n" : "printf '%s\\n' " + lines + " >&2\n";
  }

  /// Means itself to a shell, whatever it holds.
  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
