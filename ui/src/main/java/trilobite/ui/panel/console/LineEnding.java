// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.nio.charset.StandardCharsets;

/// What Enter sends after a typed line.
enum LineEnding {
  LF("\n"),
  CRLF("\r\n");

  private final String end;

  LineEnding(String end) {
    this.end = end;
  }

  byte[] bytes(String line) {
    return (line + end).getBytes(StandardCharsets.UTF_8);
  }
}
