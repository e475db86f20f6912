// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import trilobite.model.image.ImageIdentity;
import trilobite.model.port.Images;

/// Images that a test says are there; each boots as the sample project.
public final class FakeImages implements Images {

  private final Map<Path, ImageIdentity> files = new ConcurrentHashMap<>();

  public void put(ImageIdentity identity) {
    files.put(identity.file(), identity);
  }

  @Override
  public ImageIdentity identify(Path file) throws IOException {
    return Optional.ofNullable(files.get(file))
        .orElseThrow(() -> new NoSuchFileException(file.toString()));
  }

  @Override
  public String draft(ImageIdentity image) {
    return Samples.TEXT;
  }

  @Override
  public Path project(ImageIdentity image) {
    return Samples.FOLDER;
  }
}
