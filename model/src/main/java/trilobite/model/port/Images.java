// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.io.IOException;
import java.nio.file.Path;
import trilobite.model.image.ImageIdentity;

/// Images that no project of ours made. All calls may block.
public interface Images {

  /// Says what a file is from its headers and a bounded look for what it says of itself. Never
  /// fails for what the file holds: that it is broken is an answer.
  ///
  /// @throws java.nio.file.NoSuchFileException where there is no such file
  ImageIdentity identify(Path file) throws IOException;

  /// The text of the project file that would boot an image as it is. Makes nothing.
  ///
  /// @throws IOException where the image cannot boot; the message says why
  String draft(ImageIdentity image) throws IOException;

  /// A project that boots an image as it is, made in Trilobite's own folder; the same one again for
  /// the same file, with what was changed in it. It is not trusted.
  ///
  /// @throws IOException where the image cannot boot; the message says why
  Path project(ImageIdentity image) throws IOException;
}
