// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import trilobite.model.guest.AllocationRow;
import trilobite.model.guest.AllocationSiteRow;
import trilobite.model.guest.Listing;
import trilobite.model.time.HostClock;
import trilobite.runner.debug.CodeLine;
import trilobite.runner.heap.Blocks;
import trilobite.runner.heap.Trend;

/// Live blocks as rows: by size, and by the call that asked for them. Remembers earlier readings.
/// Safe from any thread.
final class BlockRows {

  private static final Comparator<AllocationSiteRow> SUSPECTS_FIRST =
      Comparator.comparing((AllocationSiteRow row) -> row.suspect().isEmpty())
          .thenComparing(Comparator.comparingLong(AllocationSiteRow::bytes).reversed());

  private final Map<String, Trend> sizes = new HashMap<>();
  private final Map<String, Trend> sites = new HashMap<>();

  synchronized Listing<AllocationRow> sizes(Allocators.Seen seen) {
    var rows = new ArrayList<AllocationRow>();
    for (var found : seen.found()) {
      var blocks = found.blocks();
      var changes = trend(sizes, blocks).take(blocks.live(), HostClock.nanos());
      blocks
          .live()
          .forEach(
              (size, count) -> {
                var change = changes.getOrDefault(size, Trend.Change.NONE);
                rows.add(
                    new AllocationRow(
                        blocks.name(),
                        size,
                        count,
                        size * count,
                        change.grown(),
                        change.rising(),
                        change.suspect()));
              });
    }
    return new Listing<>(List.copyOf(rows), seen.cut());
  }

  synchronized Listing<AllocationSiteRow> sites(Allocators.Seen seen, CallSites calls) {
    var rows = new ArrayList<AllocationSiteRow>();
    for (var found : seen.found()) {
      var blocks = found.blocks();
      var counts =
          blocks.sites().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().blocks()));
      var changes = trend(sites, blocks).take(counts, HostClock.nanos());
      var lines = calls.of(blocks.sites().keySet());
      blocks
          .sites()
          .forEach(
              (address, site) -> {
                var line = lines.getOrDefault(address, CodeLine.UNKNOWN);
                var change = changes.getOrDefault(address, Trend.Change.NONE);
                rows.add(
                    new AllocationSiteRow(
                        blocks.name(),
                        line.function(),
                        line.file(),
                        line.line(),
                        address,
                        site.blocks(),
                        site.bytes(),
                        change.grown(),
                        change.rising(),
                        site.oldest() > 0 ? OptionalLong.of(site.oldest()) : OptionalLong.empty(),
                        change.suspect()));
              });
    }
    rows.sort(SUSPECTS_FIRST);
    return new Listing<>(List.copyOf(rows), seen.cut());
  }

  private static Trend trend(Map<String, Trend> trends, Blocks blocks) {
    return trends.computeIfAbsent(blocks.name(), _ -> new Trend());
  }
}
