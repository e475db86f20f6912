// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import trilobite.runner.profile.StackLayout.Address;
import trilobite.runner.profile.StackLayout.Place;
import trilobite.runner.threads.Copy;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;
import trilobite.runner.value.Route;

/// Where a build keeps an address. How long it is the build's types say, so a stack for IPv4 alone,
/// IPv6 alone or both needs no different profile.
///
/// @param tag tells which of `at` it is; empty where there is only one, of tag 0
/// @param number true where the bytes are a number and no IP address
record HostAt(Optional<NumberAt> tag, Map<Long, Bytes> at, boolean number) {

  private static final int MOST = 16;

  /// Some bytes of a record.
  record Bytes(Route route, int size) {}

  static Optional<HostAt> of(Members in, String what, Address told, boolean number) {
    var why = "";
    for (var place : told.places()) {
      try {
        return Optional.of(of(in, place, number));
      } catch (PathException e) {
        why = String.valueOf(e.getMessage());
      }
    }
    if (!why.isEmpty()) {
      in.absent().add("no " + what + " (" + why + ")");
    }
    return Optional.empty();
  }

  private static HostAt of(Members in, Place place, boolean number) throws PathException {
    if (place.tag().isEmpty()) {
      return new HostAt(
          Optional.empty(), Map.of(0L, bytes(in, place.at().getOrDefault("", ""))), number);
    }
    var tag = NumberAt.of(in.program().types(), in.route(place.tag()));
    var at = new HashMap<Long, Bytes>();
    for (var entry : place.at().entrySet()) {
      if (entry.getKey().matches("\\d{1,9}")) {
        at.put(Long.valueOf(entry.getKey()), bytes(in, entry.getValue()));
      }
    }
    return new HostAt(Optional.of(tag), Map.copyOf(at), number);
  }

  private static Bytes bytes(Members in, String path) throws PathException {
    var route = in.route(path);
    var size = in.program().types().size(route.type());
    if (size <= 0 || size > MOST) {
      throw new PathException("an address of " + size + " bytes is not read");
    }
    return new Bytes(route, (int) size);
  }

  Host of(Copy record) throws IOException {
    var bytes = at.get(tag.isPresent() ? record.number(tag.get()) : 0L);
    if (bytes == null) {
      return Host.NONE;
    }
    var route = bytes.route();
    var copy = new byte[bytes.size()];
    if (route.direct()
        && route.offset() >= 0
        && route.offset() <= record.bytes().limit() - copy.length) {
      record.bytes().get((int) route.offset(), copy);
    } else {
      var from = route.from(record.memory(), record.address());
      if (from == 0) {
        return Host.NONE;
      }
      record.memory().read(from, copy, 0, copy.length);
    }
    return new Host(copy, number);
  }
}
