// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import trilobite.runner.machine.PvhImage;

/// A guest of a few dozen bytes of 32-bit machine code, put together for one test: it prints, and
/// then lives or dies as told. It polls the first serial port at 0x3f8.
public final class TinyGuest {

  private final ByteArrayOutputStream code = new ByteArrayOutputStream();

  /// Prints a text.
  public TinyGuest print(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    // call over the text; pop esi; mov ecx, length
    bytes(0xe8).number(bytes.length).raw(bytes).bytes(0x5e, 0xb9).number(bytes.length);
    // next: mov dx,0x3fd; wait: in al,dx; test al,0x20; jz wait
    bytes(0x66, 0xba, 0xfd, 0x03, 0xec, 0xa8, 0x20, 0x74, 0xfb);
    // lodsb; mov dx,0x3f8; out dx,al; loop next
    return bytes(0xac, 0x66, 0xba, 0xf8, 0x03, 0xee, 0xe2, 0xef);
  }

  /// Prints `count` bytes, the low 6 bits of a counter behind 0x40 each.
  public TinyGuest burst(int count) {
    // mov ecx, count; xor ebx, ebx
    bytes(0xb9).number(count).bytes(0x31, 0xdb);
    bytes(0x66, 0xba, 0xfd, 0x03, 0xec, 0xa8, 0x20, 0x74, 0xfb);
    // mov al,bl; and al,0x3f; or al,0x40; inc ebx; mov dx,0x3f8; out dx,al; dec ecx; jnz
    bytes(0x88, 0xd8, 0x24, 0x3f, 0x0c, 0x40, 0x43, 0x66, 0xba, 0xf8, 0x03, 0xee, 0x49);
    return bytes(0x75, 0xe8);
  }

  /// Sends every typed byte back, for ever.
  public TinyGuest echo() {
    // again: mov dx,0x3fd; wait: in al,dx; test al,1; jz wait; mov dx,0x3f8; in al,dx; out dx,al
    return bytes(0x66, 0xba, 0xfd, 0x03, 0xec, 0xa8, 0x01, 0x74, 0xfb)
        .bytes(0x66, 0xba, 0xf8, 0x03, 0xec, 0xee, 0xeb, 0xef);
  }

  /// Waits until a byte was typed.
  public TinyGuest waitForKey() {
    return bytes(0x66, 0xba, 0xfd, 0x03, 0xec, 0xa8, 0x01, 0x74, 0xfb);
  }

  /// Interrupts off, halt.
  public TinyGuest halt() {
    return bytes(0xfa, 0xf4, 0xeb, 0xfd);
  }

  /// A breakpoint with an empty interrupt table.
  public TinyGuest tripleFault() {
    // push 0; push 0; lidt [esp]; int3
    return bytes(0x6a, 0x00, 0x6a, 0x00, 0x0f, 0x01, 0x1c, 0x24, 0xcc);
  }

  /// Tells the pvpanic device at 0x505.
  public TinyGuest panicDevice() {
    return bytes(0x66, 0xba, 0x05, 0x05, 0xb0, 0x01, 0xee).halt();
  }

  /// Writes to a port, as isa-debug-exit wants it.
  public TinyGuest out(int port, int value) {
    return bytes(0x66, 0xba, port & 0xff, port >> 8, 0xb0, value, 0xee);
  }

  /// Powers a `pc` or `q35` off: sets the address of the ACPI block in the chip set first, because
  /// no firmware has.
  public TinyGuest powerOffPc() {
    // PCI 00:01.3: PMBASE 0x40 = 0x601, PMREGMISC 0x80 = 1; then PM1a control = sleep type 5.
    return pciWrite(0x80000b40, 0x601)
        .pciWrite(0x80000b80, 1)
        .bytes(0x66, 0xba, 0x04, 0x06, 0x66, 0xb8, 0x00, 0x20, 0x66, 0xef)
        .halt();
  }

  private TinyGuest pciWrite(int address, int value) {
    // mov eax,address; mov dx,0xcf8; out dx,eax; mov eax,value; mov dx,0xcfc; out dx,eax
    bytes(0xb8).number(address).bytes(0x66, 0xba, 0xf8, 0x0c, 0xef);
    return bytes(0xb8).number(value).bytes(0x66, 0xba, 0xfc, 0x0c, 0xef);
  }

  /// The bytes of its image.
  public byte[] image() {
    return PvhImage.of(withStack());
  }

  /// Writes the image.
  Path at(Path file) throws IOException {
    return Files.write(file, image());
  }

  /// The stack is ours to choose; nothing else lies at 2 MiB.
  private byte[] withStack() {
    var all = new ByteArrayOutputStream();
    all.writeBytes(new byte[] {(byte) 0xbc, 0, 0, 0x20, 0});
    all.writeBytes(code.toByteArray());
    return all.toByteArray();
  }

  private TinyGuest bytes(int... values) {
    for (int value : values) {
      code.write(value);
    }
    return this;
  }

  private TinyGuest raw(byte[] values) {
    code.writeBytes(values);
    return this;
  }

  private TinyGuest number(int value) {
    return raw(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }
}
