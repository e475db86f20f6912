// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import trilobite.model.image.ImageIdentity;
import trilobite.model.image.ImageIdentity.Boot;
import trilobite.model.port.ProjectFormat;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;

/// Writes the project file that boots an image as it is.
final class ImageProject {

  private static final String TARGET = "default";

  private static final String HEAD =
      """
      # Made by Trilobite to boot one image as it is. Change what you like: it stays.
      [project]
      name = "image"
      toolchain = "command"

      [target.default]
      """;

  private ImageProject() {}

  static String text(ImageIdentity image, ProjectFormat format) {
    var edits = new ArrayList<ProjectEdit>();
    var file = image.file().toString();
    set(edits, "arch", arch(image));
    set(edits, "machine", image.machine());
    set(edits, "memory", image.memory());
    switch (image.boot()) {
      case KERNEL -> set(edits, "kernel", file);
      case FIRMWARE -> set(edits, "firmware", file);
      case DRIVE, CDROM, NONE -> edits.add(drive(image, file));
    }
    if (!image.append().isEmpty()) {
      set(edits, "append", image.append());
    }
    image.ready().ifPresent(ready -> set(edits, "ready", ready));
    edits.add(
        new ProjectEdit.Set(
            FieldPath.target(TARGET, "network", "mode"), image.card() ? "user" : "none"));
    image
        .symbols()
        .map(Path::toString)
        .ifPresent(symbols -> edits.add(append(FieldPath.of("debug", "symbols"), "file", symbols)));
    var named = new ProjectEdit.Set(FieldPath.of("project", "name"), name(image.file()));
    edits.addFirst(named);
    return format.edit(HEAD, edits);
  }

  /// A 32-bit PC kernel, and a disk that tells nothing, start on the 64-bit PC.
  private static String arch(ImageIdentity image) {
    return switch (image.arch()) {
      case "i386", "" -> "x86_64";
      case String arch -> arch;
    };
  }

  private static ProjectEdit drive(ImageIdentity image, String file) {
    var values = new LinkedHashMap<String, Object>();
    boolean cdrom = image.boot() == Boot.CDROM;
    values.put("file", file);
    values.put("format", cdrom ? "raw" : image.format());
    values.put("boot", true);
    if (cdrom) {
      values.put("cdrom", true);
    }
    return new ProjectEdit.AppendTable(FieldPath.target(TARGET, "drive"), values);
  }

  private static ProjectEdit append(FieldPath array, String key, String value) {
    var values = new LinkedHashMap<String, Object>();
    values.put(key, value);
    return new ProjectEdit.AppendTable(array, values);
  }

  private static void set(List<ProjectEdit> edits, String key, String value) {
    edits.add(new ProjectEdit.Set(FieldPath.target(TARGET, key), value));
  }

  /// A guest's name is shown in tables and on command lines, so it is kept short and plain.
  private static String name(Path file) {
    var name = file.getFileName().toString().replaceAll("[^A-Za-z0-9._+-]", "-");
    var shortened = name.substring(0, Math.min(name.length(), 40));
    return shortened.isEmpty() ? "image" : shortened;
  }
}
