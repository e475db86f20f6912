// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// HTTP requests as fast as a guest answers them, over a few connections that stay open, by one
/// thread, as load generators do it (`wrk`, `ab -k`). A thread for each connection would be woken
/// for each answer, and be most of what the machine is busy with.
///
/// The time begins when all connections were made, one after the other, and each was answered once:
/// QEMU's user network listens on a forward with a backlog of one (`tcpx_listen` of libslirp 4.7),
/// so that of several clients that connect at a time some wait for their SYN to be sent again, for
/// a second or three, by hand as well. How many do is chance, and decided a slice.
final class Requests implements AutoCloseable {

  private static final byte[] GET =
      "GET /tides HTTP/1.1\r\nHost: guest\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern LENGTH =
      Pattern.compile("\r\ncontent-length: *(\\d{1,7})\r\n", Pattern.CASE_INSENSITIVE);
  private static final int CLIENTS = 16;
  private static final int LONGEST = 1 << 16;
  private static final long PATIENCE_MILLIS = 5_000;

  private final Selector selector;
  private final List<Client> clients = new ArrayList<>();
  private long answered;
  private boolean going;

  private Requests(Selector selector) {
    this.selector = selector;
  }

  /// All connections, each of which was answered once.
  static Requests connect(int port) throws IOException {
    var requests = new Requests(Selector.open());
    try {
      for (int i = 0; i < CLIENTS; i++) {
        requests.add(port);
      }
      return requests;
    } catch (IOException e) {
      requests.close();
      throw e;
    }
  }

  private void add(int port) throws IOException {
    var client = new Client(SocketChannel.open());
    clients.add(client);
    client.connect(port);
    client.ask();
    long before = answered;
    while (answered == before) {
      look(PATIENCE_MILLIS);
    }
  }

  /// Requests that were answered in so many seconds, about. Once.
  long run(double seconds) throws IOException {
    going = true;
    answered = 0;
    for (var client : clients) {
      client.ask();
    }
    long until = System.nanoTime() + (long) (seconds * 1e9);
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      look(Math.min(left / 1_000_000 + 1, PATIENCE_MILLIS));
    }
    return answered;
  }

  private void look(long millis) throws IOException {
    if (selector.select(millis) == 0 && millis == PATIENCE_MILLIS) {
      throw new IOException("the guest has not answered for five seconds");
    }
    for (var key : selector.selectedKeys()) {
      ((Client) key.attachment()).ready();
    }
    selector.selectedKeys().clear();
  }

  @Override
  public void close() throws IOException {
    for (var client : clients) {
      client.channel.close();
    }
    selector.close();
  }

  /// One connection. That it ends, or is answered otherwise, is an error.
  private final class Client {
    private final ByteBuffer in = ByteBuffer.allocate(LONGEST);
    private final ByteBuffer get = ByteBuffer.wrap(GET);
    private final SocketChannel channel;

    Client(SocketChannel channel) {
      this.channel = channel;
    }

    private void connect(int port) throws IOException {
      channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, this);
    }

    private void ask() throws IOException {
      in.clear();
      get.rewind();
      channel.write(get);
    }

    private void ready() throws IOException {
      if (channel.read(in) < 0) {
        throw new IOException("the guest has closed a connection");
      }
      if (whole(new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1))) {
        answered++;
        if (going) {
          ask();
        }
      }
    }

    private boolean whole(String answer) throws IOException {
      int head = answer.indexOf("\r\n\r\n");
      if (head < 0 && in.hasRemaining()) {
        return false;
      }
      var length = LENGTH.matcher(answer);
      if (!answer.startsWith("HTTP/1.1 200 ") || !length.find()) {
        throw new IOException("the guest answers " + answer.lines().findFirst().orElse("nothing"));
      }
      int end = head + 4 + Integer.parseInt(length.group(1));
      if (end > in.capacity()) {
        throw new IOException("an answer of " + end + " bytes");
      }
      return answer.length() >= end;
    }
  }
}
