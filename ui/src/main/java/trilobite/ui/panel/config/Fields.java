// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.model.project.ReadyPattern;
import trilobite.model.project.Target;

/// The plain fields of a target, one entry each. Forwards and drives have tables of their own.
final class Fields {

  private static final String TAP = "network.tap";
  private static final String CID = "network.cid";
  private static final String OUTBOUND = "network.outbound";
  private static final String LEGACY = "network.legacy";

  static final List<FieldSpec> ALL =
      List.of(
          choice(
              Section.MACHINE,
              "arch",
              "Architecture",
              Target::arch,
              "x86_64",
              "aarch64",
              "riscv64"),
          new FieldSpec(
              Section.MACHINE,
              "machine",
              "Machine",
              FieldSpec.Kind.COMBO,
              List.of("q35", "pc", "microvm", "virt"),
              "microvm boots fastest; q35 has PCI and firmware",
              Target::machine,
              Fields::text),
          new FieldSpec(
              Section.MACHINE,
              "memory",
              "Memory",
              FieldSpec.Kind.MEMORY,
              List.of(),
              "",
              Target::memory,
              Fields::text),
          new FieldSpec(
              Section.MACHINE,
              "vcpus",
              "CPUs",
              FieldSpec.Kind.NUMBER,
              List.of("vCPU"),
              "",
              t -> Integer.toString(t.vcpus()),
              Fields::number),
          choice(
              Section.MACHINE,
              "accelerator",
              "Acceleration",
              Target::accelerator,
              "auto",
              "kvm",
              "tcg"),
          field(
              Section.MACHINE,
              "cpu",
              "CPU model",
              "max takes all that the accelerator offers",
              Target::cpu),
          choice(
              Section.NETWORK,
              "network.mode",
              "Mode",
              t -> t.network().mode(),
              "user",
              "none",
              "tap",
              "vsock"),
          field(
              Section.NETWORK,
              TAP,
              "Interface",
              "a tap interface of this machine, such as tap0",
              t -> t.network().tap()),
          new FieldSpec(
              Section.NETWORK,
              CID,
              "Address",
              FieldSpec.Kind.NUMBER,
              List.of("CID"),
              "the guest's vsock address, 3 or more",
              t -> Long.toString(t.network().cid()),
              Fields::number),
          flag(
              OUTBOUND,
              "Outbound",
              "The guest may reach out, this host's own services included",
              t -> t.network().outbound()),
          flag(
              LEGACY,
              "Legacy",
              "The card also answers drivers from before virtio 1",
              t -> t.network().legacy()),
          field(
              Section.BOOT,
              "kernel",
              "Kernel",
              "the image booted by -kernel; empty when a drive boots",
              t -> t.kernel().orElse("")),
          field(
              Section.BOOT,
              "initrd",
              "Initrd",
              "Hermit and others load the application here",
              t -> t.initrd().orElse("")),
          new FieldSpec(
              Section.BOOT,
              "append",
              "Command line",
              FieldSpec.Kind.LONG_TEXT,
              List.of(),
              "passed to the kernel as it is",
              Target::append,
              Fields::text),
          field(
              Section.BOOT,
              "ready",
              "Ready when",
              "text on the console; /…/ is a regular expression",
              t -> t.ready().map(Fields::pattern).orElse(""),
              Fields::ready),
          field(
              Section.BOOT,
              "ready_within",
              "Deadline",
              "such as 30s; later than that the run is never ready",
              t -> t.ready().filter(r -> r.within() > 0).map(r -> duration(r.within())).orElse("")),
          lines("devices", "Devices", "a -device value on each line", Target::devices),
          lines(
              "qemu",
              "QEMU",
              "a raw argument on each line, appended last; needs trust",
              Target::qemu));

  private Fields() {}

  /// Whether a field means anything for a target as it is now.
  static boolean matters(FieldSpec field, Target target) {
    var mode = target.network().mode();
    return switch (field.key()) {
      case TAP -> mode.equals("tap");
      case CID -> mode.equals("vsock");
      case OUTBOUND -> mode.equals("user");
      case LEGACY -> target.network().card();
      case String _ -> true;
    };
  }

  private static FieldSpec choice(
      Section section, String key, String label, Function<Target, String> read, String... options) {
    return new FieldSpec(
        section, key, label, FieldSpec.Kind.CHOICE, List.of(options), "", read, Fields::text);
  }

  private static FieldSpec flag(String key, String label, String words, Predicate<Target> read) {
    return new FieldSpec(
        Section.NETWORK,
        key,
        label,
        FieldSpec.Kind.FLAG,
        List.of(words),
        "",
        t -> Boolean.toString(read.test(t)),
        (path, text) -> List.of(new ProjectEdit.Set(path, Boolean.parseBoolean(text))));
  }

  private static FieldSpec field(
      Section section, String key, String label, String hint, Function<Target, String> read) {
    return field(section, key, label, hint, read, Fields::optional);
  }

  private static FieldSpec field(
      Section section,
      String key,
      String label,
      String hint,
      Function<Target, String> read,
      BiFunction<FieldPath, String, List<ProjectEdit>> write) {
    return new FieldSpec(section, key, label, FieldSpec.Kind.TEXT, List.of(), hint, read, write);
  }

  private static FieldSpec lines(
      String key, String label, String hint, Function<Target, List<String>> read) {
    return new FieldSpec(
        Section.EXTRA,
        key,
        label,
        FieldSpec.Kind.LINES,
        List.of(),
        hint,
        t -> String.join("\n", read.apply(t)),
        (path, text) ->
            List.of(
                new ProjectEdit.Set(
                    path, text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList())));
  }

  private static List<ProjectEdit> text(FieldPath path, String text) {
    return List.of(new ProjectEdit.Set(path, text));
  }

  /// An emptied field leaves the file, so that inheritance and defaults hold again.
  private static List<ProjectEdit> optional(FieldPath path, String text) {
    return text.isBlank()
        ? List.of(new ProjectEdit.Remove(path))
        : List.of(new ProjectEdit.Set(path, text.strip()));
  }

  /// A text that is no number is written as it is: the form shows the finding it causes.
  private static List<ProjectEdit> number(FieldPath path, String text) {
    return List.of(
        new ProjectEdit.Set(
            path, text.strip().matches("\\d{1,18}") ? Long.valueOf(text.strip()) : text));
  }

  private static List<ProjectEdit> ready(FieldPath path, String text) {
    var regex =
        Optional.of(text.strip())
            .filter(t -> t.length() > 2 && t.startsWith("/") && t.endsWith("/"));
    return regex
        .<List<ProjectEdit>>map(
            t ->
                List.of(
                    new ProjectEdit.Remove(path),
                    new ProjectEdit.Set(path.then("regex"), t.substring(1, t.length() - 1))))
        .orElseGet(
            () ->
                text.isBlank()
                    ? List.of(new ProjectEdit.Remove(path))
                    : List.of(new ProjectEdit.Remove(path), new ProjectEdit.Set(path, text)));
  }

  private static String pattern(ReadyPattern ready) {
    return ready.regex() ? "/" + ready.text() + "/" : ready.text();
  }

  static String duration(long millis) {
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }
}
