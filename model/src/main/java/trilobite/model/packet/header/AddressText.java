// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.header;

import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses as people write them.
final class AddressText {

  private static final Pattern FOUR =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

  private AddressText() {}

  static Optional<Address> four(String text) {
    var parts = FOUR.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long value = 0;
    for (int i = 1; i <= 4; i++) {
      int part = Integer.parseInt(parts.group(i));
      if (part > 255) {
        return Optional.empty();
      }
      value = value << 8 | part;
    }
    return Optional.of(new Address(false, 0, value));
  }

  static Optional<Address> six(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return Optional.empty();
    }
    var front = groups(gap < 0 ? text : text.substring(0, gap));
    var back = groups(gap < 0 ? "" : text.substring(gap + 2));
    if (front.isEmpty() || back.isEmpty()) {
      return Optional.empty();
    }
    int count = front.get().length + back.get().length;
    if (gap < 0 ? count != 8 : count > 7) {
      return Optional.empty();
    }
    var all = new int[8];
    System.arraycopy(front.get(), 0, all, 0, front.get().length);
    System.arraycopy(back.get(), 0, all, 8 - back.get().length, back.get().length);
    return Optional.of(new Address(true, half(all, 0), half(all, 4)));
  }

  private static Optional<int[]> groups(String text) {
    if (text.isEmpty()) {
      return Optional.of(new int[0]);
    }
    var parts = text.split(":", -1);
    var groups = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (parts.length > 8 || !GROUP.matcher(parts[i]).matches()) {
        return Optional.empty();
      }
      groups[i] = Integer.parseInt(parts[i], 16);
    }
    return Optional.of(groups);
  }

  private static long half(int[] groups, int from) {
    long half = 0;
    for (int i = from; i < from + 4; i++) {
      half = half << 16 | groups[i];
    }
    return half;
  }

  /// The longest run of two or more zero groups, the first of equals, is written `::`.
  static String six(int[] groups) {
    int best = -1;
    int bestLength = 1;
    for (int i = 0; i < groups.length; i++) {
      int length = 0;
      while (i + length < groups.length && groups[i + length] == 0) {
        length++;
      }
      if (length > bestLength) {
        best = i;
        bestLength = length;
      }
      i += length;
    }
    var text = new StringBuilder(39);
    for (int i = 0; i < groups.length; i++) {
      if (i == best) {
        text.append("::");
        i += bestLength - 1;
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
