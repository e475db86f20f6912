// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a window's parts lie, by names, so that it can be kept as one line of text. Unknown names
/// are kept out of the way, wrong values fall back: people and old versions write it too.
record Layout(Map<String, String> values) {

  static final Layout EMPTY = new Layout(Map.of());

  Layout {
    values = Map.copyOf(values);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  static Layout decode(String text) {
    var values = new LinkedHashMap<String, String>();
    for (var pair : text.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        decoded(pair.substring(equals + 1))
            .ifPresent(value -> values.put(pair.substring(0, equals), value));
      }
    }
    return new Layout(values);
  }

  String encode() {
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  OptionalDouble number(String name) {
    try {
      return text(name).stream()
          .mapToDouble(Double::parseDouble)
          .filter(Double::isFinite)
          .findFirst();
    } catch (NumberFormatException wrong) {
      return OptionalDouble.empty();
    }
  }

  List<String> list(String name) {
    return text(name).filter(all -> !all.isEmpty()).stream()
        .flatMap(all -> Stream.of(all.split("\n")))
        .flatMap(item -> decoded(item).stream())
        .toList();
  }

  Layout with(String name, String value) {
    var more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Layout(more);
  }

  Layout with(String name, double value) {
    return with(name, Double.toString(value));
  }

  Layout with(String name, List<String> items) {
    return with(name, items.stream().map(Layout::encoded).collect(Collectors.joining("\n")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }
}
