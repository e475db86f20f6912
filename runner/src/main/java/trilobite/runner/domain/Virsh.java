// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.domain;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import trilobite.model.domain.Domain;
import trilobite.model.domain.DomainStats;
import trilobite.model.port.Domains;
import trilobite.runner.live.Mention;
import trilobite.runner.process.Answer;

/// [Domains] by `virsh`, with a connection that can only read.
///
/// @param run runs a command and waits for it, with a deadline
public record Virsh(Function<List<String>, Answer> run) implements Domains {

  private static final String LOCAL = "qemu:///";

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
    return uri.startsWith(LOCAL) ? domains.stream().map(d -> d.with(process(d))).toList() : domains;
  }

  /// What virsh says, and the one thing to do about it.
  private static String why(String uri, Answer answer) {
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
