// SPDX-License-Identifier: Apache-2.0
package trilobite.app.badinput;

import java.io.IOException;
import java.nio.file.Path;

/// A program in QEMU's place that keeps to its protocol as far as a test wants it: it sends a file
/// to the console as fast as that is read, and keeps what is typed.
final class StandInQemu {

  private static final String SCRIPT =
      """
      #!/usr/bin/perl
      use strict; use IO::Socket::UNIX; use IO::Select;
      if ($ARGV[0] eq '--version') { print "QEMU emulator version 7.2.22\\n"; exit 0; }
      if ("@ARGV[0,1]" eq '-machine help') {
        print "Supported machines are:\\nq35 x\\npc x\\nmicrovm x\\n"; exit 0;
      }
      sub door { my $id = shift;
        my ($path) = map { /^socket,id=$id,path=([^,]+),/ ? $1 : () } @ARGV;
        my $door = IO::Socket::UNIX->new(Peer => $path) or die "no door for $id";
        $door->autoflush(1); return $door; }
      my ($ram) = map { /mem-path=([^,]+)/ ? $1 : () } @ARGV;
      open(my $memory, '>', $ram) or die $ram; truncate($memory, 64 << 20);
      my ($monitor, $console) = (door('qmp'), door('console'));
      print $monitor GREETING;
      open(my $typed, '>', 'TYPED'); $typed->autoflush(1);
      my $all = IO::Select->new($monitor, $console);
      while (1) { for my $ready ($all->can_read) {
        sysread($ready, my $bytes, 65536) or exit 0;
        if ($ready == $console) { print $typed $bytes; next; }
        for my $line (split /\\n/, $bytes) {
          my ($id) = $line =~ /"id":(\\d+)/;
          my $answer = $line =~ /query-cpus-fast/ ? '[]' : '{}';
          print $monitor qq({"return": $answer, "id": $id}\\r\\n);
          exit 0 if $line =~ /"quit"/;
          if ($line =~ /"cont"/) {
            open(my $says, '<', 'SAYS') or die;
            while (sysread($says, my $piece, 1 << 20)) { print $console $piece; }
          }
        } } }
      """;

  private static final String GREETING =
      "qq({\"QMP\": {\"version\": {\"qemu\": {\"major\": 7}}, \"capabilities\": []}}\\r\\n)";

  private StandInQemu() {}

  /// @param says the file that goes to the console once the guest is let go
  /// @param typed the file that keeps what comes back
  static void install(Person person, Path says, Path typed) throws IOException {
    install(person, SCRIPT, GREETING, says, typed);
  }

  /// One that greets with something else on its monitor.
  static void garbled(Person person) throws IOException {
    var none = Path.of("/dev/null");
    install(person, SCRIPT, "\"\\0\\1 no monitor here\\n\"; sleep 600", none, none);
  }

  private static void install(Person person, String script, String greeting, Path says, Path typed)
      throws IOException {
    person.program(
        person.home().resolve("stand-in"),
        "qemu-system-x86_64",
        script
            .replace("GREETING", greeting)
            .replace("'SAYS'", "'" + says + "'")
            .replace("'TYPED'", "'" + typed + "'"));
  }
}
