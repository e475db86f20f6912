// SPDX-License-Identifier: Apache-2.0
package trilobite.model.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A timeline in buckets of equal width. Once it is full it either forgets its oldest buckets,
/// since a coarser tier has them, or doubles the width and goes on, so that the coarsest tier
/// always reaches back to the first sample.
///
/// One writer; readers take a snapshot that never changes. The bucket in the making is not part of
/// it: whoever reads has that stretch at a finer resolution.
final class Tier {

  private static final int PAGE = 256;

  private final int most;
  private final @Nullable Tier coarser;
  private double width;
  private @Nullable Bucket open;
  private int count;
  private Bucket[] tail = new Bucket[PAGE];
  private int inTail;
  private volatile List<Bucket[]> pages = List.of();

  /// @param coarser holds what this tier forgets; without one this tier forgets nothing
  Tier(double width, int most, @Nullable Tier coarser) {
    this.width = width;
    this.most = most;
    this.coarser = coarser;
  }

  void add(double t, double value) {
    var held = open;
    if (held == null) {
      open = Bucket.of(t, value);
    } else if (!held.gapped() && slot(t) == slot(held.start())) {
      open = held.and(Bucket.of(t, value));
    } else {
      close(held);
      open = Bucket.of(t, value);
    }
  }

  void gap(double t) {
    open = open == null ? Bucket.ofGap(t) : open.gap(t);
  }

  /// Makes sure that readers find everything up to `t` here; called before a finer tier lets go of
  /// it.
  void reach(double t) {
    var held = pages;
    if (!held.isEmpty() && held.getLast()[held.getLast().length - 1].end() >= t) {
      return;
    }
    cut();
    publish();
  }

  /// Ends the bucket in the making, so that none stretches over the end of what a finer tier may
  /// let go of as a whole.
  void cut() {
    if (open != null) {
      close(open);
      open = null;
    }
  }

  private double slot(double t) {
    return Math.floor(t / width);
  }

  private void close(Bucket bucket) {
    tail[inTail++] = bucket;
    count++;
    if (inTail == PAGE) {
      publish();
    }
  }

  /// Moves the buckets of the tail to where readers see them.
  private void publish() {
    if (inTail == 0) {
      return;
    }
    if (coarser != null) {
      coarser.cut();
    }
    var grown = new ArrayList<>(pages);
    grown.add(Arrays.copyOf(tail, inTail));
    inTail = 0;
    if (coarser == null) {
      pages = count > most ? doubled(grown) : List.copyOf(grown);
      return;
    }
    while (count > most && grown.size() > 1) {
      var gone = grown.removeFirst();
      count -= gone.length;
      coarser.reach(gone[gone.length - 1].end());
    }
    pages = List.copyOf(grown);
  }

  private List<Bucket[]> doubled(List<Bucket[]> fine) {
    var buckets = fine.stream().flatMap(Arrays::stream).toList();
    while (buckets.size() > most / 2) {
      width *= 2;
      var merged = new ArrayList<Bucket>(buckets.size() / 2 + 1);
      for (var bucket : buckets) {
        if (!merged.isEmpty() && joins(merged.getLast(), bucket)) {
          merged.set(merged.size() - 1, merged.getLast().and(bucket));
        } else {
          merged.add(bucket);
        }
      }
      buckets = merged;
    }
    count = buckets.size();
    return List.<Bucket[]>of(buckets.toArray(Bucket[]::new));
  }

  private boolean joins(Bucket earlier, Bucket later) {
    return slot(earlier.start()) == slot(later.start())
        && !(earlier.gapped() && later.start() - earlier.gapAt() > width / 2);
  }

  /// Published buckets, oldest first, in pages.
  List<Bucket[]> snapshot() {
    return pages;
  }

  static double start(List<Bucket[]> snapshot) {
    return snapshot.isEmpty() ? Double.POSITIVE_INFINITY : snapshot.getFirst()[0].start();
  }

  /// Hands over what is known from `from` to `to`, both included.
  static boolean walk(List<Bucket[]> snapshot, double from, double to, Walker walker) {
    for (var page : snapshot) {
      if (page[page.length - 1].end() < from) {
        continue;
      }
      if (page[0].start() > to) {
        return true;
      }
      for (var bucket : page) {
        if (bucket.end() >= from && !bucket.walk(from, to, walker)) {
          return false;
        }
      }
    }
    return true;
  }
}
