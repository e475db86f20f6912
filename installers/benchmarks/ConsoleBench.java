// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import trilobite.runner.console.ConsoleLine;
import trilobite.runner.console.ConsoleStore;
import trilobite.ui.console.ConsoleFeed;
import trilobite.ui.console.FollowChip;
import trilobite.ui.console.LevelTint;
import trilobite.ui.console.LineView;
import trilobite.ui.console.TimeMargin;
import trilobite.ui.theme.Theme;

/// Measures how fast a coloured log gets from a guest's console socket through the file on disk
/// onto the screen, and how long the longest frame meanwhile is. The guest has booted before, and
/// what it said then is on the screen. The first pass is in a program that has just started, the
/// others in one that is warm. Prints one JSON object a pass; each time the file is compared with
/// what was sent, byte for byte.
///
/// It joins parts that no module but their own may use, so it is no part of one: start this file
/// itself, on the application's class path, with the number of megabytes and of passes. It needs a
/// screen or JavaFX's headless platform.
public final class ConsoleBench extends AnimationTimer {

  private static final int WIDTH = 912;
  private static final int HEIGHT = 380;
  private static final double SETTLE_SECONDS = 2;
  private static final int BOOT_LINES = 40;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  private final long bytes;
  private final int passes;
  private final byte[] block = block();
  private final byte[] boot = boot(block);
  private final StackPane place = new StackPane();
  private final List<Double> frames = new ArrayList<>();
  private int pass;
  private long before;
  private long quietSince;
  private long started;
  private long usedBefore;
  private Run run;

  private ConsoleBench(long megabytes, int passes) {
    this.passes = passes;
    long wanted = megabytes * 1_000_000;
    bytes = (wanted + block.length - 1) / block.length * block.length;
  }

  public static void main(String[] args) {
    long megabytes = args.length > 0 ? Long.parseLong(args[0]) : 100;
    int passes = args.length > 1 ? Integer.parseInt(args[1]) : 2;
    Platform.startup(() -> new ConsoleBench(megabytes, passes).open());
  }

  private void open() {
    var scene = new Scene(place, WIDTH, HEIGHT);
    Theme.DARK.apply(scene, 1);
    var stage = new Stage();
    stage.setScene(scene);
    stage.show();
    start();
  }

  @Override
  public void handle(long now) {
    if (run == null) {
      prepare();
      quietSince = now;
      return;
    }
    if (!run.talking) {
      // What a guest says while it boots is on the screen before any flood, as in the window.
      if (!run.shown(boot.length)) {
        quietSince = now;
      } else if ((now - quietSince) / 1e9 > SETTLE_SECONDS) {
        before = now;
        started = System.nanoTime();
        usedBefore = processor();
        run.talk(block, bytes);
      }
      return;
    }
    frames.add((now - before) / 1e6);
    before = now;
    if (run.shown(boot.length + bytes)) {
      double seconds = (System.nanoTime() - started) / 1e9;
      long used = processor() - usedBefore;
      report(seconds, used, run.keptWhole(block, boot.length, bytes));
      run.close();
      run = null;
      frames.clear();
      if (++pass == passes) {
        stop();
        Platform.exit();
      }
    }
  }

  private void prepare() {
    try {
      run = new Run();
      run.send(boot);
      place.getChildren().setAll(run.view);
    } catch (IOException failure) {
      throw new IllegalStateException("the benchmark cannot write to its own folder", failure);
    }
  }

  /// Of this program, in ns: what is left to compare on a machine that does other things as well.
  private static long processor() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  private void report(double seconds, long used, boolean whole) {
    double[] sorted = frames.stream().mapToDouble(d -> d).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "{\"bench\":\"console\",\"pass\":\"%s\",\"mb\":%.1f,\"seconds\":%.3f,\"mbPerSecond\":%.1f,"
            + "\"frames\":%d,\"framesPerSecond\":%.1f,\"frameMsMedian\":%.1f,\"longestFrameMs\":%.1f,"
            + "\"processorSeconds\":%.2f,\"wholeOnDisk\":%s}%n",
        pass == 0 ? "first" : "warm",
        bytes / 1e6,
        seconds,
        bytes / 1e6 / seconds,
        sorted.length,
        sorted.length / seconds,
        sorted[sorted.length / 2],
        sorted[sorted.length - 1],
        used / 1e9,
        whole);
  }

  /// A mebibyte of log as servers write it, ending with a whole line.
  private static byte[] block() {
    var random = new SplittableRandom(1);
    var log = new StringBuilder();
    while (log.length() < 1 << 20) {
      log.append("\u001b[90m[worker-").append(random.nextInt(4)).append("]\u001b[0m ");
      log.append("\u001b[34mGET\u001b[0m /tides/").append(random.nextInt(100_000));
      log.append("  \u001b[32m200\u001b[0m  1846 B  0.9 ms  \u001b[90m10.0.2.2:51544\u001b[0m\r\n");
    }
    return log.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] boot(byte[] block) {
    int end = 0;
    for (int line = 0; line < BOOT_LINES; end++) {
      line += block[end] == '\n' ? 1 : 0;
    }
    return Arrays.copyOf(block, end);
  }

  /// One stream from a socket to the screen.
  private static final class Run {
    private final Path folder = Files.createTempDirectory("console-bench");
    private final ConsoleLine line;
    private final ConsoleStore store;
    private final ConsoleFeed feed;
    private final LineView view;
    private final SocketChannel guest;
    private boolean talking;

    Run() throws IOException {
      var address = UnixDomainSocketAddress.of(folder.resolve("console.sock"));
      var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address);
      var client = SocketChannel.open(address);
      guest = server.accept();
      server.close();
      store = ConsoleStore.create(folder, System.err::println);
      long start = System.nanoTime();
      feed = new ConsoleFeed(store);
      view = new LineView(feed::shown);
      view.add(new LevelTint());
      view.add(new TimeMargin(12, Run::clock));
      view.add(new FollowChip());
      line = new ConsoleLine(client, store, () -> (System.nanoTime() - start) / 1e6);
    }

    /// As the window's margin has it.
    private static String clock(double millis) {
      return CLOCK.format(Instant.EPOCH.plusNanos(Math.round(millis * 1e6)).atZone(ZoneOffset.UTC));
    }

    void send(byte[] bytes) throws IOException {
      guest.write(ByteBuffer.wrap(bytes));
    }

    void talk(byte[] block, long bytes) {
      talking = true;
      Thread.ofPlatform().daemon(true).name("guest").start(() -> send(guest, block, bytes));
    }

    private static void send(SocketChannel guest, byte[] block, long bytes) {
      try (guest) {
        for (long sent = 0; sent < bytes; sent += block.length) {
          var buffer = ByteBuffer.wrap(block);
          while (buffer.hasRemaining()) {
            guest.write(buffer);
          }
        }
      } catch (IOException failure) {
        throw new IllegalStateException("the benchmark's own socket failed", failure);
      }
    }

    /// True once every byte was parsed, and with that drawn by the frame before the next.
    boolean shown(long all) {
      return store.length() == all && feed.caughtUp() && feed.position() == all;
    }

    /// Compares what lies on disk with what was sent.
    boolean keptWhole(byte[] block, long from, long bytes) {
      var kept = new byte[block.length];
      for (long at = from; at < from + bytes; at += block.length) {
        for (int have = 0; have < kept.length; ) {
          var rest = new byte[kept.length - have];
          int count = store.read(at + have, rest);
          if (count <= 0) {
            return false;
          }
          System.arraycopy(rest, 0, kept, have, count);
          have += count;
        }
        if (!Arrays.equals(kept, block)) {
          return false;
        }
      }
      return true;
    }

    void close() {
      feed.close();
      line.close();
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      } catch (IOException failure) {
        System.err.println("left behind: " + folder);
      }
    }
  }
}
