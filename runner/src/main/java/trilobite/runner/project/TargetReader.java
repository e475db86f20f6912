// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import trilobite.model.project.Drive;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Forward;
import trilobite.model.project.Network;
import trilobite.model.project.ReadyPattern;
import trilobite.model.project.Target;
import trilobite.runner.toml.Fields;
import trilobite.runner.toml.Remarks;

/// Reads one target, defaults applied. Whether the values can work is for the rules to say.
final class TargetReader {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|min)?");

  private TargetReader() {}

  static Target read(String name, Fields fields, Remarks remarks) {
    var arch = fields.string("arch").orElse("x86_64");
    return new Target(
        name,
        arch,
        fields.string("machine").orElse("q35"),
        fields.string("accelerator").orElse("auto"),
        fields.string("cpu").orElse(cpu(arch)),
        fields.stringOrInteger("memory").orElse("64M"),
        // A number that does not fit stays wrong, and the rules say so.
        Math.clamp(fields.integer("vcpus").orElse(1), -1, Integer.MAX_VALUE),
        fields.string("firmware").filter(text -> !text.isEmpty()),
        fields.string("kernel").filter(text -> !text.isEmpty()),
        fields.string("initrd").filter(text -> !text.isEmpty()),
        fields.string("append").orElse(""),
        ready(fields, remarks),
        fields.strings("devices"),
        fields.strings("qemu"),
        fields.tables("drive").stream().map(drive -> drive(drive, remarks)).toList(),
        fields.table("network").map(TargetReader::network).orElse(Network.NONE));
  }

  /// QEMU's RISC-V got a model called max only after version 7.2.
  private static String cpu(String arch) {
    return switch (arch) {
      case "riscv64" -> "rv64";
      case "riscv32" -> "rv32";
      case String _ -> "max";
    };
  }

  private static Optional<ReadyPattern> ready(Fields fields, Remarks remarks) {
    long within =
        fields.stringOrInteger("ready_within").map(t -> millis(t, fields, remarks)).orElse(0L);
    var at = fields.path("ready");
    // A text and a table may both be inherited; the nearest decides, whichever it is.
    var nearest = new Fields(List.of(level(fields, at)), remarks);
    if (nearest.levels().getFirst().table().isTable(List.of("ready"))) {
      return nearest
          .table("ready")
          .flatMap(table -> table.string("regex"))
          .map(regex -> new ReadyPattern(regex, true, within));
    }
    return fields
        .string("ready")
        .filter(text -> !text.isEmpty())
        .map(text -> new ReadyPattern(text, false, within));
  }

  private static Fields.Level level(Fields fields, FieldPath at) {
    return fields.levels().stream()
        .filter(level -> level.path().equals(at.parent()))
        .findFirst()
        .orElseGet(fields.levels()::getFirst);
  }

  private static long millis(String text, Fields fields, Remarks remarks) {
    var match = DURATION.matcher(text.strip());
    if (!match.matches()) {
      remarks.error(
          fields.path("ready_within"), "“" + text + "” is no time: write \"30s\" or \"500ms\".");
      return 0;
    }
    long number = Long.parseLong(match.group(1));
    return switch (String.valueOf(match.group(2))) {
      case "ms" -> number;
      case "m", "min" -> number * 60_000;
      case String _ -> number * 1_000;
    };
  }

  private static Drive drive(Fields drive, Remarks remarks) {
    var file = drive.string("file");
    if (file.isEmpty()) {
      remarks.error(drive.path("file"), "This drive names no file.");
    }
    return new Drive(
        file.orElse(""),
        drive.string("format").orElse("raw"),
        drive.flag("readonly").orElse(false),
        drive.flag("snapshot").orElse(true),
        drive.flag("boot").orElse(false),
        drive.flag("cdrom").orElse(false));
  }

  private static Network network(Fields network) {
    var forwards = new ArrayList<Forward>();
    var invalid = new ArrayList<String>();
    for (var text : network.strings("forward")) {
      Forward.parse(text).ifPresentOrElse(forwards::add, () -> invalid.add(text));
    }
    return new Network(
        network.string("mode").orElse("user"),
        List.copyOf(forwards),
        List.copyOf(invalid),
        network.flag("outbound").orElse(false),
        network.string("tap").orElse(""),
        network.integer("cid").orElse(Network.FIRST_CID),
        network.flag("legacy").orElse(true));
  }
}
