package shop;

import dev.heddle.component.EventOrigin;
import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The caller's side of {@link Audit}: calls it directly, or leaves that to an edge. Direct
 * calls are counted, except, most of the time, those of a method that is called very often.
 */
@Generated("dev.heddle.codegen")
final class Audit_Stub implements Audit {
  private final Edge<Audit> edge;
  private final CallCounter noteCounter;
  private final CallCounter notedCounter;
  private final CallCounter checkCounter;
  private volatile @Nullable Audit noteUncounted;
  private volatile @Nullable Audit notedUncounted;
  private volatile @Nullable Audit checkUncounted;
  volatile @Nullable Audit local;

  Audit_Stub(Edge<Audit> edge) {
    this.edge = edge;
    this.noteCounter = edge.counter(Audit_Descriptor.NOTE);
    this.notedCounter = edge.counter(Audit_Descriptor.NOTED);
    this.checkCounter = edge.counter(Audit_Descriptor.CHECK);
  }

  void callUncounted(int method, @Nullable Audit local) {
    switch (method) {
      case 0 -> noteUncounted = local;
      case 1 -> notedUncounted = local;
      case 2 -> checkUncounted = local;
      default -> throw new IllegalArgumentException("Audit has no method " + method);
    }
  }

  @Override
  public void note(CartEvent event, EventOrigin origin) {
    Audit local = noteUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        noteLeaving(event, origin);
        return;
      }
      begun = noteCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      local.note(event, origin);
      return;
    } catch (Throwable undeclared) {
      throw noteCounter.undeclared(undeclared);
    } finally {
      noteCounter.end(begun);
    }
  }

  private void noteLeaving(CartEvent event, EventOrigin origin) {
    try {
      edge.call(new Note(event, origin));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Audit.note does not declare", unexpected);
    }
  }

  @Override
  public int noted() {
    Audit local = notedUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return notedLeaving();
      }
      begun = notedCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.noted();
    } catch (Throwable undeclared) {
      throw notedCounter.undeclared(undeclared);
    } finally {
      notedCounter.end(begun);
    }
  }

  private int notedLeaving() {
    try {
      return edge.call(new Noted());
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Audit.noted does not declare", unexpected);
    }
  }

  @Override
  public void check(Checked checked) throws CartFull {
    Audit local = checkUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        checkLeaving(checked);
        return;
      }
      begun = checkCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      local.check(checked);
      return;
    } catch (CartFull declared) {
      throw checkCounter.declared(declared);
    } catch (Throwable undeclared) {
      throw checkCounter.undeclared(undeclared);
    } finally {
      checkCounter.end(begun);
    }
  }

  private void checkLeaving(Checked checked) throws CartFull {
    try {
      edge.call(new Check(checked));
    } catch (CartFull | RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Audit.check does not declare", unexpected);
    }
  }

  /** A call of {@code note}, which is also its request message. */
  record Note(CartEvent event, EventOrigin origin) implements Invocation<Audit, Void> {

    @Override
    public MethodDescriptor method() {
      return Audit_Descriptor.NOTE;
    }

    @Override
    public Void invoke(Audit implementation) {
      implementation.note(event, origin);
      return null;
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Audit_Codec.writeNoteRequest(request, this);
    }

    @Override
    public Void readResponse(ProtoReader response) {
      Audit_Codec.readNoteResponse(response);
      return null;
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }

  /** A call of {@code noted}, which is also its request message. */
  record Noted() implements Invocation<Audit, Integer> {

    @Override
    public MethodDescriptor method() {
      return Audit_Descriptor.NOTED;
    }

    @Override
    public Integer invoke(Audit implementation) {
      return implementation.noted();
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Audit_Codec.writeNotedRequest(request, this);
    }

    @Override
    public Integer readResponse(ProtoReader response) {
      return Audit_Codec.readNotedResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }

  /** A call of {@code check}, which is also its request message. */
  record Check(Checked checked) implements Invocation<Audit, Void> {

    @Override
    public MethodDescriptor method() {
      return Audit_Descriptor.CHECK;
    }

    @Override
    public Void invoke(Audit implementation) throws CartFull {
      implementation.check(checked);
      return null;
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Audit_Codec.writeCheckRequest(request, this);
    }

    @Override
    public Void readResponse(ProtoReader response) throws CartFull {
      Audit_Codec.readCheckResponse(response);
      return null;
    }

    @Override
    public boolean declares(Throwable failure) {
      return failure instanceof CartFull;
    }
  }
}
