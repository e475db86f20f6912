// SPDX-License-Identifier: Apache-2.0
package trilobite.model.command;

import java.util.ArrayList;
import java.util.List;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Target;

/// The rule that turns a target into QEMU's command line. Pure: the same target and plan give the
/// same words, in the preview and in a run.
///
/// QEMU connects to sockets on which the owner already listens, so that nothing is polled and no
/// first byte is lost; it starts stopped, in its sandbox, with RAM that the host can map.
public final class QemuCommand {

  private static final String SANDBOX =
      "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny";
  private static final String ACTIONS = "panic=pause,shutdown=pause,reboot=shutdown,watchdog=pause";

  private final Target target;
  private final LaunchPlan plan;
  private final List<Argument> arguments = new ArrayList<>();

  private QemuCommand(Target target, LaunchPlan plan) {
    this.target = target;
    this.plan = plan;
  }

  /// The command line for a target. Whatever the target holds becomes words that QEMU can judge;
  /// raw arguments and extra devices only where the plan is trusted.
  public static CommandLine of(Target target, LaunchPlan plan) {
    return new QemuCommand(target, plan).build();
  }

  private CommandLine build() {
    frame();
    machine();
    memory();
    channels();
    arguments.addAll(DriveArguments.of(target, plan.projectFolder()));
    arguments.addAll(NetworkArguments.of(target, plan));
    image();
    extras();
    return new CommandLine(plan.qemu(), List.copyOf(arguments));
  }

  private void frame() {
    add(
        "-name",
        "guest=" + QemuText.value(plan.name()) + ",debug-threads=on",
        "name shown by the host's tools",
        FieldPath.of("project", "name"));
    add("-nodefaults", "", "no devices but the ones below");
    add("-no-user-config", "", "the host's QEMU configuration changes nothing");
    add("-display", "none", "no screen; the console is serial");
    add("-S", "", "start stopped, so that no first byte is lost");
    add("-no-reboot", "", "a reset ends the run instead of looping");
    add("-action", ACTIONS, "keep a dead guest readable until its verdict is known");
    add("-sandbox", SANDBOX, "QEMU may not start processes or gain privileges");
  }

  private void machine() {
    add(
        "-machine",
        QemuText.value(target.machine()) + ",memory-backend=ram0",
        "machine type",
        field("machine"),
        field("arch"));
    add(
        "-accel",
        QemuText.value(plan.accelerator().name()),
        plan.accelerator().why(),
        field("accelerator"));
    add("-cpu", QemuText.value(target.cpu()), "CPU model", field("cpu"));
    add("-smp", Integer.toString(target.vcpus()), "number of vCPUs", field("vcpus"));
  }

  private void memory() {
    var size = target.memorySize().map(memory -> memory.qemu()).orElse(target.memory());
    add("-m", size, "guest memory", field("memory"));
    add(
        "-object",
        "memory-backend-file,id=ram0,share=on,mem-path=" + inRun("ram") + ",size=" + size,
        "guest memory, shared with the workbench",
        field("memory"));
  }

  private void channels() {
    add("-chardev", socket("qmp", "qmp.sock"), "QEMU's monitor");
    add("-mon", "chardev=qmp,mode=control", "QEMU's monitor");
    add("-chardev", socket("console", "console.sock"), "serial console");
    add("-serial", "chardev:console", "serial console");
    MachineTraits.of(target)
        .panicDevice()
        .ifPresent(device -> add("-device", device, "lets the guest report its own panic"));
  }

  private void image() {
    target
        .firmware()
        .ifPresent(
            firmware ->
                add("-bios", file(firmware), "in place of the firmware", field("firmware")));
    target.kernel().ifPresent(kernel -> add("-kernel", file(kernel), "image", field("kernel")));
    if (target.initrd().filter(initrd -> !initrd.isEmpty()).isPresent()) {
      add("-initrd", file(target.initrd().orElseThrow()), "initial ramdisk", field("initrd"));
    }
    if (!target.append().isEmpty()) {
      add("-append", target.append(), "the guest's command line", field("append"));
    }
  }

  private void extras() {
    if (!plan.trusted()) {
      return;
    }
    for (int i = 0; i < target.devices().size(); i++) {
      var path = field("devices", Integer.toString(i));
      add("-device", target.devices().get(i), "extra device", path);
    }
    for (int i = 0; i < target.qemu().size(); i++) {
      var path = field("qemu", Integer.toString(i));
      arguments.add(
          new Argument("", target.qemu().get(i), List.of(path), "raw argument of the project"));
    }
  }

  private String socket(String id, String name) {
    return "socket,id=" + id + ",path=" + inRun(name) + ",server=off";
  }

  private String inRun(String name) {
    return QemuText.value(plan.runFolder().resolve(name).toString());
  }

  /// `-kernel` and `-initrd` take a bare file name: commas stand for themselves there.
  private String file(String name) {
    return plan.projectFolder().resolve(name).toString();
  }

  private FieldPath field(String... keys) {
    return FieldPath.target(target.name(), keys);
  }

  private void add(String option, String value, String purpose, FieldPath... fields) {
    arguments.add(new Argument(option, value, List.of(fields), purpose));
  }
}
