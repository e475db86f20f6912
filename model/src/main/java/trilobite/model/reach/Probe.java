// SPDX-License-Identifier: Apache-2.0
package trilobite.model.reach;

/// One question to the guest's own interface, below any forward.
public sealed interface Probe {

  /// Who has the guest's address? Every interface with that address answers (RFC 826).
  record Arp() implements Probe {
    @Override
    public String word() {
      return "arp";
    }
  }

  /// ICMP echo (RFC 792).
  ///
  /// @param sequence tells echoes of one series apart, 0 to 65535
  record Echo(int sequence) implements Probe {
    @Override
    public String word() {
      return "icmp " + sequence;
    }
  }

  /// A TCP SYN to a port of the guest's, taken back by a reset as soon as it is answered (RFC
  /// 9293).
  ///
  /// @param port 1 to 65535
  record Connect(int port) implements Probe {
    @Override
    public String word() {
      return "tcp " + port;
    }
  }

  /// A connection to the host's forward of a port, closed as soon as the guest has answered it.
  ///
  /// @param port the guest's, 1 to 65535
  record Forward(int port) implements Probe {
    @Override
    public String word() {
      return "forward " + port;
    }
  }

  /// The probe in a form that [#parse] reads.
  String word();

  /// @throws IllegalArgumentException where the text is no probe
  static Probe parse(String text) {
    var words = text.strip().split(" +", -1);
    if (words.length == 1 && words[0].equals("arp")) {
      return new Arp();
    }
    if (words.length == 2 && words[0].equals("icmp")) {
      return new Echo(number(text, words[1], 0));
    }
    if (words.length == 2 && words[0].equals("tcp")) {
      return new Connect(number(text, words[1], 1));
    }
    if (words.length == 2 && words[0].equals("forward")) {
      return new Forward(number(text, words[1], 1));
    }
    throw unknown(text);
  }

  private static int number(String text, String digits, int least) {
    try {
      int value = Integer.parseInt(digits);
      if (value >= least && value <= 0xffff) {
        return value;
      }
    } catch (NumberFormatException e) {
      // The same as a number out of range.
    }
    throw unknown(text);
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException("\"" + text + "\" is no probe");
  }
}
