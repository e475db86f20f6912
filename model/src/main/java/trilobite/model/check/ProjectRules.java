// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.project.Project;

/// Judges whether a target of a project can work on a machine. Pure and fast, any thread.
public final class ProjectRules {

  private static final List<Rule> RULES =
      List.of(
          new QemuRule(),
          new ToolchainRule(),
          new ArchitectureRule(),
          new MachineRule(),
          new AcceleratorRule(),
          new VcpuRule(),
          new MemoryRule(),
          new SharedMemoryRule(),
          new BootRule(),
          new KernelRule(),
          new InitrdRule(),
          new DriveRule(),
          new OutsideRule(),
          new NetworkRule(),
          new TapRule(),
          new VsockRule(),
          new ForwardRule(),
          new PortRule(),
          new ReadyRule(),
          new RawArgumentRule(),
          new ControlCharacterRule());

  private ProjectRules() {}

  /// Everything that is wrong or noteworthy: the parser's findings, then those of the rules about
  /// the target, in the order of the configuration form. A target that is not there adds nothing.
  public static List<Finding> check(ParsedProject parsed, String target, HostFacts host) {
    var findings = new ArrayList<>(parsed.findings());
    parsed.project().ifPresent(project -> findings.addAll(about(project, target, parsed, host)));
    return List.copyOf(findings);
  }

  private static List<Finding> about(
      Project project, String name, ParsedProject parsed, HostFacts host) {
    var report = new Report(name, parsed.places());
    Optional.ofNullable(project.targets().get(name))
        .map(target -> new Subject(project, target, host))
        .ifPresent(subject -> RULES.forEach(rule -> rule.check(subject, report)));
    return report.findings();
  }
}
