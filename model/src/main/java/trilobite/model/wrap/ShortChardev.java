// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import java.util.Optional;
import java.util.regex.Pattern;

/// The long form of what `-serial` takes in a short one. Source: `qemu_chr_parse_compat` in
/// `chardev/char.c` of QEMU 7.2.
final class ShortChardev {

  private static final Pattern CELLS = Pattern.compile("vc:(\\d{1,7})Cx(\\d{1,7})C");
  private static final Pattern PIXELS = Pattern.compile("vc:(\\d{1,7})x(\\d{1,7})");
  private static final Pattern INET =
      Pattern.compile("(tcp|telnet|tn3270|websocket):([^:,]{0,64}):([^,]{1,32})(.*)");

  private ShortChardev() {}

  /// The value of a `-chardev` with that id; empty where the short form is not one that is known.
  static Optional<String> longForm(String text, String id) {
    if (text.equals("stdio") || text.equals("null") || text.equals("pty") || text.equals("vc")) {
      return Optional.of(text + ",id=" + id);
    }
    var cells = CELLS.matcher(text);
    if (cells.matches()) {
      return Optional.of("vc,id=" + id + ",cols=" + cells.group(1) + ",rows=" + cells.group(2));
    }
    var pixels = PIXELS.matcher(text);
    if (pixels.matches()) {
      return Optional.of(
          "vc,id=" + id + ",width=" + pixels.group(1) + ",height=" + pixels.group(2));
    }
    if (text.startsWith("file:") || text.startsWith("pipe:")) {
      var path = text.substring("file:".length()).replace(",", ",,");
      return Optional.of(text.substring(0, "file".length()) + ",id=" + id + ",path=" + path);
    }
    if (text.startsWith("unix:")) {
      return Optional.of("socket,id=" + id + ",path=" + switches(text.substring("unix:".length())));
    }
    var inet = INET.matcher(text);
    if (inet.matches()) {
      var kind = inet.group(1).equals("tcp") ? "" : "," + inet.group(1) + "=on";
      return Optional.of(
          "socket,id="
              + id
              + ",host="
              + inet.group(2)
              + ",port="
              + inet.group(3)
              + kind
              + switches(inet.group(4)));
    }
    return Optional.empty();
  }

  /// Bare words are switches, which the long form wants in full.
  private static String switches(String options) {
    return options
        .replaceAll(",(server|wait|telnet|nodelay|delay)(?=,|$)", ",$1=on")
        .replaceAll(",no(server|wait|delay)(?=,|$)", ",$1=off");
  }
}
