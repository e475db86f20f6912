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
    return check(parsed, target, host, false);
  }

  /// The same for a guest that starts now, beside those that run: what one of the same project
  /// holds will not be given back first.
  public static List<Finding> checkLaunch(ParsedProject parsed, String target, HostFacts host) {
    return check(parsed, target, host, true);
  }

  private static List<Finding> check(
      ParsedProject parsed, String name, HostFacts host, boolean launching) {
    var findings = new ArrayList<>(parsed.findings());
    var report = new Report(name, parsed.places());
    parsed
        .project()
        .flatMap(project -> subject(project, name, host, launching))
        .ifPresent(subject -> RULES.forEach(rule -> rule.check(subject, report)));
    findings.addAll(report.findings());
    return List.copyOf(findings);
  }

  private static Optional<Subject> subject(
      Project project, String name, HostFacts host, boolean launching) {
    return Optional.ofNullable(project.targets().get(name))
        .map(target -> new Subject(project, target, host, launching));
  }
}
