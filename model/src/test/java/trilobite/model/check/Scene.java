// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.machine.QemuFacts;
import trilobite.model.project.Drive;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Forward;
import trilobite.model.project.Network;
import trilobite.model.project.Project;
import trilobite.model.project.ReadyPattern;
import trilobite.model.project.Target;
import trilobite.model.project.TextPlace;

/// A project and a machine on which it can run, to be spoilt in one respect by a test.
final class Scene {

  static final long GIB = 1L << 30;

  String arch = "x86_64";
  String machine = "q35";
  String accelerator = "auto";
  String memory = "64M";
  int vcpus = 1;
  Optional<String> kernel = Optional.of("build/a.elf");
  Optional<String> initrd = Optional.empty();
  String append = "";
  Optional<ReadyPattern> ready = Optional.empty();
  List<String> devices = List.of();
  List<String> raw = List.of();
  List<Drive> drives = List.of();
  String mode = "user";
  List<Forward> forwards = List.of();
  List<String> invalidForwards = List.of();
  boolean outbound;
  String tap = "";
  long cid = 3;
  HostNetwork offered = HostNetwork.NONE;
  String toolchain = "tide";

  long memoryTotal = 8 * GIB;
  long memoryFree = 4 * GIB;
  long shmFree = 4 * GIB;
  Optional<QemuFacts> qemu =
      Optional.of(
          new QemuFacts("/usr/bin/qemu-system-x86_64", "7.2.22", List.of("q35", "pc", "microvm")));
  List<PortUse> listening = List.of();
  final Map<String, ImageFacts> files = new HashMap<>();
  boolean trusted = true;
  boolean launching;

  Scene() {
    files.put("build/a.elf", facts(300_000, "elf64", "x86_64", true));
  }

  static ImageFacts facts(long bytes, String format, String arch, boolean bootable) {
    return new ImageFacts(true, bytes, format, arch, bootable, "because", Optional.empty());
  }

  static ImageFacts absent() {
    return new ImageFacts(false, 0, "", "", false, "", Optional.empty());
  }

  static PortUse use(String address, int port, String process) {
    var pid = process.isEmpty() ? OptionalLong.empty() : OptionalLong.of(3120);
    return new PortUse("tcp", address, port, process, pid);
  }

  static Forward forward(String text) {
    return Forward.parse(text).orElseThrow();
  }

  List<Finding> check() {
    var target =
        new Target(
            "default",
            arch,
            machine,
            accelerator,
            "max",
            memory,
            vcpus,
            kernel,
            initrd,
            append,
            ready,
            devices,
            raw,
            drives,
            new Network(mode, forwards, invalidForwards, outbound, tap, cid, true));
    var targets = new LinkedHashMap<String, Target>();
    targets.put("default", target);
    var project =
        new Project("a", toolchain, List.of(), Map.of(), targets, List.of(), "auto", List.of());
    var places = Map.of(FieldPath.target("default"), new TextPlace(7, 1));
    var parsed = new ParsedProject("", Optional.of(project), List.of(), places);
    var toolchains = List.of("command", "linux-microvm", "make", "tide");
    var room = new HostFacts.Room(memoryTotal, memoryFree, shmFree, 2);
    var host = new HostFacts(room, qemu, listening, offered, files, toolchains, trusted);
    return launching
        ? ProjectRules.checkLaunch(parsed, "default", host)
        : ProjectRules.check(parsed, "default", host);
  }

  /// The only finding.
  Finding only() {
    var findings = check();
    if (findings.size() != 1) {
      throw new AssertionError("expected one finding: " + findings);
    }
    return findings.getFirst();
  }
}
