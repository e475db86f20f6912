// SPDX-License-Identifier: Apache-2.0
package trilobite.model.run;

/// A port forward as it really stands, after `any free port` was resolved.
///
/// @param proto `tcp` or `udp`
/// @param host address on the host, normally `127.0.0.1`
public record ForwardBinding(String proto, String host, int hostPort, int guestPort) {

  @Override
  public String toString() {
    return host + ":" + hostPort + " → :" + guestPort;
  }
}
