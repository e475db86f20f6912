// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.machine;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import trilobite.runner.file.SafeFile;

/// What was found out about one QEMU, kept between starts. It holds as long as the binary is the
/// same; what it says of KVM only until the host boots again. Every start reads it in front of the
/// window, so it is in a form that the JDK reads at once.
///
/// @param key path, time and length of the binary
/// @param boot id of the host's boot during which KVM was tried; empty where it was not
/// @param kvmWorks meaningless with an empty `boot`
record ProbeRecord(
    String key,
    String version,
    List<String> machines,
    String boot,
    boolean kvmWorks,
    String kvmWhy) {

  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  /// Read once: this process ends with the host's boot.
  private static final class Present {
    static final String BOOT = read();

    private static String read() {
      try {
        return Files.readString(BOOT_ID).strip();
      } catch (IOException e) {
        return "";
      }
    }
  }

  static String keyOf(Path qemu) throws IOException {
    return qemu + "|" + Files.getLastModifiedTime(qemu).toMillis() + "|" + Files.size(qemu);
  }

  /// The host's present boot; empty where it has no name, so that nothing is believed.
  static String presentBoot() {
    return Present.BOOT;
  }

  /// True where KVM was tried since the host booted.
  boolean triedKvm() {
    return !boot.isEmpty() && boot.equals(presentBoot());
  }

  /// The record of a binary, unless there is none or it is of another one.
  static Optional<ProbeRecord> load(Path file, String key) {
    var kept = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      kept.load(in);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    return key.equals(kept.getProperty("key")) ? Optional.of(of(kept)) : Optional.empty();
  }

  private static ProbeRecord of(Properties kept) {
    return new ProbeRecord(
        kept.getProperty("key", ""),
        kept.getProperty("version", ""),
        kept.getProperty("machines", "").lines().toList(),
        kept.getProperty("boot", ""),
        Boolean.parseBoolean(kept.getProperty("kvmWorks")),
        kept.getProperty("kvmWhy", ""));
  }

  void save(Path file) throws IOException {
    var kept = new Properties();
    kept.setProperty("key", key);
    kept.setProperty("version", version);
    kept.setProperty("machines", String.join("\n", machines));
    kept.setProperty("boot", boot);
    kept.setProperty("kvmWorks", Boolean.toString(kvmWorks));
    kept.setProperty("kvmWhy", kvmWhy);
    var text = new StringWriter();
    kept.store(text, null);
    Files.createDirectories(file.toAbsolutePath().getParent());
    SafeFile.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  ProbeRecord withKvm(AcceleratorProbe.Outcome kvm) {
    return new ProbeRecord(key, version, machines, presentBoot(), kvm.works(), kvm.why());
  }
}
