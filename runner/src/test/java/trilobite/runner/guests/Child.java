// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import trilobite.model.job.JobContext;
import trilobite.model.port.LaunchRequest;
import trilobite.runner.OtherJava;

/// Another process of the same user, for tests of what two of them see and leave behind.
final class Child {

  private Child() {}

  static List<String> command(String what, Workshop workshop, Path folder) {
    return OtherJava.command(Child.class, what, workshop.home(), workshop.shm(), folder);
  }

  public static void main(String[] args) throws Exception {
    var guests = new Workshop(Path.of(args[1]), Path.of(args[2])).guests(new FakeProjects());
    if (args[0].equals("own")) {
      var request = new LaunchRequest(Path.of(args[3]), "default", false, false);
      var guest = guests.launch(request, JobContext.unwatched());
      System.out.println(guest.status().pid().getAsLong());
      guest.ended().join();
      return;
    }
    for (var guest : guests.running()) {
      var text = new byte[64];
      int count = guest.console().read(0, text);
      System.out.println(
          guest.status().id().number()
              + " "
              + guest.status().state()
              + " "
              + new String(text, 0, count, UTF_8).strip());
      guest.stop();
      System.out.println(guest.ended().join().word());
    }
  }
}
