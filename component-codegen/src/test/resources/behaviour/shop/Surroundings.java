package shop;

import dev.heddle.component.spi.GuestHost;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;

/** A guest's host with something, or nothing, behind each of the guest's parameters. */
final class Surroundings implements GuestHost {
  private final Skeleton[] targets;

  Surroundings(Skeleton... targets) {
    this.targets = targets;
  }

  @Override
  public byte[] call(int target, int method, byte[] request) {
    ProtoWriter response = new ProtoWriter(WireLimits.DEFAULT);
    targets[target].invoke(method, new ProtoReader(request, WireLimits.DEFAULT), response);
    return response.toByteArray();
  }

  @Override
  public boolean present(int target) {
    return targets[target] != null;
  }

  @Override
  public long instant(int target) {
    throw new AssertionError("nobody asks for the time");
  }
}
