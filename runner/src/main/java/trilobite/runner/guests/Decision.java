// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import trilobite.model.check.Finding;
import trilobite.model.check.Fix;
import trilobite.model.check.HostFacts;
import trilobite.model.check.ImageFacts;
import trilobite.model.check.ParsedProject;
import trilobite.model.check.ProjectRules;
import trilobite.model.check.Severity;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LaunchException.Reason;
import trilobite.model.port.LaunchRequest;
import trilobite.model.port.Machine;
import trilobite.model.port.Projects;
import trilobite.model.project.Project;
import trilobite.model.project.Target;
import trilobite.model.run.Accelerator;
import trilobite.model.run.ForwardBinding;

/// What a request comes to on this machine, before anything was made or started.
///
/// @param folder absolute project folder
/// @param trusted raw arguments and extra devices may be used
record Decision(
    Path folder,
    ParsedProject parsed,
    Project project,
    Target target,
    String qemu,
    Accelerator accelerator,
    List<ForwardBinding> forwards,
    Optional<String> buildId,
    boolean trusted) {

  /// @throws LaunchException where the project cannot be booted here, or not without trust
  static Decision on(LaunchRequest request, Projects projects, Machine machine)
      throws LaunchException, IOException {
    var folder = request.folder().toAbsolutePath().normalize();
    var parsed = projects.open(folder);
    var project = parsed.project().orElseThrow(() -> invalid(parsed.findings()));
    var target = Optional.ofNullable(project.targets().get(request.target()));
    if (target.isEmpty()) {
      throw new LaunchException(
          Reason.INVALID,
          "There is no target “" + request.target() + "” in " + folder + ".",
          parsed.findings());
    }
    var facts = projects.hostFacts(folder, project);
    if (!facts.trusted()) {
      trust(request, projects, folder);
      facts = projects.hostFacts(folder, project);
    }
    var qemu =
        facts.qemu().orElseThrow(() -> new LaunchException(Reason.MACHINE, NO_QEMU, List.of()));
    var errors = errors(parsed, request.target(), facts);
    if (!errors.isEmpty()) {
      boolean unbuilt = errors.stream().anyMatch(error -> error.curedBy(Fix.Action.BUILD));
      // Nobody waits for a build to hear of a field that is wrong without it as well.
      var fields =
          unbuilt ? errors(parsed, request.target(), facts.withoutFiles()) : List.<Finding>of();
      throw invalid(fields.isEmpty() ? errors : fields);
    }
    return new Decision(
        folder,
        parsed,
        project,
        target.get(),
        qemu.program(target.get().arch()),
        accelerator(target.get(), machine),
        forwards(target.get(), projects),
        buildId(target.get(), facts),
        true);
  }

  private static List<Finding> errors(ParsedProject parsed, String target, HostFacts facts) {
    return ProjectRules.checkLaunch(parsed, target, facts).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }

  /// Decides about each target as if it were asked for, and leaves everything as it was.
  static void rehearse(Path folder, Projects projects, Machine machine)
      throws LaunchException, IOException {
    var targets = projects.open(folder).project().map(p -> p.targets().keySet()).orElse(Set.of());
    for (var target : targets) {
      var request = new LaunchRequest(folder, target, false, false);
      on(request, projects, machine);
    }
  }

  private static final String HOST =
      System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");

  private static final String NO_QEMU =
      "QEMU was not found. Projects can be edited and built without it; to run a guest, install it"
          + " (on Debian: apt install qemu-system-x86).";

  private static LaunchException invalid(List<Finding> findings) {
    var worst =
        findings.stream().filter(finding -> finding.severity() == Severity.ERROR).findFirst();
    boolean machine = worst.filter(finding -> finding.curedBy(Fix.Action.MACHINE)).isPresent();
    return new LaunchException(
        machine ? Reason.MACHINE : Reason.INVALID,
        worst.map(Finding::message).orElse("trilobite.toml cannot be understood."),
        findings);
  }

  private static void trust(LaunchRequest request, Projects projects, Path folder)
      throws LaunchException, IOException {
    var question = projects.trustQuestion(folder);
    if (question.trusted()) {
      return;
    }
    if (!request.trust()) {
      throw new LaunchException(Reason.UNTRUSTED, question.refusal(), List.of());
    }
    projects.trust(question);
  }

  private static Accelerator accelerator(Target target, Machine machine) {
    return machine.report().accelerator(target.accelerator(), target.arch(), HOST);
  }

  private static List<ForwardBinding> forwards(Target target, Projects projects)
      throws IOException {
    var bindings = new ArrayList<ForwardBinding>();
    for (var forward : target.network().forwards()) {
      int port = forward.hostPort() == 0 ? projects.freePort(forward) : forward.hostPort();
      bindings.add(new ForwardBinding(forward.proto(), forward.host(), port, forward.guestPort()));
    }
    return List.copyOf(bindings);
  }

  private static Optional<String> buildId(Target target, HostFacts facts) {
    return target
        .kernel()
        .flatMap(kernel -> Optional.ofNullable(facts.files().get(kernel)))
        .flatMap(ImageFacts::buildId);
  }
}
