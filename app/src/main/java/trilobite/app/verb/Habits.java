// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Words that people bring along from docker, gdb, git and the shell. Verbs that are spelt nearly
/// so are the wrong answer to them.
final class Habits {

  private static final Map<String, String> VERBS =
      Map.ofEntries(
          Map.entry("ls", "guests"),
          Map.entry("list", "guests"),
          Map.entry("status", "guests"),
          Map.entry("log", "console"),
          Map.entry("logs", "console"),
          Map.entry("serial", "console"),
          Map.entry("kill", "stop"),
          Map.entry("start", "run"),
          Map.entry("boot", "run"),
          Map.entry("init", "new"),
          Map.entry("create", "new"),
          Map.entry("history", "runs"),
          Map.entry("inspect", "runs show"),
          Map.entry("ss", "netstat"),
          Map.entry("htop", "top"),
          Map.entry("free", "mem"),
          Map.entry("vmstat", "vitals"),
          Map.entry("stats", "vitals"),
          Map.entry("bt", "stack"),
          Map.entry("backtrace", "stack"),
          Map.entry("gdb", "stack"),
          Map.entry("pstack", "stack"),
          Map.entry("xxd", "hexdump"),
          Map.entry("tshark", "tcpdump"),
          Map.entry("wireshark", "tcpdump"),
          Map.entry("query", "sql"),
          Map.entry("core", "dump"),
          Map.entry("gcore", "dump"),
          Map.entry("version", "--version"));

  /// How other systems' `ps` are asked for all that there is, which is what ours shows.
  private static final Set<String> EVERYTHING =
      Set.of("a", "ax", "aux", "axu", "-a", "-e", "-A", "-ax", "-aux", "-ef", "-eLf", "-eL", "-T");

  private Habits() {}

  /// `help` and `help VERB`, which every other program understands, and `ps aux`.
  static String[] words(String... args) {
    if (args.length > 1 && args[0].equals("ps") && EVERYTHING.contains(args[1])) {
      return Stream.concat(Stream.of("ps"), Stream.of(args).skip(2)).toArray(String[]::new);
    }
    if (!args[0].equals("help") || args.length > 2) {
      return args;
    }
    return args.length == 1 ? new String[] {"--help"} : new String[] {args[1], "--help"};
  }

  /// Says which verb is meant by a word that other programs have for it, if there is one.
  static void refuse(String word) {
    var verb = VERBS.get(word);
    if (verb != null) {
      throw new VerbException(
          Exit.USAGE, "there is no verb and no file “" + word + "”; say: trilobite " + verb);
    }
  }
}
