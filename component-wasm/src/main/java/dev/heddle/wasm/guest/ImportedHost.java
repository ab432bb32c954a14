package dev.heddle.wasm.guest;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.GuestHost;
import dev.heddle.component.spi.OutgoingMessages;
import java.util.Optional;

/** The host of a module: what it imports. For the module's one thread. */
public final class ImportedHost implements GuestHost {
  /** The one host that a module has. */
  public static final ImportedHost INSTANCE = new ImportedHost();

  private ImportedHost() {}

  @Override
  public byte[] call(int target, int method, byte[] request) {
    return Imports.call(target, method, request);
  }

  @Override
  public boolean present(int target) {
    return Imports.present(target) != 0;
  }

  @Override
  public long instant(int target) {
    return Imports.instant(target);
  }

  @Override
  public GuestCall open(int target, int method, byte[] request, OutgoingMessages requests) {
    return OutgoingCall.open(target, method, request, requests);
  }

  @Override
  public Optional<byte[]> next(int stream) {
    return Optional.ofNullable(Imports.take(stream));
  }

  @Override
  public void close(int stream) {
    Imports.untake(stream);
  }
}
