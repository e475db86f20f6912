// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import trilobite.model.image.ImageIdentity;
import trilobite.model.port.Images;
import trilobite.model.port.ProjectFormat;
import trilobite.runner.file.FileTrouble;
import trilobite.runner.file.SafeFile;

/// [Images] on this machine's disks.
public final class LocalImages implements Images {

  private static final String PROJECT = "trilobite.toml";

  private final KindStore store;
  private final Path config;
  private final Path state;
  private final ProjectFormat format;
  private Optional<Kinds> shipped = Optional.empty();

  /// @param config Trilobite's configuration folder, where the user's own profiles lie
  /// @param state Trilobite's folder of durable state, where projects for images are made
  /// @param cache Trilobite's folder of what can be made again
  public LocalImages(Path config, Path state, Path cache, ProjectFormat format) {
    this.store = new KindStore(cache.resolve("kinds"));
    this.config = config;
    this.state = state;
    this.format = format;
  }

  @Override
  public ImageIdentity identify(Path file) throws IOException {
    return new Identifier(kinds()).identify(file.toAbsolutePath().normalize());
  }

  /// What ships is read once; where the user has profiles of their own, all are read each time, for
  /// those are edited by hand.
  private synchronized Kinds kinds() {
    boolean own = Files.isDirectory(config.resolve("profiles"));
    if (own || shipped.isEmpty()) {
      var read = read();
      shipped = own ? Optional.empty() : Optional.of(read);
      return read;
    }
    return shipped.get();
  }

  private Kinds read() {
    try {
      return KindReader.load(config, store);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own data cannot be read", e);
    }
  }

  @Override
  public String draft(ImageIdentity image) throws IOException {
    if (!image.bootable()) {
      throw new IOException(
          FileTrouble.shown(image.file())
              + " cannot boot here: "
              + String.join("; ", image.why())
              + ".");
    }
    return ImageProject.text(image, format);
  }

  @Override
  public Path project(ImageIdentity image) throws IOException {
    var text = draft(image);
    var folder = state.resolve("images").resolve(hash(image.file().toRealPath().toString()));
    Files.createDirectories(folder);
    var file = folder.resolve(PROJECT);
    if (!Files.exists(file)) {
      SafeFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
    }
    return folder;
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 10);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
