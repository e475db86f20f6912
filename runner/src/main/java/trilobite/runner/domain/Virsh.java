// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.domain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import trilobite.model.domain.Domain;
import trilobite.model.domain.DomainStats;
import trilobite.model.port.Domains;
import trilobite.runner.live.Mention;
import trilobite.runner.process.Answer;

/// [Domains] by `virsh`, with a connection that can only read.
///
/// @param run runs a command and waits for it, with a deadline
public record Virsh(Function<List<String>, Answer> run) implements Domains {

  /// Of a connection to this machine.
  private static final Pattern LOCAL = Pattern.compile("qemu(\\+unix)?:///.*");

  public Virsh() {
    this(Answer::of);
  }

  /// The first question for `--cpu-total` has libvirt look at every QEMU that is installed, which
  /// took half a minute; the time of the vCPUs is told at once.
  @Override
  public List<Domain> list(String uri) throws IOException {
    var command =
        List.of(
            "virsh",
            "--readonly",
            "--connect",
            uri,
            "domstats",
            "--nowait",
            "--state",
            "--balloon",
            "--vcpu",
            "--interface");
    var answer = run.apply(command);
    if (answer.code() != 0) {
      throw new IOException(why(uri, answer));
    }
    var domains = DomainStats.parse(uri, answer.output());
    return local(uri) ? domains.stream().map(d -> d.with(process(d))).toList() : domains;
  }

  /// A domain by its name, with its process.
  ///
  /// @param uri empty for whichever of this machine's own connections has it
  /// @throws IOException where it is not there, or does not run on this machine; says what works
  ///   instead
  public Domain find(String uri, String name) throws IOException {
    if (!uri.isEmpty() && !local(uri)) {
      throw new IOException(
          ("%s is on another machine, whose memory and consoles cannot be reached from here:"
                  + " trilobite guests --libvirt %s shows its domains' state, memory and CPU time;"
                  + " to look into one, run trilobite attach --libvirt there, by ssh.")
              .formatted(uri, uri));
    }
    var failed = new ArrayList<String>();
    for (var each : uri.isEmpty() ? Domains.LOCAL : List.of(uri)) {
      try {
        var found = list(each).stream().filter(d -> d.name().equals(name)).findFirst();
        if (found.isPresent()) {
          return running(found.get());
        }
      } catch (IOException e) {
        failed.add(String.valueOf(e.getMessage()));
      }
    }
    failed.addFirst("No domain of libvirt's is called " + name + ".");
    throw new NoSuchDomainException(String.join(" ", failed));
  }

  private static Domain running(Domain domain) throws IOException {
    if (domain.pid().isEmpty()) {
      throw new IOException(
          "Domain %s is %s: start it with virsh --connect %s start '%s'."
              .formatted(domain.name(), domain.state(), domain.uri(), domain.name()));
    }
    return domain;
  }

  /// There is no domain of that name.
  public static final class NoSuchDomainException extends IOException {
    private static final long serialVersionUID = 1;

    NoSuchDomainException(String message) {
      super(message);
    }
  }

  private static boolean local(String uri) {
    return LOCAL.matcher(uri).matches();
  }

  /// The words of a verb about a domain, for more to be added.
  static List<String> words(String uri, String verb, String domain) {
    return new ArrayList<>(List.of("virsh", "--quiet", "--connect", uri, verb, "--domain", domain));
  }

  /// What virsh says, and the one thing to do about it.
  static String why(String uri, Answer answer) {
    if (answer.code() < 0) {
      return "virsh was not found, or did not answer within ten seconds. Where it is not installed"
          + " (on Debian: apt install libvirt-clients libvirt-daemon-driver-qemu), do that.";
    }
    var said = said(answer);
    if (said.contains("ermission denied") || said.contains("authentication")) {
      return uri + " lets this user not in (" + said + "). Join its group: adduser $USER libvirt.";
    }
    return uri + " cannot be asked: " + said;
  }

  /// The last thing that it said, without its own head.
  private static String said(Answer answer) {
    var lines = answer.output().strip().lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty() ? "it said nothing" : lines.getLast().replaceFirst("^error: ", "");
  }

  /// libvirt names it on QEMU's command line, as `-name guest=…` (`qemuBuildNameCommandLine` in
  /// `src/qemu/qemu_command.c` of 9.0).
  private static OptionalLong process(Domain domain) {
    return Mention.newest("\0guest=" + domain.name().replace(",", ",,") + ",");
  }
}
