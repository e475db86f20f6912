// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.check.HostFacts;
import trilobite.model.check.HostNetwork;
import trilobite.model.check.ImageFacts;
import trilobite.model.check.ParsedProject;
import trilobite.model.check.PortUse;
import trilobite.model.machine.QemuFacts;
import trilobite.model.project.Forward;
import trilobite.model.project.Network;
import trilobite.model.project.Project;
import trilobite.model.project.Target;
import trilobite.model.run.Accelerator;
import trilobite.model.run.ForwardBinding;
import trilobite.model.run.RunId;
import trilobite.model.run.RunRecord;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.model.run.Verdict;
import trilobite.model.time.RunClock;

/// Ordinary values for tests to start from.
public final class Samples {

  public static final Path FOLDER = Path.of("/projects/tidepool");
  public static final String TEXT = "[project]\nname = \"tidepool\"\ntoolchain = \"tide\"\n";

  /// 14:06:20 in UTC, for pictures that show times.
  public static final Instant STARTED = Instant.parse("2026-05-04T14:06:20Z");

  public static final ForwardBinding FORWARD = new ForwardBinding("tcp", "127.0.0.1", 8080, 80);
  public static final Accelerator TCG =
      new Accelerator("tcg", "/dev/kvm does not exist on this host");

  private Samples() {}

  private static final Network USER =
      new Network("user", List.of(new Forward("tcp", "127.0.0.1", 8080, 80)), List.of(), false);

  public static Target target(String name, String machine, String memory) {
    return target(name, machine, memory, USER);
  }

  private static Target target(String name, String machine, String memory, Network network) {
    return new Target(
        name,
        "x86_64",
        machine,
        "auto",
        "max",
        memory,
        1,
        Optional.of("build/tidepool.elf"),
        Optional.empty(),
        "--port 80 --workers 4",
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        network);
  }

  public static Project project() {
    return project(USER);
  }

  private static Project project(Network network) {
    var targets = new LinkedHashMap<String, Target>();
    targets.put("default", target("default", "q35", "64M", network));
    targets.put("small", target("small", "microvm", "16M"));
    return new Project(
        "tidepool", "tide", List.of(), Map.of(), targets, List.of(), "auto", List.of());
  }

  /// The project with another toolchain.
  public static ParsedProject parsed(String toolchain) {
    var it = project();
    var project =
        new Project(
            it.name(),
            toolchain,
            it.command(),
            it.env(),
            it.targets(),
            it.symbols(),
            it.profile(),
            it.sourceMap());
    return new ParsedProject(TEXT, Optional.of(project), List.of(), Map.of());
  }

  public static ParsedProject parsed() {
    return parsed(USER);
  }

  /// The project with another network in its target `default`.
  public static ParsedProject parsed(Network network) {
    return new ParsedProject(TEXT, Optional.of(project(network)), List.of(), Map.of());
  }

  /// A machine with QEMU and room on which a trusted project can run.
  public static HostFacts host(List<PortUse> listening, Map<String, ImageFacts> files) {
    var qemu =
        new QemuFacts("/usr/bin/qemu-system-x86_64", "7.2.22", List.of("q35", "pc", "microvm"));
    return new HostFacts(
        new HostFacts.Room(24L << 30, 17L << 30, 12L << 30, 2),
        Optional.of(qemu),
        listening,
        HostNetwork.NONE,
        files,
        List.of(),
        true);
  }

  /// A run that booted in 412 ms, as far as `state` got.
  public static RunStatus status(long id, RunState state) {
    boolean begun = state.alive() || state == RunState.ENDED;
    boolean ready =
        state == RunState.RUNNING || state == RunState.PAUSED || state == RunState.ENDED;
    return new RunStatus(
        new RunId(id),
        "tidepool",
        "default",
        state,
        state == RunState.ENDED ? Optional.of(Verdict.STOPPED) : Optional.empty(),
        "",
        begun ? OptionalLong.of(4711) : OptionalLong.empty(),
        Optional.of(TCG),
        begun ? Optional.of(new RunClock(STARTED, 0)) : Optional.empty(),
        begun ? OptionalDouble.of(96) : OptionalDouble.empty(),
        ready ? OptionalDouble.of(139) : OptionalDouble.empty(),
        ready ? OptionalDouble.of(412) : OptionalDouble.empty(),
        begun ? List.of(FORWARD) : List.of(),
        state == RunState.ENDED ? OptionalDouble.of(61_000) : OptionalDouble.empty());
  }

  /// A finished run.
  public static RunRecord record(long id, Verdict verdict, String why) {
    return record(id, verdict, why, Path.of("/state/runs/" + id));
  }

  /// A run that is kept in that folder.
  public static RunRecord record(long id, Verdict verdict, String why, Path folder) {
    return new RunRecord(
        new RunId(id),
        "tidepool",
        FOLDER,
        "default",
        STARTED.minusSeconds((20 - id) * 1260),
        Optional.of(verdict),
        why,
        "tcg",
        OptionalDouble.of(139),
        OptionalDouble.of(405),
        OptionalDouble.of(660_000),
        64L << 20,
        Optional.of("build/tidepool.elf"),
        Optional.of("9f3c1a7e"),
        List.of("qemu-system-x86_64", "-m", "64M"),
        folder,
        OptionalLong.of(2_400_000));
  }
}
