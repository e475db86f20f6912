// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.wrap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.port.ProjectFormat;
import trilobite.model.project.Drive;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Forward;
import trilobite.model.project.ProjectEdit;
import trilobite.model.wrap.LineTarget;

/// Writes the project file that a QEMU line reads as.
public final class LineProject {

  private static final String HEAD =
      """
      # Made by Trilobite from a QEMU command line. Change what you like: it stays.
      [project]
      name = "guest"
      toolchain = "command"

      [target.default]
      """;

  private final List<ProjectEdit> edits = new ArrayList<>();

  private LineProject() {}

  public static String text(LineTarget line, ProjectFormat format) {
    var project = new LineProject();
    project.add(line);
    return format.edit(HEAD, project.edits);
  }

  private void add(LineTarget line) {
    var target = line.target();
    edits.add(new ProjectEdit.Set(FieldPath.of("project", "name"), line.name()));
    set("arch", target.arch());
    set("machine", target.machine());
    set("accelerator", target.accelerator());
    set("cpu", target.cpu());
    set("memory", target.memory());
    set("vcpus", (long) target.vcpus());
    set("firmware", target.firmware());
    set("kernel", target.kernel());
    set("initrd", target.initrd());
    if (!target.append().isEmpty()) {
      set("append", target.append());
    }
    if (!target.qemu().isEmpty()) {
      set("qemu", target.qemu());
    }
    target.drives().forEach(this::drive);
    var network = target.network();
    network("mode", network.mode());
    if (!network.forwards().isEmpty()) {
      network("forward", network.forwards().stream().map(Forward::declaration).toList());
    }
    if (network.outbound()) {
      network("outbound", true);
    }
    if (!network.tap().isEmpty()) {
      network("tap", network.tap());
    }
    if (!network.legacy()) {
      network("legacy", false);
    }
    if (network.mode().equals("vsock")) {
      network("cid", network.cid());
    }
  }

  private void drive(Drive drive) {
    var values = new LinkedHashMap<String, Object>();
    values.put("file", drive.file());
    values.put("format", drive.format());
    put(values, "readonly", drive.readonly());
    put(values, "snapshot", drive.snapshot());
    put(values, "boot", drive.boot());
    put(values, "cdrom", drive.cdrom());
    edits.add(new ProjectEdit.AppendTable(FieldPath.target("default", "drive"), values));
  }

  private static void put(Map<String, Object> values, String key, boolean value) {
    // A drive's snapshot is on unless it is said to be off.
    if (value || key.equals("snapshot")) {
      values.put(key, value);
    }
  }

  private void set(String key, Object value) {
    if (value instanceof Optional<?> maybe) {
      maybe.ifPresent(text -> set(key, text));
    } else {
      edits.add(new ProjectEdit.Set(FieldPath.target("default", key), value));
    }
  }

  private void network(String key, Object value) {
    edits.add(new ProjectEdit.Set(FieldPath.target("default", "network", key), value));
  }
}
