// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.runner.walk.Snapshot;

/// The threads as a table, reading after reading. One thread at a time.
public final class ThreadTable {

  private final ThreadPlan plan;
  private final Snapshot.Source source;
  private final BooleanSupplier paused;
  private final Optional<CurrentSampler> sampler;
  private final GuestClock clock = new GuestClock();
  private final CpuShares shares = new CpuShares();
  private final Peaks peaks = new Peaks();
  private final WaitTimes times = new WaitTimes();
  private final int vcpus;

  /// @param source guest memory by virtual address
  /// @param paused true while the guest's clock stands still
  public ThreadTable(ThreadPlan plan, Snapshot.Source source, BooleanSupplier paused) {
    this(plan, source, paused, Optional.empty(), 1);
  }

  /// @param sampler counts CPU time where the kernel does not
  /// @param vcpus how many the guest has; none in a core
  public ThreadTable(
      ThreadPlan plan,
      Snapshot.Source source,
      BooleanSupplier paused,
      Optional<CurrentSampler> sampler,
      int vcpus) {
    this.vcpus = vcpus;
    this.sampler = sampler;
    this.plan = plan;
    this.source = source;
    this.paused = paused;
  }

  /// Where the threads begin, for a reading's source.
  public String start() {
    return plan.start();
  }

  /// Reads them. Takes some microseconds a thread.
  ///
  /// @throws IOException where they cannot be read, or were torn each time
  public synchronized Listing<ThreadRow> read() throws IOException {
    var seen = new ThreadReader(plan, source).read();
    var now = source.nanos().getAsLong();
    stamps(seen, now);
    peaks.begin();
    times.begin(now, clock.at(now), paused.getAsBoolean());
    // In a core no time passes: shares of it would all be nought, and mean nothing.
    var past =
        vcpus == 0 && paused.getAsBoolean() ? Optional.<CpuShares.Past>empty() : shares.before(now);
    var holders = holders(seen.rows());
    var counts = new HashMap<CpuShares.Key, CpuShares.Used>();
    boolean due = shares.due(now);
    var sampled = sampler.map(CurrentSampler::times);
    var rows =
        seen.rows().stream()
            .map(
                thread -> {
                  var key = new CpuShares.Key(thread.address(), thread.id());
                  var runTime = runTime(thread, now);
                  var used =
                      sampled.isPresent()
                          ? OptionalLong.of(sampled.get().getOrDefault(thread.address(), 0L))
                          : runTime;
                  if (due) {
                    counts.put(key, new CpuShares.Used(used.orElse(0), thread.turns()));
                  }
                  var share =
                      past.isPresent() && used.isPresent()
                          ? past.get().share(key, used.getAsLong())
                          : OptionalDouble.empty();
                  var rate =
                      past.isPresent() && counted()
                          ? past.get().rate(key, thread.turns())
                          : OptionalDouble.empty();
                  return row(thread, new Pace(runTime, share, rate), holders);
                })
            .toList();
    shares.keep(now, counts);
    return new Listing<>(rows, seen.cut());
  }

  /// Those who hold what others wait for, by address: a handful among thousands.
  private static Map<Long, Sight> holders(List<Sight> threads) {
    var owners = new HashSet<Long>();
    for (var thread : threads) {
      if (thread.waiting().isPresent() && thread.waiting().get().owner() != 0) {
        owners.add(thread.waiting().get().owner());
      }
    }
    var holders = new HashMap<Long, Sight>();
    for (var thread : owners.isEmpty() ? List.<Sight>of() : threads) {
      if (owners.contains(thread.address())) {
        holders.put(thread.address(), thread);
      }
    }
    return holders;
  }

  /// What goes up with time.
  private record Pace(OptionalLong runTime, OptionalDouble share, OptionalDouble rate) {}

  private boolean counted() {
    return plan.clocks().flatMap(ThreadPlan.Clocks::turns).isPresent();
  }

  /// With one vCPU whoever runs is on that one.
  private OptionalLong vcpu(Sight thread) {
    return thread.running() && vcpus == 1 ? OptionalLong.of(0) : thread.vcpu();
  }

  /// A thread's stack by virtual address.
  public record StackRange(String thread, long start, long end) {}

  /// Where the stacks lie; none where the profile does not tell.
  ///
  /// @throws IOException as [#read()]
  public List<StackRange> stacks() throws IOException {
    return new ThreadReader(plan, source)
        .read().rows().stream()
            .flatMap(
                thread ->
                    thread.stack().stream()
                        .map(stack -> new StackRange(thread.name(), stack.base(), stack.top())))
            .toList();
  }

  private void stamps(Listing<Sight> seen, long now) {
    var last = seen.rows().stream().mapToLong(Sight::since).filter(since -> since != 0).max();
    if (paused.getAsBoolean()) {
      clock.stand(last);
    } else {
      last.ifPresent(stamp -> clock.see(stamp, now));
    }
  }

  private OptionalLong runTime(Sight thread, long now) {
    var guest = clock.at(now);
    if (thread.runTime().isEmpty() || !thread.running() || guest.isEmpty() || thread.since() == 0) {
      return thread.runTime();
    }
    var slice = Math.max(0, guest.getAsLong() - thread.since());
    return OptionalLong.of(thread.runTime().getAsLong() + slice);
  }

  private ThreadRow row(Sight thread, Pace pace, Map<Long, Sight> holders) {
    var stack = thread.stack();
    var holder =
        thread
            .waiting()
            .map(WaitPlan.Waiting::owner)
            .filter(at -> at != 0)
            .flatMap(at -> Optional.ofNullable(holders.get(at)));
    return new ThreadRow(
        thread.id(),
        thread.name(),
        thread.state(),
        vcpu(thread),
        pace.share(),
        pace.runTime(),
        counted() ? OptionalLong.of(thread.turns()) : OptionalLong.empty(),
        pace.rate(),
        thread.running() ? OptionalLong.empty() : used(stack),
        stack.isPresent() ? OptionalLong.of(stack.get().size()) : OptionalLong.empty(),
        plan.stack().isPresent()
            ? peaks.of(plan.stack().get(), source.memory(), thread)
            : OptionalLong.empty(),
        thread.waiting().map(WaitPlan.Waiting::what),
        times.waited(thread),
        holder.map(Sight::name),
        holder.isPresent() ? OptionalLong.of(holder.get().id()) : OptionalLong.empty(),
        times.held(thread),
        thread.top(),
        thread.address());
  }

  private static OptionalLong used(Optional<StackPlan.Stack> stack) {
    return stack.isPresent() && stack.get().holds(stack.get().pointer())
        ? OptionalLong.of(stack.get().top() - stack.get().pointer())
        : OptionalLong.empty();
  }
}
