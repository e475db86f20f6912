// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.2.15, 10.0.2.15",
    "255.255.255.255, 255.255.255.255",
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:0DB8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "fe80::5054:ff:fe12:3456, fe80::5054:ff:fe12:3456"
  })
  void addressesAreReadAndWritten(String text, String written) {
    assertThat(Address.parse(text).map(Address::toString)).hasValue(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.2",
        "10.0.2.256",
        "host",
        ":",
        ":::",
        "1::2::3",
        "1:2:3",
        "g::",
        "1:2:3:4:5:6:7:8:9",
        "12345::"
      })
  void whatIsNoAddressIsNone(String text) {
    assertThat(Address.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.2.15, 10.0.2.0, 24, true",
    "10.0.3.15, 10.0.2.0, 24, false",
    "10.0.3.15, 10.0.2.0, 23, true",
    "1.2.3.4, 9.9.9.9, 0, true",
    "fe80::1, fe80::, 64, true",
    "fe80:0:0:1::1, fe80::, 64, false",
    "fe80::8000:0:0:1, fe80::, 65, false",
    "fe80::1, 10.0.0.0, 0, false"
  })
  void networksHoldTheirAddresses(String address, String net, int prefix, boolean within) {
    var one = Address.parse(address).orElseThrow();
    assertThat(one.within(Address.parse(net).orElseThrow(), prefix)).isEqualTo(within);
  }
}
