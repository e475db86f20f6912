// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/// What `--config-file` of a Firecracker says; it was read once, when the guest was started.
/// Source: `VmmConfig` in `src/vmm/src/resources.rs`, `vmm_config/machine_config.rs` and
/// `vmm_config/boot_source.rs` of v1.9.1.
///
/// @param memory bytes
record FirecrackerFile(long memory, Optional<String> kernel) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MOST = 1 << 20;
  private static final long USUAL_MEBIBYTES = 128;
  private static final long MOST_MEBIBYTES = 1L << 24;

  /// Empty where it names no file, or one that cannot be read.
  static Optional<FirecrackerFile> of(HostProcess process) {
    return Monitor.value(process.words(), "--config-file")
        .map(process::resolve)
        .flatMap(
            file -> {
              try {
                return Files.size(file) > MOST
                    ? Optional.empty()
                    : Optional.of(read(JSON.readTree(file.toFile())));
              } catch (IOException e) {
                return Optional.empty();
              }
            });
  }

  private static FirecrackerFile read(JsonNode file) {
    long size = file.path("machine-config").path("mem_size_mib").asLong(USUAL_MEBIBYTES);
    var kernel = file.path("boot-source").path("kernel_image_path");
    return new FirecrackerFile(
        size > 0 && size <= MOST_MEBIBYTES ? size << 20 : 0,
        kernel.isTextual() ? Optional.of(kernel.asText()) : Optional.empty());
  }
}
