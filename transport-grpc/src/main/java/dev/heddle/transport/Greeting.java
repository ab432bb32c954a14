package dev.heddle.transport;

import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A hello or a welcome.
 *
 * @param protocol version of the protocol
 * @param process who greets
 * @param components what a replica hosts
 * @param state whether a replica takes calls, as a number
 */
record Greeting(int protocol, ProcessIdentity process, List<String> components, int state) {

  /** Why two processes do not speak to each other, and in words. */
  record Mismatch(Refusal why, String words) {}

  static Greeting read(FrameReader in) {
    int protocol = 0;
    String application = "";
    String revision = "";
    String process = "";
    long pid = 0;
    List<String> components = new ArrayList<>();
    int state = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 1 << 3 -> protocol = in.number(Integer.MAX_VALUE);
        case 2 << 3 | 2 -> application = in.text();
        case 3 << 3 | 2 -> revision = in.text();
        case 4 << 3 | 2 -> process = in.text();
        case 5 << 3 -> pid = in.varint();
        case 6 << 3 | 2 -> components.add(in.text());
        case 7 << 3 -> state = in.number(Integer.MAX_VALUE);
        default -> in.skip(tag);
      }
    }
    return new Greeting(
        protocol, new ProcessIdentity(application, revision, process, pid), components, state);
  }

  /** Why {@code own} and whoever greets do not speak to each other. */
  Optional<Mismatch> mismatch(ProcessIdentity own) {
    if (protocol != TunnelLimits.PROTOCOL) {
      return differ(
          Refusal.PROTOCOL,
          "speaks protocol " + TunnelLimits.PROTOCOL,
          own,
          "protocol " + protocol);
    }
    if (!process.application().equals(own.application())) {
      return differ(
          Refusal.APPLICATION,
          "is of application " + own.application(),
          own,
          "of " + process.application());
    }
    if (!process.revision().equals(own.revision())) {
      return differ(
          Refusal.REVISION, "is of revision " + own.revision(), own, "of " + process.revision());
    }
    return Optional.empty();
  }

  private Optional<Mismatch> differ(Refusal why, String mine, ProcessIdentity own, String theirs) {
    return Optional.of(
        new Mismatch(why, own.process() + " " + mine + ", " + process.process() + " " + theirs));
  }
}
