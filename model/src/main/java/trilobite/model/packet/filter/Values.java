// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import trilobite.model.packet.filter.Qualifier.Way;
import trilobite.model.packet.header.Address;
import trilobite.model.packet.header.PortName;

/// Reads protocols, and values with what stands before them.
final class Values {

  private static final Pattern PARTS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){0,2}");
  private static final Pattern RANGE = Pattern.compile("([\\w]+)-([\\w]+)");

  private final Tokens tokens;
  private @Nullable Qualifier last;

  Values(Tokens tokens) {
    this.tokens = tokens;
  }

  boolean mayBegin() {
    var token = tokens.peek();
    return Protocols.name(token) || way(token) || type(token).isPresent() || value(token);
  }

  /// True for what can only be a value; it repeats the last qualifier.
  private static boolean value(Token token) {
    return token.kind() == Token.Kind.WORD
        && (Constant.of(token).isPresent()
            || Network.parse(token.text()).isPresent()
            || Hardware.parse(token.text()).isPresent());
  }

  private static boolean way(Token token) {
    return token.is("src") || token.is("dst");
  }

  private static Optional<Qualifier.Type> type(Token token) {
    if (token.is("host")) {
      return Optional.of(Qualifier.Type.HOST);
    }
    if (token.is("net")) {
      return Optional.of(Qualifier.Type.NET);
    }
    if (token.is("port")) {
      return Optional.of(Qualifier.Type.PORT);
    }
    if (token.is("portrange")) {
      return Optional.of(Qualifier.Type.RANGE);
    }
    return token.is("proto") ? Optional.of(Qualifier.Type.PROTOCOL) : Optional.empty();
  }

  Condition read() throws FilterException {
    var token = tokens.peek();
    if (value(token)) {
      var repeated = last;
      if (repeated == null) {
        boolean number = Constant.of(token).isPresent();
        throw token.wrong(
            "what is " + token.name() + "?",
            Optional.of((number ? "port " : "host ") + token.text()));
      }
      return value(repeated);
    }
    Optional<Token> protocol =
        Protocols.name(token) ? Optional.of(tokens.take()) : Optional.empty();
    boolean more = way(tokens.peek()) || type(tokens.peek()).isPresent();
    if (protocol.isPresent() && !more) {
      return Protocols.of(protocol.get());
    }
    var way = readWay();
    var type = type(tokens.peek());
    if (type.isPresent()) {
      tokens.take();
    }
    var qualifier = new Qualifier(protocol, way, type.orElse(Qualifier.Type.HOST));
    last = qualifier;
    return value(qualifier);
  }

  private Way readWay() {
    if (!way(tokens.peek())) {
      return Way.EITHER;
    }
    boolean source = tokens.take().is("src");
    boolean both = tokens.peek().is("and");
    boolean either = tokens.peek().is("or");
    if ((both || either) && way(tokens.peek(1))) {
      // `src or dst port 80` is one qualifier, while `src 10.0.2.2 or dst …` never gets here.
      tokens.take();
      tokens.take();
      return both ? Way.BOTH : Way.EITHER;
    }
    return source ? Way.SOURCE : Way.DESTINATION;
  }

  private Condition value(Qualifier qualifier) throws FilterException {
    boolean ether = qualifier.protocol().map(token -> token.is("ether")).orElse(false);
    var token = tokens.take();
    if (token.kind() != Token.Kind.WORD) {
      throw token.wrong("a value is missing before " + token.name());
    }
    var condition =
        switch (qualifier.type()) {
          case HOST -> ether ? hardware(qualifier, token) : host(qualifier, token);
          case NET -> net(qualifier, token);
          case PORT -> {
            int port = port(token, token.text());
            yield qualifier.ports(port, port);
          }
          case RANGE -> range(qualifier, token);
          case PROTOCOL -> protocol(token, ether);
        };
    return qualifier.protocol().map(p -> Protocols.of(p).and(condition)).orElse(condition);
  }

  private static Condition hardware(Qualifier qualifier, Token token) throws FilterException {
    var address =
        Hardware.parse(token.text())
            .orElseThrow(
                () -> token.wrong("a hardware address such as 52:54:00:12:34:56 is wanted"));
    Condition source = candidate -> Hardware.at(candidate, 6, address);
    Condition destination = candidate -> Hardware.at(candidate, 0, address);
    return switch (qualifier.way()) {
      case SOURCE -> source;
      case DESTINATION -> destination;
      case EITHER -> source.or(destination);
      case BOTH -> source.and(destination);
    };
  }

  private static Condition host(Qualifier qualifier, Token token) throws FilterException {
    if (Hardware.parse(token.text()).isPresent() && Network.parse(token.text()).isEmpty()) {
      return hardware(qualifier, token);
    }
    var net = network(token);
    return qualifier.net(net.address(), net.prefix());
  }

  private Condition net(Qualifier qualifier, Token token) throws FilterException {
    var parts = PARTS.matcher(token.text());
    var net = parts.matches() ? Network.ofParts(token.text()).orElse(null) : network(token);
    if (net == null) {
      throw noNetwork(token);
    }
    if (tokens.take("mask")) {
      var mask = tokens.take();
      var bits = Address.parse(mask.text()).filter(address -> !address.six());
      int ones = bits.map(address -> Long.bitCount(address.low())).orElse(-1);
      long whole = ones < 0 ? -1 : (0xffff_ffffL << (32 - ones)) & 0xffff_ffffL;
      if (bits.isEmpty() || bits.get().low() != whole) {
        throw mask.wrong("a mask such as 255.255.255.0 is wanted");
      }
      return qualifier.net(net.address(), ones);
    }
    return qualifier.net(net.address(), net.prefix());
  }

  private static Network network(Token token) throws FilterException {
    return Network.parse(token.text()).orElseThrow(() -> noNetwork(token));
  }

  private static FilterException noNetwork(Token token) {
    return token.wrong(token.name() + " is no address; names are not looked up");
  }

  private static Condition range(Qualifier qualifier, Token token) throws FilterException {
    var range = RANGE.matcher(token.text());
    if (!range.matches()) {
      throw token.wrong("a range such as 8000-8080 is wanted");
    }
    return qualifier.ports(port(token, range.group(1)), port(token, range.group(2)));
  }

  private static int port(Token token, String text) throws FilterException {
    var number = Constant.of(new Token(Token.Kind.WORD, text, token.at()));
    var port = number.filter(n -> n <= 0xffff).map(Long::intValue).or(() -> PortName.port(text));
    return port.orElseThrow(() -> token.wrong("'" + text + "' is no port"));
  }

  private static Condition protocol(Token token, boolean ether) throws FilterException {
    var number = Constant.of(token);
    if (number.isPresent()) {
      int value = (int) (long) number.get();
      return ether ? Protocols.ether(value) : Protocols.ip(value);
    }
    if (!Protocols.name(token)) {
      throw token.wrong("a protocol's number or name is wanted");
    }
    return Protocols.of(token);
  }
}
