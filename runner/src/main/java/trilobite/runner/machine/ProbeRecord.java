// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.machine;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import trilobite.runner.file.SafeFile;

/// What was found out about one QEMU, kept between starts. It holds as long as the binary is the
/// same; what it says of KVM only until the host boots again.
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

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  static String keyOf(Path qemu) throws IOException {
    return qemu + "|" + Files.getLastModifiedTime(qemu).toMillis() + "|" + Files.size(qemu);
  }

  /// The host's present boot; empty where it has no name, so that nothing is believed.
  static String presentBoot() {
    try {
      return Files.readString(BOOT_ID).strip();
    } catch (IOException e) {
      return "";
    }
  }

  /// True where KVM was tried since the host booted.
  boolean triedKvm() {
    return !boot.isEmpty() && boot.equals(presentBoot());
  }

  /// The record of a binary, unless there is none or it is of another one.
  static Optional<ProbeRecord> load(Path file, String key) {
    try {
      return Optional.of(JSON.readValue(file.toFile(), ProbeRecord.class))
          .filter(record -> record.key().equals(key));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void save(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    SafeFile.replace(file, JSON.writeValueAsBytes(this));
  }

  ProbeRecord withKvm(AcceleratorProbe.Outcome kvm) {
    return new ProbeRecord(key, version, machines, presentBoot(), kvm.works(), kvm.why());
  }
}
