// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import java.io.IOException;

/// A file is not the image it seems to be. The message is fit for people.
public final class ImageException extends IOException {
  private static final long serialVersionUID = 1;

  ImageException(String message) {
    super(message);
  }
}
