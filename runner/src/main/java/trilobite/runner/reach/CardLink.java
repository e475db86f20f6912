// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.reach;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import trilobite.model.reach.Answer.Told;
import trilobite.runner.qmp.Qmp;

/// Whether the guest's first virtio card has a link. No command of QEMU's tells, but the card
/// itself does: bit 0 of `status` behind the address in its configuration (virtio 1.2, section
/// 5.1.4), which reading does not change. It lies in the fourth region of a PCI card at 0x2000
/// (QEMU 7.2, `virtio_pci_realize` of hw/virtio/virtio-pci.c) or behind 0x100 of a memory-mapped
/// one (section 4.2.2).
final class CardLink {

  private static final int RED_HAT = 0x1af4;
  private static final int TRANSITIONAL = 0x1000;
  private static final int MODERN = 0x1041;
  private static final int REGION = 4;
  private static final int PCI_CONFIG = 0x2000;
  private static final int MMIO_CONFIG = 0x100;
  private static final int STATUS = 6;
  private static final Pattern MMIO = Pattern.compile("^\\s*mmio ([0-9a-f]{1,16})/");

  private final Qmp qmp;

  CardLink(Qmp qmp) {
    this.qmp = qmp;
  }

  Told up() {
    try {
      // Asked each time: a guest may move its card's regions.
      var config = pci().isPresent() ? pci() : mmio();
      var status =
          config.isPresent()
              ? Card.halfWord(qmp, config.getAsLong() + STATUS)
              : OptionalInt.empty();
      if (status.isEmpty() || status.getAsInt() == 0xffff) {
        return Told.UNKNOWN;
      }
      return (status.getAsInt() & 1) == 1 ? Told.YES : Told.NO;
    } catch (IOException e) {
      return Told.UNKNOWN;
    }
  }

  private OptionalLong pci() throws IOException {
    for (var bus : qmp.execute("query-pci")) {
      for (var device : bus.path("devices")) {
        int kind = device.path("id").path("device").asInt();
        if (device.path("id").path("vendor").asInt() == RED_HAT
            && (kind == TRANSITIONAL || kind == MODERN)) {
          return region(device);
        }
      }
    }
    return OptionalLong.empty();
  }

  private static OptionalLong region(JsonNode device) {
    for (var region : device.path("regions")) {
      long address = region.path("address").asLong(-1);
      if (region.path("bar").asInt() == REGION && address > 0) {
        return OptionalLong.of(address + PCI_CONFIG);
      }
    }
    return OptionalLong.empty();
  }

  /// A device stands below the place of its transport.
  private OptionalLong mmio() throws IOException {
    var place = OptionalLong.empty();
    for (var line : qmp.human("info qtree").lines().toList()) {
      var found = MMIO.matcher(line);
      if (found.find()) {
        place = OptionalLong.of(Long.parseUnsignedLong(found.group(1), 16) + MMIO_CONFIG);
      } else if (line.contains("dev: virtio-net-device")) {
        return place;
      }
    }
    return OptionalLong.empty();
  }
}
